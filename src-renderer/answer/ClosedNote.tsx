import type { ItemDetail } from '#shared/inbox/item';
import { isOpen } from '#shared/protocol/lifecycle';
import { isReadableVersion } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { Banner } from '../ui/Banner.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { useRedrawAt } from '../ui/use-moment.ts';
import { VisibleText } from '../ui/VisibleText.tsx';
import { Offered } from './Offered.tsx';

/** Says why an item takes no answer, where it was not ended. */
export function ClosedNote({ item, serverNow }: { item: ItemDetail; serverNow: () => number }) {
  const { ending, answer, deadline, notification } = item;
  const late = deadline !== undefined && deadline <= serverNow();
  const open = isOpen(item.status) && ending === undefined;
  useRedrawAt(open && deadline !== undefined && !late ? Date.now() + (deadline - serverNow()) : undefined);

  if (!isReadableVersion(notification.version)) {
    return (
      <Banner icon="info" heading={words.question.readOnly}>
        <Sentence
          words={words.question.readOnlyBecause}
          parts={[
            <bdi key="version">
              <VisibleText text={notification.version} cut={20} />
            </bdi>,
          ]}
        />
        <Offered item={item} />
      </Banner>
    );
  }
  if (open && late && answer === undefined) {
    return (
      <Banner icon="clock" heading={words.question.late}>
        {words.question.lateHint}
      </Banner>
    );
  }
  return null;
}
