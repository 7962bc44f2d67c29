// @ts-check
import { randomUUID } from 'node:crypto';
import { must, mustBeRefused, mustBeStatus, mustEqual } from '../expect.mjs';
import { userRule } from '../rule.mjs';

/** @typedef {import('../world.mjs').World} World */

/**
 * Sends notifications of rising timestamps in a project of their own.
 * @param {World} world
 * @param {number} count
 */
async function several(world, count) {
  const project = `${world.project}-${randomUUID()}`;
  const ids = [];
  for (let i = 0; i < count; i++) {
    ids.push(
      await world.send({ context: { project }, timestamp: new Date(Date.now() - 60_000 + i * 1000).toISOString() }),
    );
  }
  return { project, ids };
}

/**
 * The ids of all pages of a query.
 * @param {World} world
 * @param {Record<string, string | number>} query
 * @param {(page: number) => Promise<unknown>} [between]
 */
async function allPages(world, query, between = async () => {}) {
  /** @type {string[]} */
  const ids = [];
  /** @type {string | undefined} */
  let cursor;
  for (let page = 0; page < 10; page++) {
    const { notifications, pagination } = await world.list({ ...query, ...(cursor ? { cursor } : {}) });
    ids.push(...idsOf(notifications));
    cursor = pagination.next_cursor ?? undefined;
    mustEqual(pagination.has_more, cursor !== undefined, 'has_more');
    if (cursor === undefined) break;
    await between(page);
  }
  return ids;
}

/** @param {{ id: string }[]} list */
const idsOf = (list) => list.map(({ id }) => id);

/** @type {import('../rule.mjs').Chapter} */
export const list = {
  name: 'list',
  title: '8 Polling, and reading one',
  asker: 'second',
  rules: [
    userRule('8', 'docs', 'newest first by default, oldest first on demand', async (world) => {
      const { project, ids } = await several(world, 3);
      mustEqual(idsOf((await world.list({ project })).notifications), [...ids].reverse(), 'newest first');
      mustEqual(idsOf((await world.list({ project, sort: 'oldest' })).notifications), ids, 'oldest first');
    }),
    userRule(
      '8',
      'docs',
      'pages hold limit notifications, and cursors lead through all of them once',
      async (world) => {
        const { project, ids } = await several(world, 5);
        const first = await world.list({ project, limit: 2 });
        mustEqual(first.notifications.length, 2, 'notifications on the first page');
        mustEqual(first.pagination.total_count, 5, 'total_count');
        mustEqual(await allPages(world, { project, limit: 2, sort: 'oldest' }), ids, 'all pages');
      },
    ),
    userRule('8', 'inferred', 'cursors stay right while new ones arrive', async (world) => {
      const { project, ids } = await several(world, 4);
      const found = await allPages(world, { project, limit: 2 }, () => world.send({ context: { project } }));
      mustEqual(
        found.filter((id) => ids.includes(id)),
        [...ids].reverse(),
        'those that were there',
      );
    }),
    userRule(
      '8',
      'inferred',
      'a cursor of other filters, or no cursor at all, is 400 INVALID_PARAMETER',
      async (world) => {
        const { project } = await several(world, 2);
        const { pagination } = await world.list({ project, limit: 1 });
        for (const cursor of [encodeURIComponent(pagination.next_cursor), 'nonsense']) {
          const other = cursor === 'nonsense' ? project : `${project}-other`;
          const reply = await world.user('GET', `/api/v1/client/notifications?project=${other}&cursor=${cursor}`);
          mustBeRefused(reply, 400, 'INVALID_PARAMETER');
        }
      },
    ),
    userRule('8', 'docs', 'status and pending choose by state', async (world) => {
      const { project, ids } = await several(world, 3);
      const [withdrawn, answered, left] = /** @type {[string, string, string]} */ (ids);
      mustBeStatus(await world.withdraw(withdrawn), 200);
      mustBeStatus(await world.answer(answered), 200);
      mustEqual(idsOf((await world.list({ project, status: 'pending' })).notifications), [left], 'pending');
      mustEqual(
        idsOf((await world.list({ project, status: 'invalidated' })).notifications),
        [withdrawn],
        'invalidated',
      );
      const { pagination } = await world.list({ project, status: 'pending', limit: 1 });
      mustEqual([pagination.total_count, pagination.has_more], [1, false], 'pagination');
    }),
    userRule('8', 'docs', 'service_id chooses by service', async (world) => {
      const { project } = await several(world, 1);
      const other = await world.other;
      const id = await world.send({ context: { project } }, other);
      mustEqual(
        idsOf((await world.list({ project, service_id: other.id })).notifications),
        [id],
        'of the other service',
      );
    }),
    ...['limit=0', 'limit=101', 'limit=many', 'status=lost', 'sort=random'].map((query) =>
      userRule(
        '8',
        query.startsWith('limit=1') ? 'docs' : 'inferred',
        `${query} is 400 INVALID_PARAMETER`,
        async (world) => {
          mustBeRefused(await world.user('GET', `/api/v1/client/notifications?${query}`), 400, 'INVALID_PARAMETER');
        },
      ),
    ),
    userRule('5.1', 'docs', 'reading one of an unknown id is 404 NOTIFICATION_NOT_FOUND', async (world) => {
      const reply = await world.user('GET', `/api/v1/client/notifications/${randomUUID()}`);
      mustBeRefused(reply, 404, 'NOTIFICATION_NOT_FOUND');
    }),
    userRule('10', 'seed', 'the list and the single read give the same notification', async (world) => {
      const { project, ids } = await several(world, 1);
      const [listed] = (await world.list({ project })).notifications;
      mustEqual(await world.read(/** @type {string} */ (ids[0])), listed, 'notification');
      must(listed.status === 'delivered', `the status is ${listed.status}`);
    }),
  ],
};
