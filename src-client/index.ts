export {
  ATPClient,
  type ATPClientOptions,
  type SentNotification,
  type ServiceToRegister,
  type WaitOptions,
} from './client.ts';
export { ATPError } from './error.ts';
export type { ActionToSend, AnswerTo, AttachmentToSend, NotificationToSend, ResponseDataOf } from './notification.ts';
export type { Ending, NotificationStatus } from './status.ts';
export { createWebhookHandler, type WebhookHandler, type WebhookHandlerOptions } from './webhook/handler.ts';
export { type VerifyOptions, verifyWebhook, type WebhookAnswer, WebhookError } from './webhook/verify.ts';
