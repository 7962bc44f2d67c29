import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { webSocketOpener } from '#main/accounts/stream-socket';
import { createEngine, type Engine } from '#main/engine';
import { createNetwork } from '#main/network/create-network';
import { readNetworkEnvironment } from '#main/network/network-environment';
import { systemClock } from '#main/time/clock';
import { Warnings } from '#main/warnings';
import type { ConnectionView } from '#shared/connection/connection';
import type { ItemRow } from '#shared/inbox/item';
import { type ItemKey, itemKey } from '#shared/inbox/item-key';
import { ActionId } from '#shared/protocol/ids';
import { unreachable } from '#shared/result';
import { EngineCommand, type EngineEvent, EngineStart, type SeenRow } from './messages.ts';

// The engine of the app as a process of its own, in plain Node: with the real network, the real clock and real files,
// for a rig that kills and freezes it.

/** As long as the app itself waits when it quits (src-main/index.ts). */
const answerGraceMs = 3_000;

const engine = startEngine(EngineStart.parse(JSON.parse(process.argv[2] ?? '')));
let isStopping = false;
say({ event: 'ready' });
createInterface({ input: process.stdin })
  .on('line', (line) => obey(EngineCommand.parse(JSON.parse(line))))
  .on('close', () => process.exit(1)); // the rig is gone
process.once('SIGTERM', () => void stop());

/** Synchronous on purpose: what was said is out of this process before anything else happens in it. */
function say(event: EngineEvent): void {
  writeSync(1, `${JSON.stringify(event)}\n`);
}

/** An error of the engine fails the test that sees it. */
function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function startEngine({ dataFolder, takeBackMs }: z.output<typeof EngineStart>): Engine {
  const told = new Map<string, string>();
  const warnings = new Warnings(() => {});
  const environment = readNetworkEnvironment(process.env);
  const network = createNetwork({ environment, platform: process.platform, warnings });
  let made: Engine | undefined;
  made = createEngine({
    dataFolder,
    clock: systemClock,
    random: Math.random,
    newId: randomUUID,
    fetch: network.fetch,
    openStream: webSocketOpener(network),
    takeBackMs: () => takeBackMs,
    timeWords: (ms) => new Date(ms).toISOString(),
    warnings,
    log: { info: () => {}, warn: () => {}, error: (message, facts) => complain(`${message} ${JSON.stringify(facts)}`) },
    onArrived: (key) => say({ event: 'arrived', key }),
    onClosed: (key) => say({ event: 'closed', key }),
    onChanged: () => {
      // What a killed life left in the outbox moves while the engine is still being made.
      for (const { id, connection } of made?.accounts.ids().flatMap((id) => made?.accounts.get(id)?.view() ?? []) ??
        []) {
        if (told.get(id) === connection.state) continue;
        told.set(id, connection.state);
        const because = whyOf(connection);
        say({ event: 'connection', account: id, state: connection.state, at: Date.now(), ...(because && { because }) });
      }
    },
  });
  const { inbox, feed, outbox } = made;
  feed.onFlush((keys) => say({ event: 'changed', rows: keys && inbox.rows(keys).map(seen) }));
  outbox.run();
  return made;
}

function whyOf(connection: ConnectionView): string | undefined {
  if (connection.state === 'offline') return connection.why;
  return connection.state === 'refused' ? connection.because : undefined;
}

function obey(order: z.output<typeof EngineCommand>): void {
  switch (order.do) {
    case 'connect': {
      const { account, url, token } = order;
      (engine.accounts.get(account) ?? engine.accounts.add(account)).connect({ url, token });
      break;
    }
    case 'submit':
      submit(itemKey(order.account, order.id), order.action, order.data);
      break;
    case 'answer-open':
      void answerOpen(order.action, order.mark);
      break;
    case 'undo': {
      const key = itemKey(order.account, order.id);
      say({ event: 'undoing', key });
      say({ event: engine.inbox.undo(key).ok ? 'undone' : 'too-late', key });
      break;
    }
    case 'nudge':
      engine.noticed('woke');
      break;
    case 'rows':
      say({ event: 'rows', number: order.number, rows: engine.inbox.rows(order.keys).map(seen) });
      break;
    case 'quit':
      void stop();
      break;
    default:
      unreachable(order);
  }
}

function submit(key: ItemKey, actionId: ActionId, data: unknown): void {
  const item = engine.inbox.item(key);
  if (!item.ok) {
    say({ event: 'not-saved', key, code: item.error.code });
    return;
  }
  say({ event: 'trying', key, data });
  const { revision } = item.value;
  const saved = engine.inbox.submit(key, { revision, actionId, data, confirmed: true });
  say(saved.ok ? { event: 'saved', key, data } : { event: 'not-saved', key, code: saved.error.code });
}

async function answerOpen(action: string, mark: string): Promise<void> {
  const { keys } = engine.inbox.order({ view: 'inbox', search: '' });
  for (const [index, key] of keys.entries()) {
    if (isStopping) return;
    if (engine.inbox.row(key)?.answer) continue;
    submit(key, ActionId.parse(action), `${mark}:${index}`);
    await new Promise((resolve) => setImmediate(resolve)); // a person's answers let the network in between, too
  }
}

function seen(row: ItemRow): SeenRow {
  const { key, status, answer, ending } = row;
  return {
    key,
    status,
    ...(answer && {
      answer: {
        state: answer.state,
        ...(answer.state === 'returned' && { because: answer.because, message: answer.message }),
      },
    }),
    ...(ending && {
      ending: {
        how: ending.how,
        ...(ending.how === 'answered' && { byMe: ending.byMe, words: ending.words, responder: ending.responder?.id }),
      },
    }),
  };
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await engine.stop(answerGraceMs);
  say({ event: 'stopped' });
  process.exit(0);
}
