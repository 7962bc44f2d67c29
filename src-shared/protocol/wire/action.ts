import { z } from 'zod';
import { knownFlags } from '../flags.ts';
import { instant, name, open, optional } from './basics.ts';

const count = () => z.int().nonnegative();

const base = {
  id: name('Unique within the notification.'),
  label: name('The text of the button or field.'),
  flags: optional(z.array(z.string()), `Section 12 knows ${knownFlags.join(', ')}; others are shown by name.`),
};

const options = () =>
  z
    .array(open({ value: z.string(), label: z.string().min(1) }, 'One of the values that can be chosen.'))
    .min(1)
    .describe('The values are unique.');

const multiChoice = open(
  { min_selections: optional(count(), 'Default 0.'), max_selections: optional(count(), 'Default: no limit.') },
  'min_selections is not above max_selections, nor above the number of options.',
);

const textual = open(
  {
    min_length: optional(count(), 'In Unicode code points; default 0.'),
    max_length: optional(count(), 'In Unicode code points; default: no limit.'),
    placeholder: optional(z.string(), 'A hint, never the value.'),
  },
  'min_length is not above max_length.',
);

const numeric = open(
  {
    min: optional(z.number(), 'Inclusive.'),
    max: optional(z.number(), 'Inclusive.'),
    step: optional(z.number().positive(), 'Counted from min, else from 0; default: any value.'),
    unit: optional(z.string(), 'Shown beside the number.'),
    placeholder: optional(z.string()),
  },
  'min is not above max.',
);

const scaled = open(
  {
    min: z.int(),
    max: z.int(),
    step: optional(z.int().positive(), 'Counted from min; default 1.'),
    min_label: optional(z.string()),
    max_label: optional(z.string()),
  },
  'min is not above max.',
);

const timed = open(
  { min: optional(instant('Inclusive.')), max: optional(instant('Inclusive.')) },
  'min is not after max.',
);

/** One way to answer (sections 10 and 11): a member for each response type. */
export const WireAction = z
  .discriminatedUnion('response_type', [
    open({ ...base, response_type: z.literal('simple') }, 'Choosing it is the whole answer; response_data is null.'),
    open(
      {
        ...base,
        response_type: z.literal('binary'),
        options: open({ true_label: name('Shown for true.'), false_label: name('Shown for false.') }, 'Both labels.'),
      },
      'response_data is true or false.',
    ),
    open({ ...base, response_type: z.literal('choice'), options: options() }, 'response_data is one of the values.'),
    open(
      {
        ...base,
        response_type: z.literal('multi_choice'),
        options: options(),
        constraints: optional(multiChoice),
      },
      'response_data is an array of values without repetitions.',
    ),
    open({ ...base, response_type: z.literal('text'), constraints: optional(textual) }, 'response_data is a string.'),
    open(
      { ...base, response_type: z.literal('number'), constraints: optional(numeric) },
      'response_data is a finite number.',
    ),
    open({ ...base, response_type: z.literal('scale'), constraints: scaled }, 'response_data is an integer.'),
    open(
      { ...base, response_type: z.literal('datetime'), constraints: optional(timed) },
      'An extension (11.8); response_data is an ISO 8601 time, UTC with Z.',
    ),
  ])
  .meta({ id: 'Action', description: 'One way to answer (sections 10 and 11).' });

/** What an answer can hold, by response type (section 11). */
export const WireResponseData = z
  .union([z.null(), z.boolean(), z.string(), z.number(), z.array(z.string())])
  .describe('By response type: null, boolean, string, number or an array of strings (section 11).');
