import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noLimits } from '../limits/limits.ts';
import { aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aStream } from '../testing/a-stream.ts';
import { aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
beforeAll(async () => {
  server = await aServer({ limits: noLimits });
  service = await aService(server);
});
afterAll(() => endServer(server));

const valid = '{"type":"acknowledge","data":{"notification_id":"5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33"}}';
const bearer = { authorization: `Bearer ${userToken}` };
const open = () => aStream(`${server.url}/api/v1/client/stream`, bearer);

/** A stream works: something that is sent now arrives on it. */
async function isServed(): Promise<void> {
  const stream = await open();
  const id = await sent(server, service);
  await stream.frame(({ data }) => data.id === id);
  stream.socket.close();
  await stream.closed;
}

/** Whether a frame is a message of the protocol by its shape: an object with a `type` and, at most, an object as `data`. */
function isMessage(text: string): boolean {
  try {
    const { type, data } = Object(JSON.parse(text) ?? undefined) as Record<string, unknown>;
    const isObject = typeof data === 'object' && !Array.isArray(data);
    return typeof type === 'string' && (data === undefined || isObject);
  } catch {
    return false;
  }
}

const mutated = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(valid.length), fc.nat(6), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 5 }),
  )
  .map(([changes]) => changes.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), valid));
const frame = fc.oneof(
  // Only its being binary is wrong with this one.
  { weight: 1, arbitrary: fc.constant(valid).map((text) => Buffer.from(text)) },
  { weight: 6, arbitrary: mutated },
  { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.nat(20_000).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);

test('ten thousand mutated frames: what is no message is closed with 4400, the rest is borne, the server lives', async () => {
  let closed = 0;
  let borne = 0;
  let stream = await open();
  await fc.assert(
    fc.asyncProperty(frame, async (one) => {
      stream.send(one);
      if (Buffer.isBuffer(one) || !isMessage(one)) {
        expect(await stream.closed).toBe(4400);
        closed++;
        stream = await open();
        return;
      }
      // What the server answers to a ping was written after it had taken the frame.
      const pong = new Promise((resolve) => stream.socket.once('pong', resolve));
      stream.socket.ping();
      await pong;
      expect(stream.socket.readyState).toBe(stream.socket.OPEN);
      borne++;
    }),
    { numRuns: 10_000 },
  );
  process.stdout.write(`hostile frames: ${closed} closed, ${borne} borne\n`);
  expect(closed).toBeGreaterThan(300);
  stream.socket.terminate();
  await isServed();
}, 120_000);

test('frames over 1 MB, in one piece or in many, are closed with 1009 and not kept', async () => {
  for (const fragments of [1, 40]) {
    const stream = await open();
    const part = 'y'.repeat(Math.ceil(1_100_000 / fragments));
    for (let n = 1; n <= fragments; n++) stream.socket.send(part, { fin: n === fragments });
    expect(await stream.closed).toBe(1009);
  }
  await isServed();
});

test('bytes that are no frames at all end the connection and nothing else', async () => {
  const key = randomBytes(16).toString('base64');
  const head = [
    'GET /api/v1/client/stream HTTP/1.1',
    `host: 127.0.0.1:${server.port}`,
    `authorization: Bearer ${userToken}`,
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${key}`,
  ].join('\r\n');
  const hostile: Buffer[] = [
    Buffer.from([0x81, 0x02, 0x7b, 0x7d]), // not masked
    Buffer.from([0x83, 0x80, 1, 2, 3, 4]), // an opcode that is not defined
    Buffer.from([0xf1, 0x80, 1, 2, 3, 4]), // reserved bits
    Buffer.from([0x80, 0x80, 1, 2, 3, 4]), // the continuation of nothing
    Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4]), // 8 exbibytes to come
    Buffer.from([0x89, 0xfe, 0x01, 0x00, 1, 2, 3, 4]), // a ping that is too long
    Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff]), // not UTF-8
    ...Array.from({ length: 60 }, () => Buffer.concat([Buffer.from([0xff]), randomBytes(64)])),
  ];
  for (const bytes of hostile) {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n`));
      socket.once('data', () => socket.write(bytes));
      socket.on('error', () => {});
      socket.on('close', () => resolve());
      socket.resume();
    });
  }
  await isServed();
});
