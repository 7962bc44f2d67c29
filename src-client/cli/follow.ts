import { parseArgs } from 'node:util';
import { ATPClient } from '../client.ts';
import { ATPError } from '../error.ts';
import { endingOf, type NotificationStatus } from '../status.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { answerLine, endingJson } from './answer-words.ts';
import { durationOf } from './ask-options.ts';
import { awaitAnswer } from './await-answer.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, say, UsageError } from './io.ts';
import { type Asked, Journal } from './journal.ts';

const options = {
  json: { type: 'boolean' },
  reason: { type: 'string' },
  yes: { type: 'string', multiple: true },
  'wait-for': { type: 'string' },
  all: { type: 'boolean' },
} as const;

function read(args: readonly string[], allowed: readonly (keyof typeof options)[]) {
  try {
    const chosen = Object.fromEntries(
      Object.entries(options).filter(([name]) => allowed.includes(name as keyof typeof options)),
    );
    const parsed = parseArgs({ args: [...args], options: chosen as typeof options, allowPositionals: true });
    return { values: parsed.values, positionals: parsed.positionals };
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function onlyId(positionals: readonly string[]): string {
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageError('Name one question by its id.');
  return id;
}

/** `atp status ID`: how it stands, now. */
export async function status(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args, ['json']);
  const found = await new ATPClient(findEndpoint({}, io)).getNotificationStatus(onlyId(positionals));
  print(io, values.json ? JSON.stringify(found) : statusLine(found, undefined));
  return exitCode.answered;
}

/** `atp wait ID`: waits like `ask` does; Ctrl-C leaves the question open. */
export async function wait(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args, ['json', 'yes', 'wait-for']);
  const id = onlyId(positionals);
  const client = new ATPClient(findEndpoint({}, io));
  const asked = (await new Journal(io).all(client.url)).find((one) => one.id === id);
  return awaitAnswer(client, io, {
    id,
    actions: asked?.actions,
    yes: values.yes ?? [],
    json: values.json ?? false,
    waitForMs: durationOf('--wait-for', values['wait-for']),
    withdrawOnInterrupt: false,
  });
}

/** `atp withdraw ID`. */
export async function withdraw(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args, ['reason']);
  await new ATPClient(findEndpoint({}, io)).invalidate(onlyId(positionals), values.reason);
  say(io, 'The question was withdrawn.');
  return exitCode.answered;
}

/** `atp list`: the questions asked from this machine that are open, or all of them. */
export async function list(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args, ['json', 'all']);
  if (positionals.length > 0) throw new UsageError('atp list takes no question.');
  const client = new ATPClient(findEndpoint({}, io));
  const asked = (await new Journal(io).all(client.url)).reverse();
  let shown = 0;
  for (const one of asked) {
    const found = await statusOf(client, one);
    if (!found || (!values.all && endingOf(found))) continue;
    shown++;
    print(io, values.json ? JSON.stringify({ ...found, title: one.title }) : statusLine(found, one));
  }
  if (shown === 0)
    say(io, values.all ? 'Nothing was asked from here yet.' : 'Nothing that was asked from here is open.');
  return exitCode.answered;
}

/** `atp watch`: prints each question asked from this machine as it ends, until all have or Ctrl-C. */
export async function watch(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args, ['json']);
  if (positionals.length > 0) throw new UsageError('atp watch takes no question; atp wait does.');
  const client = new ATPClient(findEndpoint({}, io));
  const asked = await new Journal(io).all(client.url);
  const open: Asked[] = [];
  for (const one of asked) {
    const found = await statusOf(client, one);
    if (found && !endingOf(found)) open.push(one);
  }
  if (open.length === 0) say(io, 'Nothing that was asked from here is open.');
  else say(io, `Watching ${open.length} open ${open.length === 1 ? 'question' : 'questions'} …`);
  try {
    await Promise.all(
      open.map(async (one) => {
        const ending = await client.waitForResponse(one.id, { signal: io.interrupted });
        print(io, values.json ? endingJson(ending) : statusLine(ending.notification, one));
      }),
    );
    return exitCode.answered;
  } catch (thrown) {
    if (io.interrupted.aborted) return exitCode.interrupted;
    throw thrown;
  }
}

/** A question that this key cannot see any more is not ours to list. */
async function statusOf(client: ATPClient, { id }: Asked): Promise<NotificationStatus | undefined> {
  try {
    return await client.getNotificationStatus(id);
  } catch (thrown) {
    if (thrown instanceof ATPError && (thrown.httpStatus === 404 || thrown.httpStatus === 403)) return undefined;
    throw thrown;
  }
}

function statusLine(found: NotificationStatus, asked: Asked | undefined): string {
  const ending = endingOf(found);
  const how =
    ending?.status === 'answered'
      ? `answered: ${answerLine(ending, asked?.actions).replaceAll('\n', ', ')}`
      : (ending?.status ?? `open (${found.state})`);
  return [found.notification_id, how, asked?.title].filter((part) => part !== undefined).join('\t');
}
