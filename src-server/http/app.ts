import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { fault } from '#shared/protocol/error';
import type { Logging } from '../log/logging.ts';
import { BodyFault, installErrors } from './errors.ts';
import { guardFault, type HostRule } from './guards.ts';
import { parseJsonBody } from './json-body.ts';
import { errorBody, refuse } from './reply.ts';

/** The largest body, bytes; a notification has a smaller limit of its own (section 18). */
const maxBodyBytes = 1024 * 1024;

/** Connections at once, from everybody together. */
const mostConnections = 1_000;

/** An id for error objects and logs (section 14.1). */
export function newRequestId(): string {
  return `req_${randomUUID().replaceAll('-', '')}`;
}

/** The HTTP server without routes: limits, guards before everything else, JSON in and out, errors, a log without secrets. */
export function createApp(logging: Logging, rule: () => HostRule): FastifyInstance {
  const app = Fastify({
    logger: logging,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    requestIdHeader: false,
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: false,
    http: { maxHeaderSize: 16_384 },
    frameworkErrors: (_error, _request, reply) => {
      void refuse(reply, fault('MALFORMED_REQUEST', 'The address could not be read.'));
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
      const refused = fault('MALFORMED_REQUEST', 'The request could not be read.');
      const body = JSON.stringify(errorBody(refused, newRequestId()));
      const head = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\nconnection: close\r\n\r\n${body}`);
    },
  });
  app.server.maxConnections = mostConnections;
  app.decorateRequest('identity', undefined);
  installErrors(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    const refused = guardFault(request.raw, rule());
    if (refused) return void refuse(reply, refused);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/a2a+json'],
    { parseAs: 'buffer' },
    (_request, bytes, done) => {
      const body = parseJsonBody(bytes as Buffer);
      if (body.ok) done(null, body.value);
      else done(new BodyFault(body.error));
    },
  );
  app.addHook('onResponse', async (request, reply) => logRequest(request, reply.statusCode, reply.elapsedTime));
  return app;
}

/** Says which route was asked for, never its query, headers or body: those carry tokens and people's words. */
function logRequest(request: FastifyRequest, status: number, elapsedMs: number): void {
  const route = request.routeOptions.url ?? 'unknown';
  const ms = Math.round(elapsedMs);
  request.log.info({ method: request.method, route, status, ms }, 'request');
}
