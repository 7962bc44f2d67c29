// @ts-check
import { must, mustBeRefused, Unmet } from '../expect.mjs';
import { userRule } from '../rule.mjs';

/**
 * Repeats a request until it is refused, and looks at the refusal.
 * @param {number} most
 * @param {() => Promise<import('../expect.mjs').Reply>} request
 */
async function limited(most, request) {
  for (let count = 0; count <= most; count++) {
    const reply = await request();
    if (reply.status !== 429) continue;
    mustBeRefused(reply, 429, 'RATE_LIMIT_EXCEEDED');
    const wait = reply.headers.get('retry-after') ?? '';
    must(/^\d+$/.test(wait) || !Number.isNaN(Date.parse(wait)), `Retry-After is "${wait}"`);
    return;
  }
  throw new Unmet(`${most + 1} requests were taken within a minute`);
}

/** @type {import('../rule.mjs').Chapter} */
export const limits = {
  name: 'limits',
  title: '15 Rate limits',
  rules: [
    userRule(
      '15',
      'docs',
      'more than 100 sends of a service in a minute are 429 with Retry-After',
      async (world) => {
        const { key: token } = await world.timed;
        await limited(100, () => world.http.callEvenLimited('POST', '/api/v1/notifications', { token, body: {} }));
      },
      'limits',
    ),
    userRule(
      '15',
      'docs',
      'more than 60 polls of a user in a minute are 429 with Retry-After',
      async ({ http, userToken: token }) => {
        await limited(60, () => http.callEvenLimited('GET', '/api/v1/client/notifications?limit=1', { token }));
      },
      'limits',
    ),
  ],
};
