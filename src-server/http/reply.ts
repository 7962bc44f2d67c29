import type { FastifyReply } from 'fastify';
import { errorStatus, type Fault } from '#shared/protocol/error';
import type { Result } from '#shared/result';

/** The error object of section 14.1, flat. */
export function errorBody({ code, message, details }: Fault, requestId: string): Record<string, unknown> {
  return { code, message, ...(details === undefined ? {} : { details }), request_id: requestId };
}

/** Replies with a fault and the status its code has in section 14.3, or another one where the protocol says so. */
export function refuse(reply: FastifyReply, fault: Fault, status: number = errorStatus[fault.code]): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send(errorBody(fault, reply.request.id));
}

/** Replies with what a decision led to: its value as JSON with `status`, or its fault. */
export function answer<T>(reply: FastifyReply, decided: Result<T, Fault>, status = 200): FastifyReply {
  return decided.ok ? reply.code(status).send(decided.value) : refuse(reply, decided.error);
}
