import { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import { fail, ok, type Result } from '#shared/result';
import { userAgent } from '../../webhooks/attempt.ts';
import { parseCallbackUrl } from '../../webhooks/callback-url.ts';
import { reach, type Way } from '../../webhooks/reach.ts';
import type { A2aSettings, Dialect } from '../settings.ts';
import { replyJson } from './reply-json.ts';

const maxCardBytes = 256 * 1024;

/** Where agents have their cards: since 0.3, and before (appendix A.1). */
const wellKnown = ['.well-known/agent-card.json', '.well-known/agent.json'];

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Interface = z.object({
  url: z.string(),
  protocolBinding: optional(z.string()),
  transport: optional(z.string()),
  protocolVersion: optional(z.string()),
});

/** What we need of an agent card, in either wire form. */
const Card = z.object({
  name: z.string(),
  url: optional(z.string()),
  preferredTransport: optional(z.string()),
  additionalInterfaces: z.array(z.unknown()).catch([]),
  supportedInterfaces: z.array(z.unknown()).catch([]),
  capabilities: z.object({ pushNotifications: z.boolean().catch(false) }).catch({ pushNotifications: false }),
});
type Card = z.infer<typeof Card>;

const wrong = (message: string, details: Record<string, unknown> = {}) =>
  fail(fault('CONSTRAINT_VIOLATION', message, { path: 'agent_url', ...details }));

/**
 * Finds an agent by its URL: that of the agent or of its card. The card and the address in it are held to the rules of
 * webhooks. Fault: CONSTRAINT_VIOLATION about `agent_url`, saying what is wrong.
 */
export async function findAgent(
  agentUrl: string,
  way: Omit<Way, 'now'>,
): Promise<Result<Omit<A2aSettings, 'kind'>, Fault>> {
  const base = parseCallbackUrl(agentUrl, way.onLoopback, 'agent URL');
  if (!base.ok) return wrong(base.error);
  let last = 'There is no agent card.';
  for (const url of cardUrls(base.value)) {
    const outgoing = { method: 'GET', headers: { accept: 'application/json', 'user-agent': userAgent } } as const;
    const outcome = await reach(url, { ...outgoing, mostReplyBytes: maxCardBytes }, way);
    if (outcome.kind !== 'answered') return wrong(`The agent card could not be read: ${outcome.message}`, { url });
    if (outcome.status !== 200) {
      last = `The agent card could not be read: HTTP ${outcome.status}.`;
      continue;
    }
    const card = Card.safeParse(replyJson(outcome.body));
    if (!card.success) return wrong('What is there is not an agent card.', { url });
    return agentOf(card.data, url, agentUrl, way.onLoopback);
  }
  return wrong(last);
}

/** Below the URL itself, then at the root of its host. */
function cardUrls(base: URL): string[] {
  if (base.pathname.endsWith('.json')) return [base.href];
  const folder = base.origin + (base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`);
  const urls = [folder, `${base.origin}/`].flatMap((root) => wellKnown.map((path) => root + path));
  return [...new Set(urls)];
}

function agentOf(card: Card, cardUrl: string, agent_url: string, onLoopback: boolean) {
  if (!card.capabilities.pushNotifications) return wrong('This agent sends no push notifications.');
  const found = interfaceOf(card);
  if (!found) return wrong('This agent takes no JSON-RPC calls.');
  if (!URL.canParse(found.url, cardUrl)) return wrong('The address in the agent card is not a URL.');
  const endpoint = parseCallbackUrl(new URL(found.url, cardUrl).href, onLoopback, 'address in the agent card');
  if (!endpoint.ok) return wrong(endpoint.error, { url: found.url.slice(0, 2048) });
  return ok({ agent_url, agent_name: card.name, endpoint: endpoint.value.href, dialect: found.dialect });
}

/** The first interface of the card that takes JSON-RPC. */
function interfaceOf(card: Card): { url: string; dialect: Dialect } | undefined {
  const listed = [...card.supportedInterfaces, ...card.additionalInterfaces].flatMap((one) => {
    const parsed = Interface.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  const main = card.url === undefined ? [] : [{ url: card.url, transport: card.preferredTransport ?? 'JSONRPC' }];
  const all: z.infer<typeof Interface>[] = [...(card.supportedInterfaces.length > 0 ? [] : main), ...listed];
  const found = all.find((one) => (one.protocolBinding ?? one.transport ?? '').toUpperCase() === 'JSONRPC');
  if (!found) return undefined;
  const isNew = found.protocolBinding !== undefined && !/^0\./.test(found.protocolVersion ?? '1.0');
  return { url: found.url, dialect: isNew ? '1.0' : '0.3' };
}
