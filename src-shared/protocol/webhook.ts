import type { Response } from './response.ts';

/** The header names of a webhook (section 9.2) and of the migration signature (section 9.3). */
export const webhookHeaders = {
  signature: 'X-ATP-Signature',
  signatureV1: 'X-ATP-Signature-V1',
  requestId: 'X-ATP-Request-ID',
  attempt: 'X-ATP-Delivery-Attempt',
} as const;

/** The body of a webhook: the answer and a copy of `context.metadata` (section 9.2, resolution 20.3). */
export type WebhookBody = Response & { metadata: Record<string, unknown> };

/** How long a service may take to answer, in ms (section 9.4). */
export const webhookTimeoutMs = 5_000;

/** When the attempts follow the first one, in ms after the one before; each is moved by up to 20 % (section 9.4). */
export const webhookRetryDelaysMs = [10_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 21_600_000] as const;

export type DeliveryVerdict = 'accepted' | 'retry' | 'refused' | 'signature-refused';

/** What a service's HTTP status means for a delivery (section 9.4). */
export function verdictOfDelivery(httpStatus: number): DeliveryVerdict {
  if (httpStatus >= 200 && httpStatus < 300) return 'accepted';
  if (httpStatus === 408 || httpStatus === 425 || httpStatus === 429 || httpStatus >= 500) return 'retry';
  return httpStatus === 401 || httpStatus === 403 ? 'signature-refused' : 'refused';
}
