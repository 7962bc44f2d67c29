import { valueWords } from '#shared/inbox/answer-words';
import type { Action } from '#shared/protocol/action';
import { cutText } from '#shared/text/hidden-characters';
import { controlOf } from '../../controls/registry.tsx';
import { localTimeWords } from '../../controls/time-words.ts';
import { VisibleText } from '../../ui/VisibleText.tsx';

/** What each of the answers carries, in the sender's words: its value, or where it has none, the action itself. */
export function SentValue({ action, data }: { action: Action; data: unknown }) {
  const value = controlOf(action).asksForValue ? valueWords(action, data, localTimeWords) : undefined;
  return (
    <b>
      <bdi>
        <VisibleText text={cutText(value ?? action.label, 120)} />
      </bdi>
    </b>
  );
}
