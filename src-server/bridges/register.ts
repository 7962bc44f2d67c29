import { randomUUID } from 'node:crypto';
import { type RegisterBridgeReply, RegisterBridgeRequest } from '#shared/protocol/bridge';
import { type Fault, fault } from '#shared/protocol/error';
import { ServiceId } from '#shared/protocol/ids';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';
import { makeBridgeToken, makeWebhookSecret } from '../keys/service-key.ts';
import type { Desk } from '../notifications/desk.ts';
import { shapeFault } from '../services/shape-fault.ts';
import { parseCallbackUrl } from '../webhooks/callback-url.ts';
import type { Way } from '../webhooks/reach.ts';
import { findAgent } from './a2a/card.ts';
import { tokenHeader } from './addresses.ts';
import { bridgeListing } from './list.ts';
import { BridgeId, type BridgeSettings } from './settings.ts';
import { cut, firstLine } from './texts.ts';
import { parseMapping } from './triggers/mapping.ts';

/** How long a name may be (section 5.2). */
const maxName = 100;

/**
 * Registers a bridge (appendices A.6 and B), with a service of its own that has no key. The token is in the reply and nowhere
 * else; its digest is stored. `base` is the server's address. Faults: MALFORMED_REQUEST, MISSING_REQUIRED_FIELD,
 * CONSTRAINT_VIOLATION, SERVICE_ALREADY_EXISTS, and those of a mapping's actions.
 */
export async function registerBridge(
  desk: Desk,
  body: unknown,
  base: string,
  way: Omit<Way, 'now'>,
): Promise<Result<RegisterBridgeReply, Fault>> {
  const parsed = parseRequest(body);
  if (!parsed.ok) return parsed;
  const reachedAt = baseUrl(parsed.value.public_url, base);
  if (!reachedAt.ok) return reachedAt;
  const settings = await settingsOf(parsed.value, desk.onLoopback, way);
  if (!settings.ok) return settings;
  const { name, description } = wordsOf(parsed.value, settings.value);
  // Nothing runs between here and the commit below: the name is still free then.
  if (desk.store.services.findByName(name)) {
    return fail(fault('SERVICE_ALREADY_EXISTS', 'A service or bridge with this name exists.', { path: 'name' }));
  }
  return ok(store(desk, settings.value, { name, description }, reachedAt.value));
}

function parseRequest(body: unknown): Result<RegisterBridgeRequest, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  const missing = ['kind', body.kind === 'trigger' ? 'name' : 'agent_url'].find((path) => (body[path] ?? '') === '');
  if (missing) return fail(fault('MISSING_REQUIRED_FIELD', `The field "${missing}" is required.`, { path: missing }));
  // The mapping has words of its own for what is wrong with it.
  const { events: _, ...rest } = body;
  const parsed = RegisterBridgeRequest.safeParse(rest);
  if (!parsed.success) return fail(shapeFault(parsed.error));
  return ok(parsed.data.kind === 'trigger' ? { ...parsed.data, events: body.events as never } : parsed.data);
}

/** The address by which this server is reached, from what was given or else from the request. */
export function baseUrl(given: string | null | undefined, base: string): Result<string, Fault> {
  if (given === undefined || given === null) return ok(base);
  const isWeb = URL.canParse(given) && ['http:', 'https:'].includes(new URL(given).protocol);
  if (isWeb && new URL(given).search === '' && new URL(given).hash === '') return ok(given);
  const message = 'The field "public_url" must be an http or https URL without a query.';
  return fail(fault('CONSTRAINT_VIOLATION', message, { path: 'public_url' }));
}

async function settingsOf(
  request: RegisterBridgeRequest,
  onLoopback: boolean,
  way: Omit<Way, 'now'>,
): Promise<Result<BridgeSettings, Fault>> {
  if (request.kind === 'a2a') {
    const agent = await findAgent(request.agent_url, way);
    return agent.ok ? ok({ kind: 'a2a', ...agent.value }) : agent;
  }
  const events = parseMapping(request.events);
  if (!events.ok) return events;
  const answer_url = request.answer_url ?? null;
  const url = answer_url === null ? undefined : parseCallbackUrl(answer_url, onLoopback, 'answer URL');
  if (url && !url.ok) return fail(fault('CONSTRAINT_VIOLATION', url.error, { path: 'answer_url' }));
  return ok({ kind: 'trigger', events: events.value, answer_url });
}

function wordsOf(request: RegisterBridgeRequest, settings: BridgeSettings) {
  const own = settings.kind === 'a2a' ? settings.agent_name : '';
  const name = cut(firstLine(request.name ?? own), maxName) || 'Agent';
  const description = settings.kind === 'a2a' ? `A2A agent at ${settings.agent_url}` : 'Agent Trigger Protocol events';
  return { name, description };
}

function store(desk: Desk, settings: BridgeSettings, words: { name: string; description: string }, base: string) {
  const { store, clock } = desk;
  const createdAt = clock.now();
  const token = makeBridgeToken();
  const webhookSecret = makeWebhookSecret();
  const bridge = {
    id: BridgeId.parse(`brg_${randomUUID().replaceAll('-', '')}`),
    serviceId: ServiceId.parse(`svc_${randomUUID().replaceAll('-', '')}`),
    settings: settings.kind === 'a2a' ? { ...settings, agent_name: words.name } : settings,
    createdAt,
  };
  const none = { callbackUrl: null, iconUrl: null, local: false, signatureScheme: 'plain' } as const;
  store.transaction(() => {
    store.services.add({ ...none, ...words, id: bridge.serviceId, webhookSecret, bridged: true, createdAt });
    store.bridges.add(bridge);
    store.bridges.addToken(bridge.id, token, createdAt);
  });
  return {
    ...bridgeListing(store, bridge, base),
    token,
    token_header: tokenHeader(settings.kind),
    ...(settings.kind === 'trigger' ? { signing_secret: webhookSecret } : {}),
  };
}
