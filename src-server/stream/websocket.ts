import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { maxMessageBytes } from '#shared/protocol/envelope';
import { errorStatus } from '#shared/protocol/error';
import type { Gate } from '../http/auth.ts';
import type { HostRule } from '../http/guards.ts';
import { errorBody } from '../http/reply.ts';
import type { User } from '../keys/identities.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { type Desk, runUnattended } from '../notifications/desk.ts';
import { writeBacklog } from './backlog.ts';
import { handleClientMessage } from './client-messages.ts';
import type { Hub } from './hub.ts';
import { createSocketStream } from './socket-stream.ts';
import { judgeUpgrade, type UpgradeRefusal } from './upgrade.ts';

export type WebSocketOptions = {
  desk: Desk;
  hub: Hub;
  gate: Gate;
  /** How many streams a user may have open at once; null is any number. */
  most: number | null;
  /** Counts what a user acknowledges, over REST as well (section 15). */
  acknowledges: RateLimiter;
  rule: () => HostRule;
  /** Aborted when the server stops: no stream is opened any more. */
  ending: AbortSignal;
  requestId: () => string;
  log: FastifyBaseLogger;
};

/** Takes the upgrades of an HTTP server and serves `GET /api/v1/client/stream` (section 6). Frames are not compressed. */
export function installWebSocket(server: Server, options: WebSocketOptions): void {
  const { desk, hub, gate, most, acknowledges, rule, ending, requestId, log } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });

  const serve = (socket: WebSocket, user: User): void => {
    const stream = createSocketStream(socket, user, desk.clock);
    const waitToAcknowledge = () => (user.unlimited ? undefined : acknowledges.take(user.id));
    const sender = { user: user.id, waitToAcknowledge };
    hub.add(stream);
    log.info({ user: user.id }, 'stream opened');
    socket.on('close', (code) => {
      hub.remove(stream);
      log.info({ user: user.id, code }, 'stream closed');
    });
    socket.on('error', (error) => log.info({ user: user.id, why: error.message }, 'stream fault'));
    socket.on('message', (data, isBinary) => {
      if (isBinary) return stream.close(4400, 'text frames only');
      stream.heard();
      const went = runUnattended(desk, () => {
        const handled = handleClientMessage(desk, sender, String(data), requestId);
        if ('malformed' in handled) stream.close(4400, 'malformed message');
        if ('error' in handled) stream.write(handled.error);
      });
      if (!went) stream.close(1011, 'server error');
    });
    writeBacklog(desk, user.id, stream).catch((error: unknown) => {
      log.error({ err: error }, 'backlog failed');
      stream.close(1011, 'server error');
    });
  };

  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy());
    const went = runUnattended(desk, () => {
      const judged = judgeUpgrade(request, { rule: rule(), gate, hub, ending, most });
      if (judged.ok) sockets.handleUpgrade(request, connection, head, (socket) => serve(socket, judged.value));
      else refuseUpgrade(connection, judged.error, requestId());
    });
    if (!went) connection.destroy();
  });
}

function refuseUpgrade(connection: Duplex, refusal: UpgradeRefusal, requestId: string): void {
  const status = refusal.status ?? errorStatus[refusal.fault.code];
  const body = JSON.stringify(errorBody(refusal.fault, requestId));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...refusal.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
