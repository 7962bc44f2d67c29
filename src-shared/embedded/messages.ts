import { z } from 'zod';

/** What the main process tells the embedded server's process over its message port. Tokens travel only this way. */
export const ToEmbeddedServer = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    dataDir: z.string().min(1),
    /** The app's own user and admin tokens, made at each launch and never written down (design.md 6). */
    userToken: z.string().min(32),
    adminToken: z.string().min(32),
    /** `ATP_LIMITS` as the app was given it; the server reads it. */
    limits: z.string().optional(),
  }),
  /** Asks for a `pong`: whoever does not answer hangs. */
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('stop') }),
]);
export type ToEmbeddedServer = z.infer<typeof ToEmbeddedServer>;

/** What the embedded server's process tells the main process. */
export const FromEmbeddedServer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('listening'), url: z.string(), maskedKey: z.string() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('stopped') }),
]);
export type FromEmbeddedServer = z.infer<typeof FromEmbeddedServer>;

/** The content of `local-server.json` in the data folder, mode 0600, there while the server listens (design.md 6). */
export const LocalServerFile = z.object({
  url: z.string(),
  service_id: z.string(),
  api_key: z.string(),
  webhook_secret: z.string(),
  pid: z.int(),
});
export type LocalServerFile = z.infer<typeof LocalServerFile>;
