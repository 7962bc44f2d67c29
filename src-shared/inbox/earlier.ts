import type { OfferedAction } from '../protocol/notification.ts';
import { valueWords } from './answer-words.ts';
import type { ItemKey } from './item-key.ts';

/** A question of the same service and project that was answered. `at`: ms of server time. */
export type PastDecision = {
  key: ItemKey;
  title: string;
  at: number;
  /** The answer in words. */
  words: string | undefined;
  byMe: boolean;
  actionId: string | undefined;
  data: unknown;
  /** What it offered. */
  actions: readonly OfferedAction[];
};

/** An earlier decision, as it is listed. `isAlike`: its question offered the same answers. */
export type EarlierDecision = Pick<PastDecision, 'key' | 'title' | 'at' | 'words' | 'byMe'> & { isAlike: boolean };

/** How often the person gave each answer to the last questions that offered the same; in the sender's own order. */
export type AlikeAnswers = { of: number; answers: { label: string; times: number }[] };

export type EarlierDecisions = { decisions: EarlierDecision[]; alike: AlikeAnswers | undefined };

/** As many questions of the same kind are counted. */
const counted = 5;
/** As many decisions are listed. */
const listed = 5;

/**
 * What was decided before about questions like this one: `past` are the last decisions for its service and project, the
 * latest first. Those that offered the same answers come first. Nothing here says what to answer.
 */
export function earlierDecisions(actions: readonly OfferedAction[], past: readonly PastDecision[]): EarlierDecisions {
  const asked = offerOf(actions);
  const isAlike = (one: PastDecision) => actions.length > 0 && offerOf(one.actions) === asked;
  const alike = past.filter(isAlike);
  const ordered = [...alike, ...past.filter((one) => !isAlike(one))].slice(0, listed);
  return {
    decisions: ordered.map((one) => {
      const { key, title, at, words, byMe } = one;
      return { key, title, at, words, byMe, isAlike: isAlike(one) };
    }),
    alike: countOf(actions, alike.filter(({ byMe }) => byMe).slice(0, counted)),
  };
}

/** Two questions offer the same when their answers have the same names, types and ids. */
function offerOf(actions: readonly OfferedAction[]): string {
  return JSON.stringify(actions.map(({ id, label, response_type }) => [id, label, response_type]).sort());
}

/** One question is no habit, and answers in free words are not to be counted. */
function countOf(actions: readonly OfferedAction[], mine: readonly PastDecision[]): AlikeAnswers | undefined {
  const isOnly = actions.length === 1;
  if (mine.length < 2 || (isOnly && !actions.some(hasSides))) return undefined;
  const answers = actions.flatMap((action) => {
    const given = mine.filter(({ actionId }) => actionId === action.id);
    if (!isOnly || !hasSides(action)) return { label: action.label, times: given.length };
    return sidesOf(action).map((side) => ({
      label: valueWords(action, side, String) ?? '',
      times: given.filter(({ data }) => data === side).length,
    }));
  });
  return { of: mine.length, answers: answers.filter(({ times }) => times > 0) };
}

function hasSides({ response_type }: OfferedAction): boolean {
  return response_type === 'binary' || response_type === 'choice';
}

function sidesOf(action: OfferedAction): unknown[] {
  if (action.response_type === 'binary') return [true, false];
  return action.response_type === 'choice' ? action.options.map(({ value }) => value) : [];
}
