import { WireWebhook } from '#shared/protocol/wire/response';
import { content } from './content.ts';

const signature = (name: string, about: string, required: boolean) => ({
  in: 'header',
  name,
  required,
  description: about,
  schema: { type: 'string' },
});

/** What this server posts to services, as OpenAPI says it (section 9). */
export const answerWebhook = {
  summary: 'The answer, posted to the callback URL of the service (section 9)',
  parameters: [
    signature('X-ATP-Signature', 'HMAC-SHA256 of the raw body in hex, or t=…,v1=… over "<t>.<raw body>".', true),
    signature('X-ATP-Signature-V1', 'The form with a time, beside a plain signature.', false),
    signature('X-ATP-Request-ID', 'The same for all attempts of one delivery.', true),
    signature('X-ATP-Delivery-Attempt', 'Counts from 1.', true),
  ],
  requestBody: { required: true, content: content(WireWebhook) },
  responses: {
    '2XX': { description: 'Accepted: the notification is completed.' },
    '4XX': { description: 'Refused for good, but for 408, 425 and 429.' },
    '5XX': { description: 'To be tried again (section 9.4).' },
  },
};
