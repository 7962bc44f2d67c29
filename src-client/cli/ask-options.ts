import { parseArgs } from 'node:util';
import { parseInstant } from '#shared/protocol/instant';
import type { ActionToSend } from '../notification.ts';
import { ActionsBuilder, actionOptions, detailOptions } from './actions.ts';
import { parseDuration } from './duration.ts';
import { UsageError } from './io.ts';

/** What the command line of `atp ask` says, before any file is read. */
export type AskOptions = {
  title: string;
  description: string | undefined;
  attach: readonly string[];
  deadlineInMs: number | undefined;
  deadlineAt: string | undefined;
  project: string | undefined;
  metadata: Record<string, unknown>;
  actions: readonly ActionToSend[];
  /** The actions that count as success; empty: any answer does. */
  yes: readonly string[];
  wait: boolean;
  waitForMs: number | undefined;
  withdrawOnInterrupt: boolean;
  json: boolean;
};

const plainOptions = {
  description: { type: 'string', short: 'd' },
  attach: { type: 'string', multiple: true },
  deadline: { type: 'string' },
  project: { type: 'string' },
  meta: { type: 'string', multiple: true },
  yes: { type: 'string', multiple: true },
  'no-wait': { type: 'boolean' },
  'wait-for': { type: 'string' },
  'keep-on-interrupt': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Parses the arguments of `atp ask`. Throws a `UsageError` that names the option at fault. */
export function parseAsk(args: readonly string[]): AskOptions {
  const { values, positionals, tokens } = parsed(args);
  const [title, ...more] = positionals;
  if (title === undefined || title.trim() === '')
    throw new UsageError('What do you want to ask? The question comes first, in quotes.');
  if (more.length > 0) throw new UsageError(`One question at a time, in quotes; this is left over: ${more.join(' ')}`);
  const builder = new ActionsBuilder();
  for (const token of tokens) {
    if (token.kind === 'option') builder.take(token.name, token.value);
  }
  const actions = builder.actions();
  const yes = values.yes ?? [];
  const unknown = yes.find((id) => !actions.some((action) => action.id === id));
  if (unknown !== undefined) throw new UsageError(`--yes ${unknown}: there is no action of that id.`);
  return {
    title,
    description: values.description,
    attach: values.attach ?? [],
    ...deadlineOf(values.deadline),
    project: values.project,
    metadata: metadataOf(values.meta ?? []),
    actions,
    yes,
    wait: !values['no-wait'],
    waitForMs: durationOf('--wait-for', values['wait-for']),
    withdrawOnInterrupt: !values['keep-on-interrupt'],
    json: values.json ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...plainOptions, ...actionOptions, ...detailOptions },
      allowPositionals: true,
      tokens: true,
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function deadlineOf(text: string | undefined): Pick<AskOptions, 'deadlineInMs' | 'deadlineAt'> {
  if (text === undefined) return { deadlineInMs: undefined, deadlineAt: undefined };
  const inMs = parseDuration(text);
  if (inMs !== undefined && inMs > 0) return { deadlineInMs: inMs, deadlineAt: undefined };
  if (parseInstant(text) !== undefined) return { deadlineInMs: undefined, deadlineAt: text };
  throw new UsageError(`--deadline ${text}: say how long ("30m", "2h") or when ("2030-01-31T17:00:00Z").`);
}

export function durationOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseDuration(text);
  if (ms === undefined || ms <= 0) throw new UsageError(`${option} ${text}: say how long, as in "90s", "30m" or "2h".`);
  return ms;
}

function metadataOf(pairs: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--meta ${pair}: write it as name=value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
