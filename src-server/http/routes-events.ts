import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fault } from '#shared/protocol/error';
import { type Desk, runUnattended } from '../notifications/desk.ts';
import { writeBacklog } from '../stream/backlog.ts';
import type { Hub } from '../stream/hub.ts';
import { createServerSentStream } from '../stream/server-sent-stream.ts';
import { isVersionSpoken } from '../stream/upgrade.ts';
import { bearerOf, type Gate } from './auth.ts';
import { parseQuery } from './query.ts';
import { turnAway } from './refusal.ts';
import { refuse } from './reply.ts';

/** How long to wait when a user has as many streams open as they may, s. */
const crowdedRetryAfterS = 60;

const EventsQuery = z.object({
  token: z.string().optional(),
  last_event_id: z.string().optional(),
  types: z.string().optional(),
  version: z.string().default('1'),
});

/** `GET /api/v1/client/events`: the stream for clients without WebSocket (section 7). `most`: how many a user may have open at once. */
export function eventRoutes(app: FastifyInstance, desk: Desk, gate: Gate, hub: Hub, most: number | null): void {
  app.get('/api/v1/client/events', (request, reply) => {
    const query = parseQuery(EventsQuery, request.query);
    if (!query.ok) return refuse(reply, query.error);
    const { token, types, version } = query.value;
    const identity = gate.admit(bearerOf(request.headers.authorization) ?? token, ['user'], request.ip);
    if (!identity.ok) return turnAway(reply, identity.error);
    const { user } = identity.value;
    if (!isVersionSpoken(version)) {
      return refuse(reply, fault('UNSUPPORTED_VERSION', 'This server speaks version 1.0.', { path: 'version' }));
    }
    if (!user.unlimited && most !== null && hub.countOf(user.id, 'sse') >= most) {
      reply.header('retry-after', String(crowdedRetryAfterS));
      const message = `A user may have ${most} event streams open at once.`;
      return refuse(reply, fault('RATE_LIMIT_EXCEEDED', message));
    }
    reply.hijack();
    const head = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    reply.raw.writeHead(200, { ...head, 'x-content-type-options': 'nosniff' });
    const wanted = types === undefined ? undefined : new Set(types.split(',').map((one) => one.trim()));
    const stream = createServerSentStream(reply.raw, user, wanted, desk.clock);
    runUnattended(desk, () => {
      const missed = hub.add(stream, lastSeen(request) ?? query.value.last_event_id);
      void stream.gone.then(() => hub.remove(stream));
      for (const event of missed) stream.write(event);
      // A line that is no event tells the client at once that it is connected.
      reply.raw.write(': open\n\n');
      writeBacklog(desk, user.id, stream).catch(desk.reportFault);
    });
    return reply;
  });
}

function lastSeen({ headers }: FastifyRequest): string | undefined {
  return [headers['last-event-id']].flat()[0];
}
