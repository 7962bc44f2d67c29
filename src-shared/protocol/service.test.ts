import { describe, expect, it } from 'vitest';
import { RegisterServiceRequest } from './service.ts';

describe('registering a service (section 5.2)', () => {
  const request = { name: ' Release Bot ', description: 'Ships builds', callback_url: 'https://ci.example/hook' };

  it('needs name, description and callback; the rest may be left out or null', () => {
    expect(RegisterServiceRequest.parse(request).name).toBe('Release Bot');
    const nulls = { ...request, webhook_secret: null, icon_url: null, signature_scheme: null };
    expect(RegisterServiceRequest.safeParse(nulls).success).toBe(true);
    for (const name of Object.keys(request)) {
      expect(RegisterServiceRequest.safeParse({ ...request, [name]: undefined }).success).toBe(false);
    }
  });

  it.each([{ name: '  ' }, { webhook_secret: 'short' }, { signature_scheme: 't_v2' }])('refuses %o', (change) => {
    expect(RegisterServiceRequest.safeParse({ ...request, ...change }).success).toBe(false);
  });
});
