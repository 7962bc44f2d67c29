import { z } from 'zod';
import { RotateKeyReply, ServiceListing } from '#shared/protocol/service';
import { WireResume } from '#shared/protocol/wire/resume';
import { WireRegisterReply, WireRegisterRequest } from '#shared/protocol/wire/service';
import { extension, type Operation } from './operation.ts';

const listing = ServiceListing.meta({ id: 'ServiceListing', description: 'No whole key, no secret.' });
const one = '/api/v1/admin/services/{id}';

/** Registration and the administrator's routes about services. */
export const serviceOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v1/services',
    section: '5.2',
    summary: 'Register a service',
    auth: ['admin'],
    request: WireRegisterRequest,
    replies: { 201: { about: 'The key is shown this once.', schema: WireRegisterReply } },
    faults: ['MISSING_REQUIRED_FIELD', 'INVALID_CALLBACK_URL', 'SERVICE_ALREADY_EXISTS', 'CONSTRAINT_VIOLATION'],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/services',
    section: extension,
    summary: 'List the services',
    auth: ['admin'],
    replies: { 200: { about: 'All services.', schema: z.looseObject({ services: z.array(listing) }) } },
    faults: [],
  },
  {
    method: 'GET',
    path: one,
    section: extension,
    summary: 'Read a service',
    auth: ['admin'],
    replies: { 200: { about: 'The service.', schema: listing } },
    faults: ['NOT_FOUND'],
  },
  {
    method: 'PATCH',
    path: one,
    section: extension,
    summary: 'Set or clear the callback URL of a service, or where its answers resume workflows',
    auth: ['admin'],
    request: z.looseObject({ callback_url: z.string().nullish(), resume: WireResume.nullish() }),
    replies: { 200: { about: 'The service as it is now.', schema: listing } },
    faults: ['MISSING_REQUIRED_FIELD', 'INVALID_CALLBACK_URL', 'CONSTRAINT_VIOLATION', 'NOT_FOUND'],
  },
  {
    method: 'POST',
    path: `${one}/rotate`,
    section: extension,
    summary: 'Give a service a new key; the old one no longer works',
    auth: ['admin'],
    replies: { 200: { about: 'The new key is shown this once.', schema: RotateKeyReply } },
    faults: ['NOT_FOUND'],
  },
  ...(
    [
      ['revoke', 'Take the key of a service away', ['NOT_FOUND']],
      ['suspend', 'Let a service read and withdraw but not send', ['NOT_FOUND', 'CONSTRAINT_VIOLATION']],
      ['resume', 'Let a suspended service send again', ['NOT_FOUND', 'CONSTRAINT_VIOLATION']],
    ] as const
  ).map(
    ([verb, summary, faults]): Operation => ({
      method: 'POST',
      path: `${one}/${verb}`,
      section: extension,
      summary,
      auth: ['admin'],
      replies: { 200: { about: 'The service as it is now.', schema: listing } },
      faults,
    }),
  ),
];
