import { expect, test } from 'vitest';
import { maxMessageBytes } from '#shared/protocol/envelope';
import { asFrame, asServerSent, notificationEvent } from './stream-event.ts';

const view = (dataLength: number) => ({
  id: 'n',
  context: {
    title: 't',
    description: 'd',
    attachments: [
      { type: 'text/plain', description: 'log', data: 'A'.repeat(dataLength) },
      { type: 'text/markdown', uri: 'https://ci.example/a.md' },
    ],
  },
});
const read = (event: ReturnType<typeof notificationEvent>) => JSON.parse(asFrame(event));
const overhead = Buffer.byteLength(asFrame(notificationEvent(view(0))));

test('a notification that fits into a message to the byte is sent whole', () => {
  const whole = view(maxMessageBytes - overhead);
  const event = notificationEvent(whole);
  expect(Buffer.byteLength(asFrame(event))).toBe(maxMessageBytes);
  expect(read(event)).toEqual({ type: 'notification', data: whole });
});

test('one byte more and it goes without the data of its attachments, which are still there by name', () => {
  const event = notificationEvent(view(maxMessageBytes - overhead + 1));
  expect(read(event).data).toEqual({
    id: 'n',
    context: {
      title: 't',
      description: 'd',
      attachments: [
        { type: 'text/plain', description: 'log' },
        { type: 'text/markdown', uri: 'https://ci.example/a.md' },
      ],
    },
  });
  expect(asServerSent(event).length).toBeLessThan(1_000);
});

test('bytes are counted, not characters', () => {
  const wide = view(0);
  const event = notificationEvent({ ...wide, context: { ...wide.context, description: '€'.repeat(400_000) } });
  expect(read(event).data.context.attachments[0]).not.toHaveProperty('data');
});
