import { isKnownFlag, needsConfirmation } from '#shared/protocol/flags';
import { words } from '#shared/words/words';

/** A flag as a badge says it; an unknown one by its raw name. */
export function flagBadge(flag: string): string {
  return isKnownFlag(flag) ? words.flags.badges[flag] : flag;
}

/** What a flag means, as a sentence of the confirmation. */
export function flagSentence(flag: string): string {
  return isKnownFlag(flag) ? words.flags.sentences[flag] : words.flags.unknown(flag);
}

/** What choosing a flagged action means, to follow its name: "cannot be undone and is noticed by other people." */
export function flagNote(flags: readonly string[]): string | undefined {
  if (!needsConfirmation(flags)) return undefined;
  const known = flags.filter(isKnownFlag).filter((flag) => flag !== 'requires_confirmation');
  const { clauses, note, onlyAsks } = words.flags;
  return known.length === 0 ? onlyAsks : note(known.map((flag) => clauses[flag]));
}
