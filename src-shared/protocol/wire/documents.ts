import { z } from 'zod';
import { WireEnvelope } from './envelope.ts';
import { WireNotification, WireService } from './notification.ts';
import { WireError, WireResponse, WireStatusUpdate } from './response.ts';

type JsonSchema = Record<string, unknown>;

/** The schemas that are published as files, by the name of the file. */
const published = {
  'notification.json': WireNotification,
  'response.json': WireResponse,
  'error.json': WireError,
  'status-update.json': WireStatusUpdate,
  'envelope.json': WireEnvelope,
  'service.json': WireService,
} as const;

/** Draws the documents of `docs/schemas`: file name to JSON Schema (draft 2020-12), each complete in itself. */
export function schemaDocuments(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(published).map(([file, schema]) => {
      const { $schema, $ref: _, $defs = {}, ...inline }: JsonSchema = z.toJSONSchema(schema);
      const parts = $defs as Record<string, JsonSchema>;
      const { id: name = '' } = schema.meta() ?? {};
      const { [name]: whole = inline, ...others } = parts;
      const defs = Object.keys(others).length === 0 ? {} : { $defs: others };
      return [file, { $schema, title: `ATP 1.0 ${name}`, ...whole, ...defs }];
    }),
  );
}

/** The parts of an OpenAPI document: every named schema reachable from these, referred to as OpenAPI does. */
export function componentsOf(schemas: readonly z.ZodType[]): Record<string, JsonSchema> {
  const all = z.toJSONSchema(z.tuple(schemas as [z.ZodType, ...z.ZodType[]]), { io: 'input' }) as {
    $defs?: Record<string, JsonSchema>;
  };
  const moved = JSON.stringify(all.$defs ?? {}).replaceAll('"#/$defs/', '"#/components/schemas/');
  return Object.fromEntries(
    Object.entries(JSON.parse(moved) as Record<string, JsonSchema>).map(([name, { id: _, ...schema }]) => [
      name,
      schema,
    ]),
  );
}
