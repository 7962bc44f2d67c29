// @ts-check
import { must, mustBeRefused, mustEqual } from '../expect.mjs';
import { rule } from '../rule.mjs';

/** @type {import('../rule.mjs').Chapter} */
export const registration = {
  name: 'registration',
  title: '5.2 Register a service',
  rules: [
    rule('5.2', 'docs', 'gives service_id, api_key and webhook_secret', async (world) => {
      const { id, key, secret } = await world.plain;
      for (const value of [id, key, secret]) must(typeof value === 'string' && value !== '', 'a field is missing');
    }),
    rule('5.2', 'docs', 'repeats the secret that was supplied', async (world) => {
      const { secret, sentSecret } = await world.plain;
      must(secret === sentSecret, 'another secret came back');
    }),
    rule('20.16', 'inferred', 'makes a secret when none was supplied', async (world) => {
      const { secret } = await world.timed;
      must(typeof secret === 'string' && secret.length >= 32, 'the secret has fewer than 32 characters');
    }),
    rule('5.2', 'docs', 'keys and ids are each service’s own', async (world) => {
      const all = [await world.plain, await world.timed, await world.other];
      mustEqual(new Set(all.map(({ key }) => key)).size, 3, 'different keys');
      mustEqual(new Set(all.map(({ id }) => id)).size, 3, 'different ids');
    }),
    rule('5.2', 'docs', 'a name that is taken is 409 SERVICE_ALREADY_EXISTS', async (world) => {
      await world.plain;
      const body = world.registration({ name: `Conformance plain ${world.project}` });
      mustBeRefused(await world.admin('POST', '/api/v1/services', body), 409, 'SERVICE_ALREADY_EXISTS');
    }),
    ...['name', 'callback_url'].map((name) =>
      rule('5.2', 'docs', `without ${name} it is 400 MISSING_REQUIRED_FIELD`, async (world) => {
        const body = world.registration({ [name]: undefined });
        mustBeRefused(await world.admin('POST', '/api/v1/services', body), 400, 'MISSING_REQUIRED_FIELD');
      }),
    ),
    ...['not a url', 'http://example.com/hook'].map((callback_url) =>
      rule('5.2', 'docs', `the callback "${callback_url}" is 400 INVALID_CALLBACK_URL`, async (world) => {
        const body = world.registration({ callback_url });
        mustBeRefused(await world.admin('POST', '/api/v1/services', body), 400, 'INVALID_CALLBACK_URL');
      }),
    ),
  ],
};
