import { z } from 'zod';
import { ServiceId } from './ids.ts';

/** Which signature a service wants on its webhooks (section 9.3). */
export const SignatureScheme = z.enum(['plain', 't_v1']);
export type SignatureScheme = z.infer<typeof SignatureScheme>;

/**
 * The body of `POST /api/v1/services` (section 5.2). `webhook_secret` is made by the server when absent (20.16). A
 * `callback_url` of null (ours, loopback servers only) says that the service reads its answers by status.
 */
export const RegisterServiceRequest = z.object({
  name: z.string().trim().min(1).max(100),
  description: z.string().max(2000),
  callback_url: z.string().min(1).max(2048).nullable(),
  webhook_secret: z.string().min(16).max(512).nullish(),
  icon_url: z.string().max(2048).nullish(),
  signature_scheme: SignatureScheme.nullish(),
});
export type RegisterServiceRequest = z.infer<typeof RegisterServiceRequest>;

/** The reply to a registration; the key is shown this once (section 5.2). */
export const RegisterServiceReply = z.object({
  service_id: ServiceId,
  api_key: z.string(),
  webhook_secret: z.string(),
});
export type RegisterServiceReply = z.infer<typeof RegisterServiceReply>;

/** A service as the administrator lists it (`GET /api/v1/admin/services`, ours). Keys and secrets are never in it. */
export const ServiceListing = z.object({
  service_id: ServiceId,
  name: z.string(),
  description: z.string(),
  callback_url: z.string().nullable(),
  icon_url: z.string().nullable(),
  signature_scheme: SignatureScheme,
  created_at: z.string(),
  local: z.boolean(),
});
export type ServiceListing = z.infer<typeof ServiceListing>;
