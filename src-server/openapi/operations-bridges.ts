import { z } from 'zod';
import {
  BridgeListing,
  BridgeToken,
  RegisterBridgeReply,
  RegisterBridgeRequest,
  SubscribeRequest,
} from '#shared/protocol/bridge';
import { TriggerEvent } from '../bridges/triggers/event.ts';
import { extension, type Operation } from './operation.ts';

const listing = BridgeListing.meta({ id: 'Bridge', description: 'Without its token.' });
const one = '/api/v1/admin/bridges/{id}';

/** What comes in over bridges (appendices A and B), and the administrator's routes for them. */
export const bridgeOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v1/bridges/a2a/{id}',
    section: extension,
    summary: 'A push notification of an A2A agent (appendix A.3); also as application/a2a+json',
    auth: ['a2aBridge'],
    request: z.looseObject({}).describe('Any of the body shapes of appendix A.3. Only the id of the task is read.'),
    replies: {
      200: {
        about: 'The task will be read from the agent; a message outside every task is ignored.',
        schema: z.looseObject({ status: z.enum(['received', 'ignored']) }),
      },
    },
    faults: ['CONSTRAINT_VIOLATION'],
  },
  {
    method: 'POST',
    path: '/api/v1/bridges/triggers/{id}',
    section: extension,
    summary: 'An event of the Agent Trigger Protocol, version 0.1 (appendix B)',
    auth: ['triggerBridge'],
    request: TriggerEvent,
    replies: Object.fromEntries(
      [
        [201, 'It is shown.'],
        [200, 'It had come before, by its source, correlation and type.'],
      ].map(([status, about]) => [
        status,
        {
          about: String(about),
          schema: z.looseObject({ notification_id: z.string(), status: z.enum(['received', 'duplicate']) }),
        },
      ]),
    ),
    faults: ['MISSING_REQUIRED_FIELD', 'CONSTRAINT_VIOLATION', 'SERVICE_SUSPENDED'],
  },
  {
    method: 'POST',
    path: '/api/v1/admin/bridges',
    section: extension,
    summary: 'Register a bridge',
    auth: ['admin'],
    request: RegisterBridgeRequest,
    replies: { 201: { about: 'The token is shown this once.', schema: RegisterBridgeReply } },
    faults: [
      'MISSING_REQUIRED_FIELD',
      'CONSTRAINT_VIOLATION',
      'SERVICE_ALREADY_EXISTS',
      'INVALID_RESPONSE_TYPE',
      'MALFORMED_ACTION',
    ],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/bridges',
    section: extension,
    summary: 'List the bridges',
    auth: ['admin'],
    replies: { 200: { about: 'All bridges.', schema: z.looseObject({ bridges: z.array(listing) }) } },
    faults: [],
  },
  {
    method: 'GET',
    path: one,
    section: extension,
    summary: 'Read a bridge',
    auth: ['admin'],
    replies: { 200: { about: 'The bridge.', schema: listing } },
    faults: ['NOT_FOUND'],
  },
  {
    method: 'DELETE',
    path: one,
    section: extension,
    summary: 'Remove a bridge and withdraw its open items',
    auth: ['admin'],
    replies: { 200: { about: 'The bridge as it was.', schema: listing } },
    faults: ['NOT_FOUND'],
  },
  {
    method: 'POST',
    path: `${one}/rotate`,
    section: extension,
    summary: 'Give a bridge a new token; all it had no longer work',
    auth: ['admin'],
    replies: { 200: { about: 'The new token is shown this once.', schema: BridgeToken } },
    faults: ['NOT_FOUND'],
  },
  {
    method: 'POST',
    path: `${one}/subscriptions`,
    section: extension,
    summary: 'Have an A2A agent post the changes of a task here (appendix A.2)',
    auth: ['admin'],
    request: SubscribeRequest,
    replies: { 201: { about: 'Subscribed; the task is read now.', schema: listing } },
    faults: ['NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  },
];
