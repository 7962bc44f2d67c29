import { z } from 'zod';
import { extension, type Operation } from './operation.ts';
import { bridgeOperations } from './operations-bridges.ts';
import { clientOperations } from './operations-client.ts';
import { deliveryOperations } from './operations-deliveries.ts';
import { notificationOperations } from './operations-notifications.ts';
import { serviceOperations } from './operations-services.ts';
import { userOperations } from './operations-users.ts';

const about: readonly Operation[] = [
  {
    method: 'GET',
    path: '/api/v1/health',
    section: '5.1',
    summary: 'Whether the server is up',
    auth: [],
    replies: { 200: { about: 'It is.', schema: z.looseObject({ status: z.literal('ok'), version: z.string() }) } },
    faults: [],
  },
  {
    method: 'GET',
    path: '/api/v1/openapi.json',
    section: extension,
    summary: 'This document',
    auth: [],
    replies: { 200: { about: 'An OpenAPI 3.1 document.', schema: z.record(z.string(), z.unknown()) } },
    faults: [],
  },
];

/** Every route of the server. A route that is not here, or not there, turns a test red. */
export const operations: readonly Operation[] = [
  ...about,
  ...serviceOperations,
  ...userOperations,
  ...deliveryOperations,
  ...notificationOperations,
  ...clientOperations,
  ...bridgeOperations,
];
