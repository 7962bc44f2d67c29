import type { ItemDetail } from '#shared/inbox/item';
import { isOpen } from '#shared/protocol/lifecycle';
import { isReadableVersion } from '#shared/protocol/notification';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { Banner } from '../Banner.tsx';
import { Offered } from './Offered.tsx';

/** Says why an item takes no answer, where it was not ended. */
export function ClosedNote({ item, serverNow }: { item: ItemDetail; serverNow: () => number }) {
  const { ending, answer, deadline, notification } = item;
  const late = deadline !== undefined && deadline <= serverNow();
  const open = isOpen(item.status) && ending === undefined;
  useRedrawAt(open && deadline !== undefined && !late ? Date.now() + (deadline - serverNow()) : undefined);

  if (!isReadableVersion(notification.version)) {
    return (
      <Banner icon="info" heading="This question can only be read here.">
        It is written in version{' '}
        <bdi>
          <VisibleText text={notification.version} cut={20} />
        </bdi>{' '}
        of the protocol; this app answers version 1.
        <Offered item={item} />
      </Banner>
    );
  }
  if (open && late && answer === undefined) {
    return (
      <Banner icon="clock" heading="The deadline has passed.">
        An answer may come too late: the server decides.
      </Banner>
    );
  }
  return null;
}
