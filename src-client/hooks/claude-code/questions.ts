import { z } from 'zod';
import type { ActionToSend } from '../../notification.ts';
import { commonOf, type Origin } from '../permission.ts';
import { type Chosen, nothing, type Question, type Step } from '../step.ts';
import { oneLine, quoted, textEvidence } from '../words.ts';
import type { AskingEvent } from './input.ts';
import { allowed } from './output.ts';

const text = z.string().trim().min(1).max(4_000);

const Option = z.object({
  label: text.max(300),
  description: z.string().max(4_000).optional().catch(undefined),
  preview: z.string().max(20_000).optional().catch(undefined),
});
const One = z.object({
  question: text,
  header: z.string().max(200).optional().catch(undefined),
  options: z
    .array(Option)
    .min(1)
    .max(20)
    .refine((options) => new Set(options.map(({ label }) => label)).size === options.length),
  multiSelect: z.boolean().catch(false),
});
/** Answers are keyed by the question's text: two equal questions could not be told apart. */
const Several = z
  .array(One)
  .min(1)
  .max(8)
  .refine((all) => new Set(all.map(({ question }) => question)).size === all.length);
type One = z.infer<typeof One>;

/** The agent's own multiple-choice questions, one notification each, in their order. */
export function askQuestions(event: AskingEvent, origin: Origin): Step {
  const { tool_input, tool_name } = event;
  const questions = Several.safeParse(tool_input.questions).data;
  if (!questions) return nothing;
  return {
    do: 'ask',
    call: { session: origin.session, subagent: origin.subagent, toolUse: event.tool_use_id },
    questions: questions.map((one, index) => notificationOf(one, index, questions.length, commonOf(origin, tool_name))),
    answer: (chosen) => {
      const answers = questions.map(({ question }, index) => [question, wordsOf(chosen[index])] as const);
      if (answers.some(([, words]) => words === undefined)) return undefined;
      return allowed(event, { ...tool_input, answers: Object.fromEntries(answers) });
    },
  };
}

function notificationOf(one: One, index: number, count: number, common: ReturnType<typeof commonOf>): Question {
  const title = oneLine(one.question, 160);
  const described = one.options.filter(({ description }) => description?.trim());
  const description = [
    ...(title === one.question ? [] : [quoted(one.question)]),
    ...(count === 1 ? [] : [`Question ${index + 1} of ${count}.`]),
    ...described.map(({ label, description = '' }) => quoted(`${label}: ${description}`)),
  ];
  const previews = one.options.flatMap(({ label, preview }) =>
    preview === undefined ? [] : [textEvidence('text/plain', oneLine(label, 80), preview)],
  );
  return {
    ...common,
    title,
    description: description.join('\n\n'),
    ...(previews.length === 0 ? {} : { attachments: previews.slice(0, 10) }),
    actions: [choiceOf(one), { id: 'other', label: 'Something else', response_type: 'text', constraints: otherWords }],
  };
}

const otherWords = { min_length: 1, max_length: 4_000, placeholder: 'Your own answer' };

function choiceOf({ header, options, multiSelect }: One): ActionToSend {
  const base = {
    id: 'choose',
    label: oneLine(header ?? '', 60) || 'Answer',
    options: options.map(({ label }) => ({ value: label, label })),
  };
  return multiSelect
    ? { ...base, response_type: 'multi_choice', constraints: { min_selections: 1 } }
    : { ...base, response_type: 'choice' };
}

/** The answer as the agent reads it: the label, several labels with commas, or the person's own words. */
function wordsOf(chosen: Chosen | undefined): string | undefined {
  if (chosen?.action_id !== 'choose' && chosen?.action_id !== 'other') return undefined;
  const data = chosen.response_data;
  if (Array.isArray(data)) return data.join(', ');
  return typeof data === 'string' ? data : undefined;
}
