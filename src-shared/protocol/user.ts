import { z } from 'zod';
import { UserId } from './ids.ts';
import { CredentialListing } from './service.ts';

/** What a user is: it becomes `responder.type` (section 13.1). */
export const UserType = z.enum(['human', 'agent']);
export type UserType = z.infer<typeof UserType>;

/** The body of `POST /api/v1/admin/users` (ours). The server makes an id when none is given. */
export const CreateUserRequest = z.object({
  name: z.string().trim().min(1).max(100),
  type: UserType.nullish(),
  user_id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, 'needs 1 to 64 letters, digits or . _ @ -')
    .nullish(),
});
export type CreateUserRequest = z.infer<typeof CreateUserRequest>;

/** The reply to it; the token is shown this once. */
export const CreateUserReply = z.object({ user_id: UserId, name: z.string(), type: UserType, token: z.string() });
export type CreateUserReply = z.infer<typeof CreateUserReply>;

/** A user as the administrator lists them (ours). `configured`: came with the server's start, has no stored token. */
export const UserListing = z.object({
  user_id: UserId,
  name: z.string(),
  type: UserType,
  status: z.enum(['active', 'revoked']),
  configured: z.boolean(),
  /** Null for configured and revoked ones. */
  token: CredentialListing.nullable(),
  created_at: z.string().nullable(),
});
export type UserListing = z.infer<typeof UserListing>;

/** `GET /api/v1/admin/users`. */
export const UserList = z.object({ users: z.array(UserListing) });
export type UserList = z.infer<typeof UserList>;
