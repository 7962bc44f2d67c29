import { parseArgs } from 'node:util';
import { ATPError } from '../error.ts';
import { claudeCode } from '../hooks/claude-code/claude-code.ts';
import { codex } from '../hooks/codex/codex.ts';
import { runHook } from '../hooks/run-hook.ts';
import type { Agent } from '../hooks/step.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, say, UsageError } from './io.ts';

const agents: Record<string, Agent> = { 'claude-code': claudeCode, codex };

/** Shorter than the 600 s that agents give a hook unless they are told otherwise. */
const defaultWaitSeconds = 570;

/**
 * `atp hook AGENT`: answers one event of a coding agent. Always ends with 0: to the agents every other code means
 * something, 2 even a refusal. What went wrong is a line on stderr, and the agent asks in its own way.
 */
export async function hook(args: readonly string[], io: Io): Promise<number> {
  try {
    const { agent, waitMs } = read(args);
    await whileWanted(io, (interrupted) => runHook(agent, { ...io, interrupted }, { waitMs }));
  } catch (thrown) {
    say(io, `atp hook: ${wordsFor(thrown)} The agent asks in its own way.`);
  }
  return exitCode.answered;
}

const lookEveryMs = 500;

/** Runs until the agent has ended too: one that was killed sends its hooks no signal. */
async function whileWanted(io: Io, work: (interrupted: AbortSignal) => Promise<void>): Promise<void> {
  const startedBy = io.parentId();
  const left = new AbortController();
  const look = setInterval(() => {
    if (io.parentId() !== startedBy) left.abort();
  }, lookEveryMs);
  try {
    await work(AbortSignal.any([io.interrupted, left.signal]));
  } finally {
    clearInterval(look);
  }
}

function read(args: readonly string[]): { agent: Agent; waitMs: number } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { wait: { type: 'string' } },
    allowPositionals: true,
  });
  const [name = '', ...more] = positionals;
  const agent = Object.hasOwn(agents, name) ? agents[name] : undefined;
  if (!agent || more.length > 0) throw new UsageError('Say atp hook claude-code, or atp hook codex.');
  const seconds = values.wait === undefined ? defaultWaitSeconds : Number(values.wait);
  if (!(seconds > 0 && seconds <= 86_400)) throw new UsageError('--wait is a number of seconds, at most 86400.');
  return { agent, waitMs: seconds * 1000 };
}

/** What is not one of our own sentences may hold anything, even what an agent sent. */
function wordsFor(thrown: unknown): string {
  if (thrown instanceof ATPError || thrown instanceof UsageError) return thrown.message;
  if (thrown instanceof SyntaxError) return 'Standard input held no JSON object.';
  return 'Something went wrong.';
}
