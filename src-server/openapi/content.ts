import { z } from 'zod';

/** A body of JSON, for a request or a reply. */
export function content(schema: z.ZodType): Record<string, unknown> {
  return { 'application/json': { schema: referTo(schema) } };
}

/** A schema in its place: named parts are referred to, the rest is written out. */
function referTo(schema: z.ZodType): unknown {
  const { id } = schema.meta() ?? {};
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const { $schema: _, $defs: __, ...written } = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
  return JSON.parse(JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
