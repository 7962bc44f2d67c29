import type { z } from 'zod';
import type { ErrorCode } from '#shared/protocol/error';
import type { Identity } from '../keys/identities.ts';

/** A parameter of the query, or a header. */
export type Parameter = { in: 'query' | 'header'; name: string; about: string; schema: object; required?: true };

/** What one route takes and gives, for the OpenAPI document. */
export type Operation = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** With parameters in braces: `/api/v1/notifications/{id}`. */
  path: string;
  /** The section of the protocol, or that it is an extension of this server. */
  section: string;
  summary: string;
  /** Whose credential it takes; nobody’s when empty. */
  auth: readonly (Identity['tier'] | 'a2aBridge' | 'triggerBridge')[];
  /** Whether the credential may also be the query parameter `token` (section 6.1). */
  tokenInQuery?: true;
  parameters?: readonly Parameter[];
  request?: z.ZodType;
  /** Replies by HTTP status. A `mediaType` alone is a reply that is not JSON. */
  replies: Readonly<Record<number, { about: string; schema?: z.ZodType; mediaType?: string }>>;
  /** The codes of the errors that belong to this operation; those that can occur everywhere are added. */
  faults: readonly ErrorCode[];
};

/** A query parameter. */
export function query(name: string, about: string, schema: object = { type: 'string' }): Parameter {
  return { in: 'query', name, about, schema };
}

/** The `section` of what is ours and not the protocol's. */
export const extension = 'extension of this server';
