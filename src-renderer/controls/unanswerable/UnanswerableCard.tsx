import type { UnanswerableAction } from '#shared/protocol/notification';
import { Icon } from '../../ui/Icon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './UnanswerableCard.module.css';

/** An action that this app cannot offer: it is shown with the reason, never dropped (section 11.9). */
export function UnanswerableCard({ action }: { action: UnanswerableAction }) {
  return (
    <div className={styles.card}>
      <Icon name="info" size={14} className={styles.icon} />
      <div className={styles.words}>
        <b className={styles.label}>
          <bdi>
            <VisibleText text={action.label} />
          </bdi>
        </b>{' '}
        cannot be answered here:{' '}
        {action.because === 'unknown-type' ? (
          <>
            this app does not know the response type “
            <bdi>
              <VisibleText text={action.sent_as} cut={60} />
            </bdi>
            ”. A newer version may.
          </>
        ) : (
          <>
            the service sent a “
            <bdi>
              <VisibleText text={action.sent_as} cut={60} />
            </bdi>
            ” action that contradicts itself.
          </>
        )}
      </div>
    </div>
  );
}
