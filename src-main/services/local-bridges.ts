import { z } from 'zod';
import type { RestClient } from '#main/accounts/rest-client';
import { BridgeListing, BridgeToken, RegisterBridgeReply, type RegisterBridgeRequest } from '#shared/protocol/bridge';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { askServer, type ServerCall } from './ask-server.ts';

const Listing = z.object({ bridges: z.array(BridgeListing) });

/** What the person fills in; `events` is JSON, and what a kind does not need is empty. */
export type BridgeForm = { kind: 'a2a' | 'trigger'; name: string; agentUrl: string; answerUrl: string; events: string };

const fields = { name: 'name', agent_url: 'agentUrl', answer_url: 'answerUrl', events: 'events' };

function notJson(): AppError {
  return { code: 'service/invalid', message: words.desk.notJson, field: 'events' };
}

/** The bridges of the embedded server, through its HTTP API. */
export class LocalBridges {
  readonly #rest: () => RestClient | undefined;

  /** `rest`: with the admin token, while the server listens. */
  constructor(rest: () => RestClient | undefined) {
    this.#rest = rest;
  }

  async list(): Promise<Result<BridgeListing[]>> {
    const reply = await this.#ask({ method: 'GET', path: '/admin/bridges', schema: Listing });
    return reply.ok ? ok(reply.value.bridges) : reply;
  }

  async register(form: BridgeForm): Promise<Result<RegisterBridgeReply>> {
    const body = requestOf(form);
    if (!body.ok) return body;
    return this.#ask({ method: 'POST', path: '/admin/bridges', schema: RegisterBridgeReply, body: body.value });
  }

  /** The tokens it had stop working at once. */
  rotate(bridgeId: string): Promise<Result<BridgeToken>> {
    return this.#ask({ method: 'POST', path: `${pathOf(bridgeId)}/rotate`, schema: BridgeToken });
  }

  async remove(bridgeId: string): Promise<Result<undefined>> {
    const reply = await this.#ask({ method: 'DELETE', path: pathOf(bridgeId), schema: z.unknown() });
    return reply.ok ? ok(undefined) : reply;
  }

  #ask<S extends z.ZodType>(call: ServerCall<S>): Promise<Result<z.infer<S>>> {
    return askServer(this.#rest(), call, fields);
  }
}

const pathOf = (bridgeId: string) => `/admin/bridges/${encodeURIComponent(bridgeId)}`;

function requestOf({ kind, name, agentUrl, answerUrl, events }: BridgeForm): Result<RegisterBridgeRequest> {
  if (kind === 'a2a') return ok({ kind, agent_url: agentUrl, name: name || null });
  const mapping = events.trim() === '' ? ok({}) : parseJson(events);
  // Its shape is judged by the server, which says where it is wrong.
  return mapping.ok ? ok({ kind, name, answer_url: answerUrl || null, events: mapping.value as never }) : mapping;
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(notJson());
  }
}
