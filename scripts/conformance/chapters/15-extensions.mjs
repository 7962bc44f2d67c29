// @ts-check
import { must, mustBeRefused, mustBeStatus, mustEqual } from '../expect.mjs';
import { rule, userRule } from '../rule.mjs';
import { okay } from '../world.mjs';

/** @type {import('../rule.mjs').Chapter} */
export const extensions = {
  name: 'extensions',
  title: 'Extensions of Triage Inbox',
  rules: [
    rule('5.4', 'extension', '?wait= holds the reply for so many seconds', async (world) => {
      const id = await world.send();
      const startedAt = Date.now();
      mustBeStatus(await world.agent('GET', `/api/v1/notifications/${id}?wait=1`), 200);
      must(Date.now() - startedAt >= 900, 'it came at once');
      mustBeRefused(await world.agent('GET', `/api/v1/notifications/${id}?wait=61`), 400, 'INVALID_PARAMETER');
    }),
    userRule('5.4', 'extension', '?wait= returns as soon as there is an answer', async (world) => {
      const id = await world.send();
      const startedAt = Date.now();
      const waiting = world.agent('GET', `/api/v1/notifications/${id}?wait=8`);
      mustBeStatus(await world.answer(id), 200);
      mustEqual((await waiting).body.responded, true, 'responded');
      must(Date.now() - startedAt < 6_000, 'it waited to the end');
    }),
    rule('14.1', 'extension', 'details.path names the field at fault', async (world) => {
      const reply = await world.post(world.notification({ actions: [okay, { ...okay, id: 'b', label: undefined }] }));
      mustEqual(reply.body.details?.path, 'actions.1.label', 'details.path');
    }),
    userRule('20.26', 'extension', 'a client’s read has the recorded answer in "response"', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.answer(id), 200);
      const { response } = await world.read(id);
      mustEqual(
        [response?.notification_id, response?.action_id, response?.response_data],
        [id, 'ok', null],
        'response',
      );
    }),
    userRule('13.2', 'extension', 'a client’s read has the last change in "status_update"', async (world) => {
      const id = await world.send();
      await world.withdraw(id, 'Too late.');
      const { status_update: last } = await world.read(id);
      mustEqual([last?.status, last?.reason], ['invalidated', 'Too late.'], 'status_update');
    }),
    userRule('16', 'extension', 'the loser of a race finds the winner in details', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.answer(id), 200);
      const { body } = await world.answer(id);
      mustEqual(body.details?.winner?.action_id, 'ok', 'details.winner');
    }),
    ...['https://evil.example', 'null'].map((origin) =>
      rule('3', 'extension', `a request of a web page (Origin: ${origin}) is 403 and does nothing`, async (world) => {
        const { key } = await world.plain;
        const body = world.notification();
        const reply = await world.http.call('POST', '/api/v1/notifications', { token: key, body, headers: { origin } });
        mustBeRefused(reply, 403);
        mustBeRefused(await world.agent('GET', `/api/v1/notifications/${body.id}`), 404);
      }),
    ),
    rule('14.3', 'extension', 'a suspended service reads but does not send: 403 SERVICE_SUSPENDED', async (world) => {
      const service = await world.other;
      const id = await world.send({}, service);
      const path = `/api/v1/admin/services/${service.id}`;
      mustBeStatus(await world.admin('POST', `${path}/suspend`), 200);
      const refused = await world.post(world.notification(), service);
      const read = await world.agent('GET', `/api/v1/notifications/${id}`, undefined, service);
      mustBeStatus(await world.admin('POST', `${path}/resume`), 200);
      mustBeRefused(refused, 403, 'SERVICE_SUSPENDED');
      mustBeStatus(read, 200);
      mustBeStatus(await world.post(world.notification(), service), 201);
    }),
    rule('20.25', 'extension', 'recipients that nobody is are 422 CONSTRAINT_VIOLATION', async (world) => {
      const reply = await world.post(world.notification({ recipients: ['nobody-of-this-name'] }));
      mustBeRefused(reply, 422, 'CONSTRAINT_VIOLATION');
    }),
    rule('4', 'extension', '/api/v1/openapi.json describes the server and needs no credential', async ({ http }) => {
      const reply = await http.call('GET', '/api/v1/openapi.json');
      mustBeStatus(reply, 200);
      must(/^3\.1/.test(reply.body.openapi ?? ''), 'it is not OpenAPI 3.1');
    }),
    rule('5.2', 'extension', 'callback_url null registers a service that reads its answers', async (world) => {
      const reply = await world.admin('POST', '/api/v1/services', world.registration({ callback_url: null }));
      mustBeStatus(reply, 201);
    }),
  ],
};
