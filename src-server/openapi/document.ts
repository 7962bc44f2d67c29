import { type ErrorCode, errorStatus } from '#shared/protocol/error';
import { componentsOf } from '#shared/protocol/wire/documents';
import { WireEnvelope } from '#shared/protocol/wire/envelope';
import { WireError, WireWebhook } from '#shared/protocol/wire/response';
import { a2aTokenHeader } from '../bridges/addresses.ts';
import { answerWebhook } from './answer-webhook.ts';
import { content } from './content.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

/** Draws the OpenAPI 3.1 document of these operations. */
export function openApiDocument(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  const used = operations.flatMap(({ request, replies }) => [
    request,
    ...Object.values(replies).map((one) => one.schema),
  ]);
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Agent Triage Protocol server of Triage Inbox',
      version: '1.0',
      description: 'Protocol version 1.0. "Section" means a section of the wire reference.',
    },
    paths,
    webhooks: { answer: { post: answerWebhook } },
    components: {
      schemas: componentsOf([WireError, WireEnvelope, WireWebhook, ...used.filter((one) => one !== undefined)]),
      securitySchemes: {
        admin: bearer('The administrator’s token.'),
        service: bearer('The key of a service.'),
        user: bearer('The token of a user.'),
        a2aBridge: {
          type: 'apiKey',
          in: 'header',
          name: a2aTokenHeader,
          description: 'A token of this A2A bridge.',
        },
        triggerBridge: bearer('The token of this trigger bridge.'),
        userTokenInQuery: {
          type: 'apiKey',
          in: 'query',
          name: 'token',
          description: 'For streams only (section 6.1).',
        },
      },
    },
  };
}

function bearer(description: string): Json {
  return { type: 'http', scheme: 'bearer', description };
}

function describe(operation: Operation): Json {
  const { method, path, section, summary, auth, tokenInQuery, parameters = [], request } = operation;
  const security = [...auth.map((tier) => ({ [tier]: [] })), ...(tokenInQuery ? [{ userTokenInQuery: [] }] : [])];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
    schema: { type: 'string' },
  }));
  const others = parameters.map(({ about, ...one }) => ({ ...one, description: about }));
  return {
    operationId: operationId(method, path),
    summary,
    description: /^\d/.test(section) ? `Section ${section}.` : `An ${section}.`,
    security,
    ...(inPath.length + others.length === 0 ? {} : { parameters: [...inPath, ...others] }),
    ...(request === undefined ? {} : { requestBody: { required: true, content: content(request) } }),
    responses: { ...repliesOf(operation), ...faultsOf(operation) },
  };
}

/** `POST /api/v1/client/respond` is `postClientRespond`. */
function operationId(method: string, path: string): string {
  const words = path.replace('/api/v1', '').split(/[^a-z]+/i);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function repliesOf({ replies }: Operation): Json {
  return Object.fromEntries(
    Object.entries(replies).map(([status, { about, schema, mediaType }]) => [
      status,
      {
        description: about,
        ...(schema === undefined ? {} : { content: content(schema) }),
        ...(mediaType === undefined ? {} : { content: { [mediaType]: { schema: { type: 'string' } } } }),
      },
    ]),
  );
}

/** The errors of an operation by status: its own, and those that can occur everywhere (sections 5 and 14). */
function faultsOf({ method, auth, request, replies, faults }: Operation): Json {
  const codes = new Set<ErrorCode>([
    'ORIGIN_NOT_ALLOWED',
    'RATE_LIMIT_EXCEEDED',
    'INTERNAL_ERROR',
    'SERVER_UNAVAILABLE',
  ]);
  if (auth.length > 0) codes.add('AUTH_INVALID_TOKEN');
  if (auth.includes('admin')) codes.add('AUTH_INSUFFICIENT_PERMISSIONS');
  if (method !== 'GET') codes.add('UNSUPPORTED_MEDIA_TYPE');
  if (request !== undefined) codes.add('MALFORMED_REQUEST').add('PAYLOAD_TOO_LARGE');
  for (const code of faults) codes.add(code);
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes].sort()) {
    // At an upgrade, an unsupported version has a status of its own (section 14.3).
    const status = code === 'UNSUPPORTED_VERSION' && 101 in replies ? 426 : errorStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      status,
      {
        description: all.join(', '),
        ...(status === 429
          ? { headers: { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds.' } } }
          : {}),
        content: content(WireError),
      },
    ]),
  );
}
