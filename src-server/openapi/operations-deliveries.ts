import { DeliveryList, DeliveryListing, DeliveryPage } from '#shared/protocol/delivery';
import { extension, type Operation, query } from './operation.ts';

const ofOne = '/api/v1/notifications/{id}/deliveries';
const unseen = ['SERVICE_NOT_OWNER', 'NOTIFICATION_NOT_FOUND'] as const;

/** Webhook deliveries for their owner and the administrator. */
export const deliveryOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: ofOne,
    section: extension,
    summary: 'How the deliveries of an answer stand',
    auth: ['service', 'admin'],
    replies: { 200: { about: 'One of each kind, or none.', schema: DeliveryList } },
    faults: unseen,
  },
  {
    method: 'POST',
    path: `${ofOne}/{delivery_id}/resend`,
    section: extension,
    summary: 'Send a delivery again, now',
    auth: ['service', 'admin'],
    replies: { 200: { about: 'The delivery, due at once.', schema: DeliveryListing } },
    faults: [...unseen, 'NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/services/{id}/deliveries',
    section: extension,
    summary: 'The deliveries of a service or bridge, the newest first',
    auth: ['admin'],
    parameters: [
      query('limit', 'Of a page.', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
      query('cursor', 'The next_cursor of the page before.'),
    ],
    replies: { 200: { about: 'A page.', schema: DeliveryPage } },
    faults: ['INVALID_PARAMETER', 'NOT_FOUND'],
  },
];
