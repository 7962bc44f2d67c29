import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Io } from '../cli/io.ts';
import { ATPClient } from '../client.ts';
import { ATPError } from '../error.ts';
import type { Ending } from '../status.ts';
import { endingOf } from '../status.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { OpenQuestions } from './open-questions.ts';
import type { Agent, Chosen, Question, Settled, Step } from './step.ts';

/** More than this no event holds that could be shown. */
const mostInputBytes = 8 * 1024 * 1024;
/** Nobody waits longer for a server that does not answer. */
const sendWithinMs = 5_000;

export type HookLimits = { waitMs: number };

/**
 * Runs one hook: reads the agent's event, asks the person, and prints what goes back. Prints nothing whenever there is
 * no answer, so that the agent's own prompt decides: silence never approves. Throws what went wrong on the way.
 */
export async function runHook(agent: Agent, io: Io, { waitMs }: HookLimits): Promise<void> {
  const startedAt = Date.now();
  const step = agent.stepFor(await readEvent(io.stdin));
  if (step.do === 'nothing') return;
  if (step.do === 'settle') return settle(step.settled, io, startedAt);
  const output = await ask(step, io, Date.now() + waitMs);
  if (output !== undefined && !io.interrupted.aborted) io.stdout.write(`${JSON.stringify(output)}\n`);
}

async function readEvent(stdin: Readable): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stdin) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > mostInputBytes) throw new Error('The event is too large to be shown.');
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function ask(step: Extract<Step, { do: 'ask' }>, io: Io, until: number): Promise<object | undefined> {
  const client = new ATPClient(findEndpoint({}, io));
  const open = new OpenQuestions(io);
  const chosen: Chosen[] = [];
  for (const question of step.questions) {
    const id = randomUUID();
    await open.add({ id, url: client.url, asked_at: Date.now(), ...step.call });
    const ending = await answerTo({ id, question, until }, client, io).finally(() => open.remove(id));
    if (ending?.status !== 'answered') return undefined;
    chosen.push({ action_id: ending.action_id, response_data: ending.response_data });
  }
  return step.answer(chosen);
}

type Asking = { id: string; question: Question; until: number };

/** How one question ended; undefined when nobody answered in time. It never stays open behind us. */
async function answerTo({ id, question, until }: Asking, client: ATPClient, io: Io): Promise<Ending | undefined> {
  const stop = io.interrupted;
  try {
    const soon = AbortSignal.any([stop, AbortSignal.timeout(sendWithinMs)]);
    await client.sendNotification({ ...question, id, deadline: new Date(until) }, { signal: soon });
    return await client.waitForResponse(id, { signal: stop, timeoutMs: Math.max(1, until - Date.now()) });
  } catch (thrown) {
    const ending = await withdrawn(client, id, stop.aborted).catch(() => undefined);
    if (stop.aborted || ending) return ending;
    if (thrown instanceof ATPError && thrown.code === 'TIMED_OUT') return undefined;
    throw thrown;
  }
}

/** Takes a question back. One that was answered in the last moment is still an answer. */
async function withdrawn(client: ATPClient, id: string, isStopped: boolean): Promise<Ending | undefined> {
  try {
    const reason = isStopped ? 'The agent stopped waiting.' : 'Time is up: the agent asks in its terminal.';
    await client.invalidate(id, reason);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof ATPError) || thrown.code === 'UNREACHABLE') throw thrown;
    return endingOf(await client.getNotificationStatus(id));
  }
}

/** Withdraws what the person has settled in the terminal. Without an open question nothing is looked for. */
async function settle(settled: Settled, io: Io, eventAt: number): Promise<void> {
  const open = new OpenQuestions(io);
  const over = await open.settledBy(settled, eventAt);
  if (over.length === 0) return;
  const client = new ATPClient(findEndpoint({}, io));
  for (const { id, url } of over) {
    if (url === client.url) await client.invalidate(id, 'Settled in the terminal.').catch(() => undefined);
    await open.remove(id);
  }
}
