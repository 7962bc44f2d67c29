import { expect, test } from 'vitest';
import { signatureHeaders, signPlain, signTimestamped } from './signature.ts';

const secret = 'test-webhook-secret-0123456789abcdef';
const body = Buffer.from(
  '{"notification_id":"5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33","action_id":"ship_it","response_data":null,"responded_at":"2026-01-15T09:00:00Z","responder":{"id":"user_42","type":"human"}}',
);
const plain = '86ec0956bea8e13c29c82dc1ce62471b1d1bb8bea5d41cd01db9c4bb956228af';
const timestamped = 't=1768467600,v1=fce26e1d7179879ff3207ea1fe03b4085d0497c60d527a10f1cff5b9146002cf';

test('the vectors of section 9.3', () => {
  expect(body.length).toBe(183);
  expect(signPlain(secret, body)).toBe(plain);
  expect(signTimestamped(secret, body, 1_768_467_600_999)).toBe(timestamped);
});

test('plain deliveries carry both, t_v1 ones only theirs', () => {
  const now = 1_768_467_600_000;
  expect(signatureHeaders('plain', secret, body, now)).toEqual({
    'X-ATP-Signature': plain,
    'X-ATP-Signature-V1': timestamped,
  });
  expect(signatureHeaders('t_v1', secret, body, now)).toEqual({ 'X-ATP-Signature': timestamped });
});

test('the secret is used as UTF-8', () => {
  expect(signPlain('pässwörd-ключ', body)).not.toBe(signPlain('p?ssw?rd-????', body));
});
