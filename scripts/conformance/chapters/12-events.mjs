// @ts-check
import { setTimeout as rest } from 'node:timers/promises';
import { must, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { userRule } from '../rule.mjs';

/**
 * @param {import('../world.mjs').World} world
 * @param {(lastId: string) => { query?: Record<string, string>, headers?: Record<string, string> }} resume
 */
async function resumes(world, resume) {
  const before = await world.events();
  const seen = await world.send();
  const { id: lastId } = await before.event('notification', (data) => data.id === seen);
  must(lastId, 'the event has no id');
  before.close();
  const missed = await world.send();
  mustBeStatus(await world.withdraw(missed, 'While you were away.'), 200);
  const after = await world.events(resume(lastId));
  await after.event('status_update', (data) => data.notification_id === missed && data.status === 'invalidated');
}

/** @type {import('../rule.mjs').Chapter} */
export const events = {
  name: 'events',
  title: '7 Server-sent events',
  asker: 'second',
  rules: [
    userRule('7', 'docs', 'is a text/event-stream', async (world) => {
      const { contentType } = await world.events();
      must(/^text\/event-stream/.test(contentType ?? ''), `the content type is ${contentType}`);
    }),
    userRule('7', 'docs', 'connects with ?token=', async (world) => {
      await world.events({ query: { token: world.userToken ?? '' } });
    }),
    userRule('7', 'docs', 'a notification comes without envelope and with an id', async (world) => {
      const stream = await world.events();
      const sent = await world.send();
      const { id, data } = await stream.event('notification', (one) => one.id === sent);
      must(id, 'the event has no id');
      mustEqual([data.version, data.context.title], ['1.0', 'Conformance'], 'notification');
    }),
    userRule('7', 'docs', 'a change of status comes as status_update', async (world) => {
      const stream = await world.events();
      const sent = await world.send();
      mustBeStatus(await world.answer(sent), 200);
      const { data } = await stream.event(
        'status_update',
        (one) => one.notification_id === sent && one.status === 'responded',
      );
      mustBeTime(data.timestamp, 'timestamp');
    }),
    userRule('7', 'docs', 'types chooses the events', async (world) => {
      const [chosen, all] = [await world.events({ query: { types: 'status_update' } }), await world.events()];
      const sent = await world.send();
      await all.event('notification', (one) => one.id === sent);
      mustBeStatus(await world.withdraw(sent), 200);
      await chosen.event('status_update', (one) => one.notification_id === sent && one.status === 'invalidated');
      must(!chosen.seen.some((one) => one.event === 'notification'), 'a notification came all the same');
    }),
    userRule('7', 'docs', 'resumes after the header Last-Event-ID', (world) =>
      resumes(world, (lastId) => ({ headers: { 'last-event-id': lastId } })),
    ),
    userRule('7', 'docs', 'resumes after ?last_event_id=', (world) =>
      resumes(world, (lastId) => ({ query: { last_event_id: lastId } })),
    ),
    userRule('7', 'inferred', 'an id that is too old starts the stream live', async (world) => {
      const stream = await world.events({ headers: { 'last-event-id': 'long-ago' } });
      const sent = await world.send();
      await stream.event('notification', (one) => one.id === sent);
    }),
    userRule('7', 'inferred', 'what happened before is not replayed to those who do not ask', async (world) => {
      const sent = await world.send();
      mustBeStatus(await world.withdraw(sent), 200);
      const stream = await world.events();
      await rest(200);
      must(!stream.seen.some((one) => one.data.notification_id === sent), 'an old event came');
    }),
    userRule(
      '7',
      'inferred',
      'a ping comes every 30 s',
      async (world) => {
        const stream = await world.events();
        const { data } = await stream.event('ping', () => true, 33_000);
        mustBeTime(data.timestamp, 'timestamp');
      },
      'long',
    ),
  ],
};
