import type { FastifyReply } from 'fastify';
import { type Fault, fault } from '#shared/protocol/error';
import { refuse } from './reply.ts';

/** A fault and, for somebody who has to wait, after how many seconds they may try again. */
export type Refusal = { fault: Fault; retryAfterS?: number };

/** The refusal of somebody who has to wait (section 15): whole seconds, never earlier than there is room again. */
export function tooMany(message: string, waitMs: number): Refusal {
  return { fault: fault('RATE_LIMIT_EXCEEDED', message), retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) };
}

/** Replies with a refusal and, where there is one, its `Retry-After`. */
export function turnAway(reply: FastifyReply, { fault: refused, retryAfterS }: Refusal): FastifyReply {
  if (retryAfterS !== undefined) reply.header('retry-after', String(retryAfterS));
  return refuse(reply, refused);
}
