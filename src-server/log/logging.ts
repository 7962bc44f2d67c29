import type { FastifyServerOptions } from 'fastify';

/** How a server logs: pino's options through fastify, or not at all. */
export type Logging = NonNullable<FastifyServerOptions['logger']>;

/** Lines of JSON to a stream. What fastify would say of a request by itself is left out: its address may hold a token. */
export function logTo(stream: { write(line: string): void }): Logging {
  return { level: 'info', stream, base: null, serializers: { req: ({ id }: { id: string }) => ({ id }) } };
}
