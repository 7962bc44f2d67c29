import { ATPError } from '../error.ts';
import { ask } from './ask.ts';
import { doctor } from './doctor.ts';
import { exitCode } from './exit-codes.ts';
import { list, status, wait, watch, withdraw } from './follow.ts';
import { help } from './help.ts';
import { hook } from './hook.ts';
import { install } from './install.ts';
import { type Io, print, say, UsageError } from './io.ts';
import { mcp } from './mcp.ts';
import { services } from './services.ts';

type Command = (args: readonly string[], io: Io) => Promise<number>;

const commands: Record<string, Command> = {
  ask,
  status,
  wait,
  withdraw,
  list,
  watch,
  doctor,
  services,
  mcp,
  hook,
  install,
};

/** Runs `atp` with these arguments and returns its exit code. Never throws for what a person or a server did. */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h' || args.includes('--help')) {
    print(io, help.trimEnd());
    return name === undefined ? exitCode.badUsage : exitCode.answered;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError(`There is no command "${name}".`);
    return await command(args, io);
  } catch (thrown) {
    return explain(thrown, io);
  }
}

function explain(thrown: unknown, io: Io): number {
  if (io.interrupted.aborted) return exitCode.interrupted;
  if (thrown instanceof UsageError) {
    say(io, `atp: ${thrown.message}`);
    say(io, 'atp help shows how it is used.');
    return exitCode.badUsage;
  }
  if (!(thrown instanceof ATPError)) throw thrown;
  const path = thrown.details.path;
  const where = typeof path === 'string' && !thrown.message.includes(path) ? ` (${path})` : '';
  say(io, `atp: ${thrown.message}${where}`);
  if (thrown.httpStatus !== undefined && thrown.code !== 'NOT_ATP') return exitCode.refused;
  say(io, 'atp doctor finds out what is wrong.');
  return exitCode.notReachable;
}
