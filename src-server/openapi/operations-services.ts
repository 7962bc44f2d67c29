import { z } from 'zod';
import { WireRegisterReply, WireRegisterRequest, WireServiceListing } from '#shared/protocol/wire/service';
import type { Operation } from './operation.ts';

const extension = 'extension of this server';

/** Registration and the administrator's routes about services. */
export const serviceOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v1/services',
    section: '5.2',
    summary: 'Register a service',
    auth: 'admin',
    request: WireRegisterRequest,
    replies: { 201: { about: 'The key is shown this once.', schema: WireRegisterReply } },
    faults: ['MISSING_REQUIRED_FIELD', 'INVALID_CALLBACK_URL', 'SERVICE_ALREADY_EXISTS', 'CONSTRAINT_VIOLATION'],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/services',
    section: extension,
    summary: 'List the services',
    auth: 'admin',
    replies: { 200: { about: 'All services.', schema: z.looseObject({ services: z.array(WireServiceListing) }) } },
    faults: [],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/services/{id}',
    section: extension,
    summary: 'Read a service',
    auth: 'admin',
    replies: { 200: { about: 'The service.', schema: WireServiceListing } },
    faults: ['NOT_FOUND'],
  },
  {
    method: 'PATCH',
    path: '/api/v1/admin/services/{id}',
    section: extension,
    summary: 'Set or clear the callback URL of a service',
    auth: 'admin',
    request: z.looseObject({ callback_url: z.string().nullable() }),
    replies: { 200: { about: 'The service as it is now.', schema: WireServiceListing } },
    faults: ['MISSING_REQUIRED_FIELD', 'INVALID_CALLBACK_URL', 'NOT_FOUND'],
  },
];
