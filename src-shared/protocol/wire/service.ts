import { z } from 'zod';
import { SignatureScheme } from '../service.ts';
import { name, open, optional, url } from './basics.ts';
import { WireResume } from './resume.ts';

/** A registration and its reply (section 5.2). */
export const WireRegisterRequest = open(
  {
    name: z.string().min(1).max(100).describe('Shown to users; unique per server.'),
    description: z.string().max(2000).describe('What the service is for.'),
    callback_url: z.string().nullable().meta({
      format: 'uri',
      description: 'Where answers are posted, https. Null (an extension of servers on loopback): read by status.',
    }),
    webhook_secret: optional(z.string().min(16).max(512), 'The HMAC key; made by the server when absent (20.16).'),
    icon_url: optional(url('Becomes service.icon.')),
    signature_scheme: optional(SignatureScheme, 'Section 9.3; default plain.'),
    resume: optional(WireResume),
  },
  'Registers a service (section 5.2).',
  'RegisterRequest',
);
export const WireRegisterReply = open(
  {
    service_id: name('The service.'),
    api_key: name('Shown this once.'),
    webhook_secret: name('The HMAC key of its webhooks.'),
  },
  'The reply to a registration (section 5.2).',
  'RegisterReply',
);
