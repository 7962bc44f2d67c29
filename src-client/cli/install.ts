import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ATPClient } from '../client.ts';
import { unifiedDiff } from '../diff/unified-diff.ts';
import { ATPError } from '../error.ts';
import { changeFor } from '../install/change.ts';
import type { AgentName } from '../install/hook-entries.ts';
import { Refusal } from '../install/refusal.ts';
import { writeSettings } from '../install/settings-file.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, say, UsageError } from './io.ts';

const agents: Record<AgentName, { name: string; afterwards: string }> = {
  'claude-code': { name: 'Claude Code', afterwards: 'Sessions that start from now on ask in the inbox.' },
  codex: { name: 'Codex', afterwards: 'Open /hooks in Codex once and trust the new hooks: until then it skips them.' },
};

/** What `--json` prints: the change to a file, an empty `diff` where there is none to make, and whether it was made. */
export type InstallReport = { file: string; diff: string; written: boolean; backup: string | null; notes: string[] };

/** `atp install AGENT`: registers our hooks with a coding agent, after showing what that changes. */
export async function install(args: readonly string[], io: Io): Promise<number> {
  const { agent, isProject, isUninstall, isDryRun, isAgreed, isJson } = read(args);
  try {
    const { file, next, notes } = await changeFor({ agent, isProject, isUninstall }, io);
    const diff = next === file.text ? '' : unifiedDiff(file.text, next, file.shown);
    const report = (done: Pick<InstallReport, 'written' | 'backup' | 'notes'>) => {
      if (isJson) print(io, JSON.stringify({ file: file.shown, diff, ...done } satisfies InstallReport));
    };
    if (diff === '') {
      say(io, isUninstall ? `Nothing of ours is in ${file.shown}.` : `${file.shown} has the hooks already.`);
      report({ written: false, backup: null, notes: [] });
      return exitCode.answered;
    }
    if (!isJson) print(io, diff.trimEnd());
    if (isDryRun) {
      report({ written: false, backup: null, notes });
      return exitCode.answered;
    }
    if (!isAgreed && !(await agrees(io, `Change ${file.shown}? [y/N] `))) {
      say(io, 'Nothing was changed.');
      return exitCode.answeredOtherwise;
    }
    const backup = await writeSettings(file, next, new Date());
    say(io, next === undefined ? `${file.shown} was removed.` : `${file.shown} was written.`);
    if (backup !== undefined) say(io, `What was there before is in ${backup}`);
    const hints = isUninstall ? [] : [agents[agent].afterwards, ...notes];
    report({ written: true, backup: backup ?? null, notes: hints });
    if (isUninstall) return exitCode.answered;
    for (const hint of hints) say(io, hint);
    await sendTestQuestion(agents[agent].name, io);
    return exitCode.answered;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    say(io, `atp: ${thrown.message}`);
    return exitCode.badUsage;
  }
}

function read(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { project: flag, uninstall: flag, 'dry-run': flag, yes: flag, json: flag },
      allowPositionals: true,
    });
    const [name = '', ...more] = positionals;
    if (!Object.hasOwn(agents, name) || more.length > 0) {
      throw new UsageError('Say atp install claude-code, or atp install codex.');
    }
    return {
      agent: name as AgentName,
      isProject: values.project,
      isUninstall: values.uninstall,
      isDryRun: values['dry-run'],
      isAgreed: values.yes,
      isJson: values.json,
    };
  } catch (thrown) {
    throw thrown instanceof UsageError ? thrown : new UsageError(thrown instanceof Error ? thrown.message : '');
  }
}

async function agrees(io: Io, question: string): Promise<boolean> {
  io.stderr.write(question);
  return /^\s*y(es)?\s*$/i.test(await lineOf(io.stdin));
}

async function lineOf(stdin: Readable): Promise<string> {
  let line = '';
  for await (const part of stdin) {
    line += String(part);
    if (line.includes('\n')) break;
  }
  return line.split('\n')[0] ?? '';
}

/** So that the person sees at once where questions will be. */
async function sendTestQuestion(agent: string, io: Io): Promise<void> {
  try {
    const client = new ATPClient(findEndpoint({}, io));
    await client.sendNotification(
      {
        title: `${agent} can ask you here now`,
        description: `This is a test question. From now on ${agent} asks here before it does something that needs your permission.`,
        actions: [{ id: 'seen', label: 'Got it', response_type: 'simple' }],
        deadline: new Date(Date.now() + 24 * 60 * 60_000),
      },
      { signal: AbortSignal.timeout(5_000) },
    );
    say(io, 'A test question is in the inbox.');
  } catch (thrown) {
    const why = thrown instanceof ATPError ? thrown.message : 'The inbox did not answer.';
    say(io, `${why} Until the inbox runs, ${agent} asks as before.`);
  }
}
