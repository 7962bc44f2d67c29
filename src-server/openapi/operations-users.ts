import { CreateUserReply, CreateUserRequest, UserList, UserListing } from '#shared/protocol/user';
import { extension, type Operation } from './operation.ts';

/** The administrator's routes about users. */
export const userOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/v1/admin/users',
    section: extension,
    summary: 'Make a user with a token',
    auth: ['admin'],
    request: CreateUserRequest,
    replies: { 201: { about: 'The token is shown this once.', schema: CreateUserReply } },
    faults: ['MISSING_REQUIRED_FIELD', 'CONSTRAINT_VIOLATION', 'USER_ALREADY_EXISTS'],
  },
  {
    method: 'GET',
    path: '/api/v1/admin/users',
    section: extension,
    summary: 'List the users',
    auth: ['admin'],
    replies: { 200: { about: 'All users; no token.', schema: UserList } },
    faults: [],
  },
  {
    method: 'POST',
    path: '/api/v1/admin/users/{id}/revoke',
    section: extension,
    summary: 'Take the token of a user away and end their streams',
    auth: ['admin'],
    replies: { 200: { about: 'The user as they are now.', schema: UserListing } },
    faults: ['NOT_FOUND', 'CONSTRAINT_VIOLATION'],
  },
];
