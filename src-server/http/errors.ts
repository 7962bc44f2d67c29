import type { FastifyError, FastifyInstance } from 'fastify';
import { type Fault, fault } from '#shared/protocol/error';
import { refuse } from './reply.ts';

/** A fault found while a body is read, where it can only be thrown. */
export class BodyFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Every error in the form of section 14.1: what handlers throw, what fastify refuses, unknown paths. */
export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = faultOf(error);
    if (!known) request.log.error({ err: error }, 'request failed');
    return refuse(reply, known ?? fault('INTERNAL_ERROR', 'Something went wrong on the server. It has been logged.'));
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, fault('NOT_FOUND', 'There is nothing at this address.')));
}

function faultOf(error: FastifyError): Fault | undefined {
  if (error instanceof BodyFault) return error.fault;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return fault('PAYLOAD_TOO_LARGE', 'The body is larger than this address takes.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return fault('UNSUPPORTED_MEDIA_TYPE', 'A body must have the content type application/json.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
    case 'ECONNRESET':
      return fault('MALFORMED_REQUEST', 'The request could not be read.');
    default:
      return undefined;
  }
}

/** Answers 405 with `Allow` where a path exists but not for this method. Call it after all routes are there. */
export function installMethodNotAllowed(app: FastifyInstance, routes: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [url, allowed] of routes) {
    const others = methods.filter((method) => !allowed.has(method));
    app.route({
      method: others,
      url,
      handler: (_request, reply) => {
        reply.header('allow', [...allowed].join(', '));
        return refuse(reply, fault('METHOD_NOT_ALLOWED', 'This address does not take this method.'));
      },
    });
  }
}
