import { z } from 'zod';
import type { ActionToSend } from '../../notification.ts';
import { oneLine } from '../words.ts';

const label = z.string().max(200).optional().catch(undefined);
const base = { title: label, description: label, default: z.unknown().optional() };
const named = z
  .array(z.object({ const: z.string(), title: z.string().min(1) }))
  .min(1)
  .max(100);
const values = z.array(z.string().min(1)).min(1).max(100);

// Strict: a rule that we do not know could refuse an answer that we let pass.
const Choice = z.strictObject({
  ...base,
  type: z.literal('string'),
  enum: values,
  enumNames: z.array(z.string()).optional(),
});
const NamedChoice = z.strictObject({ ...base, type: z.literal('string'), oneOf: named });
const Several = z.strictObject({
  ...base,
  type: z.literal('array'),
  items: z.union([
    z.strictObject({ type: z.literal('string').optional(), enum: values }),
    z.strictObject({ anyOf: named }),
  ]),
  minItems: z.int().nonnegative().optional(),
  maxItems: z.int().nonnegative().optional(),
});
const YesNo = z.strictObject({ ...base, type: z.literal('boolean') });
const Amount = z.strictObject({
  ...base,
  type: z.enum(['number', 'integer']),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const Moment = z.strictObject({ ...base, type: z.literal('string'), format: z.literal('date-time') });
const Words = z.strictObject({
  ...base,
  type: z.literal('string'),
  minLength: z.int().nonnegative().optional(),
  maxLength: z.int().nonnegative().optional(),
});

const Field = z.union([Choice, NamedChoice, Several, YesNo, Amount, Moment, Words]);

/** The typed action for one field of a form; undefined when none of ours asks for the same. */
export function actionFor(name: string, schema: unknown): ActionToSend | undefined {
  const field = Field.safeParse(schema).data;
  if (!field) return undefined;
  const named = { id: 'answer', label: oneLine(field.title ?? name, 80) || 'Answer' };
  if ('oneOf' in field) return { ...named, response_type: 'choice', options: optionsOf(field.oneOf) };
  if ('enum' in field) {
    const options = field.enum.map((value, index) => ({ value, label: field.enumNames?.[index] || value }));
    return { ...named, response_type: 'choice', options };
  }
  switch (field.type) {
    case 'array': {
      const { items, minItems, maxItems } = field;
      const options = 'enum' in items ? items.enum.map((value) => ({ value, label: value })) : optionsOf(items.anyOf);
      const constraints = { min_selections: minItems, max_selections: maxItems };
      return { ...named, response_type: 'multi_choice', options, constraints };
    }
    case 'boolean':
      return { ...named, response_type: 'binary', options: { true_label: 'Yes', false_label: 'No' } };
    case 'number':
    case 'integer': {
      const { minimum: min, maximum: max } = field;
      const whole = { min: min === undefined ? min : Math.ceil(min), max, step: 1 };
      const constraints = field.type === 'integer' ? whole : { min, max };
      return { ...named, response_type: 'number', constraints };
    }
    case 'string': {
      if ('format' in field && field.format === 'date-time') return { ...named, response_type: 'datetime' };
      const { minLength, maxLength } = field as z.infer<typeof Words>;
      return { ...named, response_type: 'text', constraints: { min_length: minLength, max_length: maxLength } };
    }
  }
}

function optionsOf(all: z.infer<typeof named>) {
  return all.map((one) => ({ value: one.const, label: one.title }));
}
