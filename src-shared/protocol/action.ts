import { z } from 'zod';
import { ActionId } from './ids.ts';
import { Instant, parseInstant } from './instant.ts';

const actionBase = {
  id: ActionId,
  label: z.string().min(1),
  flags: z
    .array(z.string())
    .nullish()
    .transform((flags) => [...new Set(flags ?? [])]),
};

/** An optional field: on the wire, missing and null are equal (section 4); in our types both are absent. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const Option = z.object({ value: z.string(), label: z.string().min(1) });
export type Option = z.infer<typeof Option>;

const Options = z
  .array(Option)
  .min(1, 'needs at least one option')
  .refine((options) => new Set(options.map((o) => o.value)).size === options.length, 'option values must be unique');

const count = z.int().nonnegative();
const notAbove = (min: number | undefined, max: number | undefined) =>
  min === undefined || max === undefined || min <= max;

const MultiChoiceConstraints = z
  .object({ min_selections: optional(count), max_selections: optional(count) })
  .refine((c) => notAbove(c.min_selections, c.max_selections), 'min_selections is above max_selections');

const TextConstraints = z
  .object({ min_length: optional(count), max_length: optional(count), placeholder: optional(z.string()) })
  .refine((c) => notAbove(c.min_length, c.max_length), 'min_length is above max_length');

const NumberConstraints = z
  .object({
    min: optional(z.number()),
    max: optional(z.number()),
    step: optional(z.number().positive()),
    unit: optional(z.string()),
    placeholder: optional(z.string()),
  })
  .refine((c) => notAbove(c.min, c.max), 'min is above max');

const ScaleConstraints = z
  .object({
    min: z.int(),
    max: z.int(),
    step: z
      .int()
      .positive()
      .nullish()
      .transform((step) => step ?? 1),
    min_label: optional(z.string()),
    max_label: optional(z.string()),
  })
  .refine((c) => c.min <= c.max, 'min is above max');

const DatetimeConstraints = z.object({ min: optional(Instant), max: optional(Instant) }).refine((c) => {
  return notAbove(instantOf(c.min), instantOf(c.max));
}, 'min is after max');

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

/** Constraints that may be left out: absent means none. */
function constraintsOr<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => value ?? {}, schema);
}

/** One action of a notification, internally consistent; a member for each response type (sections 10 and 11). */
export const Action = z.discriminatedUnion('response_type', [
  z.object({ ...actionBase, response_type: z.literal('simple') }),
  z.object({
    ...actionBase,
    response_type: z.literal('binary'),
    options: z.object({ true_label: z.string().min(1), false_label: z.string().min(1) }),
  }),
  z.object({ ...actionBase, response_type: z.literal('choice'), options: Options }),
  z
    .object({
      ...actionBase,
      response_type: z.literal('multi_choice'),
      options: Options,
      constraints: constraintsOr(MultiChoiceConstraints),
    })
    .refine((a) => (a.constraints.min_selections ?? 0) <= a.options.length, {
      message: 'min_selections is above the number of options',
      path: ['constraints', 'min_selections'],
    }),
  z.object({ ...actionBase, response_type: z.literal('text'), constraints: constraintsOr(TextConstraints) }),
  z.object({ ...actionBase, response_type: z.literal('number'), constraints: constraintsOr(NumberConstraints) }),
  z.object({ ...actionBase, response_type: z.literal('scale'), constraints: ScaleConstraints }),
  z.object({ ...actionBase, response_type: z.literal('datetime'), constraints: constraintsOr(DatetimeConstraints) }),
]);
export type Action = z.infer<typeof Action>;
export type ResponseType = Action['response_type'];
export type ActionOf<T extends ResponseType> = Extract<Action, { response_type: T }>;

/** The eight response types; `datetime` is the tutorial's extension (11.8). */
export const responseTypes = [
  'simple',
  'binary',
  'choice',
  'multi_choice',
  'text',
  'number',
  'scale',
  'datetime',
] as const satisfies readonly ResponseType[];

/** Brings a response type to its wire spelling: `DATETIME` in any case is `datetime` (11.8); others stay as they are. */
export function wireResponseType(text: string): string {
  return text.toLowerCase() === 'datetime' ? 'datetime' : text;
}

/** Whether a wire response type is one of the eight. */
export function isResponseType(text: string): text is ResponseType {
  return (responseTypes as readonly string[]).includes(text);
}
