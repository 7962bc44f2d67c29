import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { DeliveryView } from '#shared/inbox/delivery-view';
import { localAccount } from '#shared/inbox/item-key';
import type { ServiceId } from '#shared/protocol/ids';
import { words } from '#shared/words/words';
import { clockOffset } from '../../../stores/app.ts';
import type { ShownDeliveries } from '../../../stores/deliveries.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { deliveryAttemptsWords, deliveryStateWords } from '../../../words/deliveries.ts';
import { Failure } from '../parts.tsx';
import styles from './Deliveries.module.css';

/** Whose answers: a service's, also the one behind a bridge. `hint` says how they get there; undefined: they are not sent. */
type DeliveriesProps = { serviceId: ServiceId; name: string; hint: string | undefined };

/** How the answers got to a service. The list is read when it is opened, and after everything done in it. */
export function Deliveries({ serviceId, name, hint }: DeliveriesProps) {
  const { deliveries } = useStores();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const shown = useStore(deliveries.store, (state) => state.shown[serviceId]);
  useEffect(() => {
    if (!isOpen) return;
    void deliveries.read(serviceId);
    return () => deliveries.forget(serviceId);
  }, [deliveries, serviceId, isOpen]);
  return (
    <div className={styles.deliveries}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={14} className={styles.chevron} />
        {words.deliveries.title}
      </button>
      {isOpen && (
        <div id={id}>
          <div className={styles.intro}>
            <p>{hint}</p>
            <Button variant="ghost" size="s" onClick={() => void deliveries.read(serviceId)}>
              <Icon name="refresh" size={14} />
              {words.deliveries.refresh}
            </Button>
          </div>
          {shown && <Found name={name} isSent={hint !== undefined} shown={shown} />}
        </div>
      )}
    </div>
  );
}

function Found({ name, isSent, shown }: { name: string; isSent: boolean; shown: ShownDeliveries }) {
  const { found, failure } = shown;
  return (
    <>
      {failure && (
        <Failure>
          {found ? '' : words.deliveries.failed} {failure.message} {failure.hint}
        </Failure>
      )}
      {found?.deliveries.length === 0 && (
        <p className={styles.quiet}>{isSent ? words.deliveries.none : words.deliveries.noneWithoutCallback}</p>
      )}
      <ul className={styles.list} aria-label={words.deliveries.list(name)}>
        {found?.deliveries.map((delivery) => (
          <Delivery key={delivery.delivery_id} delivery={delivery} canSend={isSent} />
        ))}
      </ul>
      {found && found.total > found.deliveries.length && (
        <p className={styles.quiet}>{words.deliveries.newest(found.deliveries.length, found.total)}</p>
      )}
    </>
  );
}

function Delivery({ delivery, canSend }: { delivery: DeliveryView; canSend: boolean }) {
  const { app, deliveries } = useStores();
  const offset = useStore(app.store, (state) => clockOffset(state.app, localAccount));
  const isSending = useStore(deliveries.store, (state) => state.sending === delivery.delivery_id);
  const now = Date.now() + offset;
  const title = delivery.title || delivery.notification_id;
  return (
    <li className={styles.delivery}>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          <VisibleText text={title} cut={200} />
        </p>
        <p>{deliveryStateWords(delivery, now)}</p>
        <p className={styles.attempts}>{deliveryAttemptsWords(delivery, now)}</p>
      </div>
      {canSend && (
        <Button
          variant="ghost"
          size="s"
          aria-label={words.deliveries.sendAgainOf(title)}
          aria-busy={isSending}
          onClick={() => void deliveries.sendAgain(delivery)}
        >
          {words.deliveries.sendAgain}
        </Button>
      )}
    </li>
  );
}
