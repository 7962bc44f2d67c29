import type { ItemDetail } from '#shared/inbox/item';
import { isOpen } from '#shared/protocol/lifecycle';
import { isReadableVersion } from '#shared/protocol/notification';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { endingWords } from '../../../words/detail.ts';
import { Banner } from '../Banner.tsx';
import styles from './ClosedNote.module.css';

/** Says why an item takes no answer, and which answers it had offered. */
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
  if (ending && !(ending.how === 'answered' && answer && answer.state !== 'returned')) {
    const { heading, words } = endingWords(ending);
    return (
      <Banner icon={ending.how === 'answered' ? 'check' : 'clock'} heading={heading}>
        {words && <p>{words}</p>}
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

function Offered({ item }: { item: ItemDetail }) {
  const { actions } = item.notification;
  if (actions.length === 0) return null;
  return (
    <p className={styles.offered}>
      Answers that were offered:{' '}
      {actions.map((action, index) => (
        <span key={action.id}>
          {index > 0 && ', '}“
          <bdi>
            <VisibleText text={action.label} cut={60} />
          </bdi>
          ”
        </span>
      ))}
    </p>
  );
}
