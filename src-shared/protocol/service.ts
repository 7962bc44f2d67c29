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

/** What may be shown of a credential (ours): its prefix, its last four characters when they are known, and its age. */
export const CredentialListing = z.object({
  prefix: z.string(),
  last_four: z.string().nullable(),
  created_at: z.string(),
});
export type CredentialListing = z.infer<typeof CredentialListing>;

/** `suspended`: may read and withdraw but not send; `revoked`: has no key until it is rotated. */
export const ServiceStatus = z.enum(['active', 'suspended', 'revoked']);
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** A service as the administrator lists it (`GET /api/v1/admin/services`, ours). Whole keys and secrets are never in it. */
export const ServiceListing = z.object({
  service_id: ServiceId,
  name: z.string(),
  description: z.string(),
  callback_url: z.string().nullable(),
  icon_url: z.string().nullable(),
  signature_scheme: SignatureScheme,
  created_at: z.string(),
  local: z.boolean(),
  /** Where its answers resume workflows, when it has set that. */
  resume: z.object({ url: z.string().nullable(), template: z.unknown() }).optional(),
  status: ServiceStatus,
  /** Null when revoked. */
  key: CredentialListing.nullable(),
});
export type ServiceListing = z.infer<typeof ServiceListing>;

/** The reply to `POST /api/v1/admin/services/{id}/rotate` (ours); the new key is shown this once. */
export const RotateKeyReply = z.object({ service_id: ServiceId, api_key: z.string(), created_at: z.string() });
export type RotateKeyReply = z.infer<typeof RotateKeyReply>;
