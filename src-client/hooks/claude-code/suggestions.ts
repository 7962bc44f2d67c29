import { z } from 'zod';
import type { ActionToSend } from '../../notification.ts';

const where = {
  session: 'until this session ends',
  localSettings: 'in this project, for you',
  projectSettings: 'in this project, for everyone who works on it',
  userSettings: 'in all your projects',
} as const;
const destination = z.enum(['session', 'localSettings', 'projectSettings', 'userSettings']);

const modes = {
  default: 'ask as usual',
  manual: 'ask as usual',
  plan: 'plan only',
  acceptEdits: 'accept every edit of a file',
  auto: 'let the agent’s own classifier decide',
} as const;

/** The suggestions that can be put into words; the others stay in the terminal, where they come from. */
const Suggestion = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('addRules'),
    behavior: z.literal('allow'),
    rules: z.array(z.object({ toolName: z.string().min(1), ruleContent: z.string().nullish() })).min(1),
    destination,
  }),
  z.object({ type: z.literal('addDirectories'), directories: z.array(z.string().min(1)).min(1), destination }),
  z.object({ type: z.literal('setMode'), mode: z.enum(Object.keys(modes) as (keyof typeof modes)[]), destination }),
]);
type Suggestion = z.infer<typeof Suggestion>;

const mostOffered = 5;
/** A rule that cannot be read whole is not offered. */
const longestWords = 300;

export type Remembered = { action: ActionToSend; raw: unknown };

/**
 * The "always allow" options of the agent's own dialog as actions, each with its rule and its scope in words. All of
 * them widen what is allowed beyond this call, so each is confirmed. `raw` goes back as it came.
 */
export function rememberings(suggestions: readonly unknown[], verb: 'Allow' | 'Approve'): Remembered[] {
  return suggestions
    .flatMap((raw) => {
      const suggestion = Suggestion.safeParse(raw).data;
      const words = suggestion && `${ruleWords(suggestion)}, ${where[suggestion.destination]}`;
      return words === undefined || words.length > longestWords ? [] : [{ raw, words }];
    })
    .slice(0, mostOffered)
    .map(({ raw, words }, index) => ({
      raw,
      action: {
        id: `allow_and_remember_${index + 1}`,
        label: `${verb} and remember: ${words}`,
        response_type: 'simple',
        flags: ['requires_confirmation'],
      },
    }));
}

function ruleWords(suggestion: Suggestion): string {
  switch (suggestion.type) {
    case 'addRules':
      return suggestion.rules
        .map(({ toolName, ruleContent }) => (ruleContent ? `${toolName}(${ruleContent})` : `every use of ${toolName}`))
        .join(' and ');
    case 'addDirectories':
      return `work in ${suggestion.directories.join(' and ')}`;
    case 'setMode':
      return modes[suggestion.mode];
  }
}
