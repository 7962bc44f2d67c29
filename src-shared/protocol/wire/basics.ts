import { z } from 'zod';

/**
 * The wire as it is promised, for machines to read: strict where the client's own schemas are lenient, and without
 * transforms, so that it can be written as JSON Schema. Programs parse with the schemas one folder up; these are
 * published (`docs/schemas`, `/api/v1/openapi.json`) and tested against what the server really says.
 */

/**
 * An object that may carry fields we do not know: receivers ignore them (section 4). What has a name is written once in a
 * document and referred to.
 */
export function open<T extends z.ZodRawShape>(shape: T, about: string, id?: string) {
  return z.looseObject(shape).meta({ description: about, ...(id === undefined ? {} : { id }) });
}

/** An optional field: missing and null are equal (section 4). */
export function optional<T extends z.ZodType>(schema: T, about?: string) {
  return about === undefined ? schema.nullish() : schema.nullish().describe(about);
}

export const text = (about: string) => z.string().describe(about);
export const name = (about: string) => z.string().min(1).describe(about);
export const url = (about: string) => z.string().meta({ format: 'uri', description: about });

/** RFC 3339 with an offset; servers emit UTC with `Z` (section 4). */
export const instant = (about: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
    .meta({ format: 'date-time', description: about });

/** A notification's id (section 10). */
export const notificationId = () => z.uuidv4().describe('The notification, a UUID v4 (section 10).');

/** Any JSON object. */
export const anything = (about: string) => z.record(z.string(), z.unknown()).describe(about);
