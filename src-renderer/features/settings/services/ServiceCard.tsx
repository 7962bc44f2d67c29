import { useId, useRef, useState } from 'react';
import { parseInstant } from '#shared/protocol/instant';
import type { ServiceListing } from '#shared/protocol/service';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { ServiceIcon } from '../../../ui/ServiceIcon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { dateAndTime } from '../../../words/times.ts';
import { Deliveries } from '../deliveries/Deliveries.tsx';
import { CallbackForm } from './CallbackForm.tsx';
import { ServiceActs } from './ServiceActs.tsx';
import styles from './ServiceCard.module.css';

/**
 * One registered service: who it is, what it may, its deliveries. Only the ready-made one is given its callback here;
 * others brought theirs along.
 */
export function ServiceCard({ service }: { service: ServiceListing }) {
  const [isChanging, setChanging] = useState(false);
  const name = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const when = (instant: string) => {
    const at = parseInstant(instant);
    return at === undefined ? undefined : dateAndTime(at);
  };
  const { key, status } = service;
  const [createdAt, keySince] = [when(service.created_at), key ? when(key.created_at) : undefined];
  return (
    <li className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <ServiceIcon id={service.service_id} name={service.name} size={28} />
        <h3 className={styles.name} id={id} ref={name} tabIndex={-1} dir="auto">
          <VisibleText text={service.name} />
        </h3>
        <span className={styles.pills}>
          {service.local && <Pill>{words.services.readyMade}</Pill>}
          <Pill tone={status === 'suspended' ? 'warn' : 'neutral'}>{words.services.statuses[status]}</Pill>
        </span>
      </div>
      {service.description !== '' && (
        <p className={styles.description} dir="auto">
          <VisibleText text={service.description} />
        </p>
      )}
      {status !== 'active' && <p className={styles.standing}>{words.services.standings[status]}</p>}
      <dl className={styles.facts}>
        {key && (
          <>
            <dt>{words.services.key}</dt>
            <dd>
              <code>
                {key.prefix}…{key.last_four}
              </code>
              {keySince !== undefined && <> {words.services.keySince(keySince)}</>}
            </dd>
          </>
        )}
        <dt>{words.services.callback}</dt>
        <dd>{service.callback_url ? <code>{service.callback_url}</code> : words.services.noCallback}</dd>
        <dt>{words.services.scheme}</dt>
        <dd>{words.services.schemes[service.signature_scheme]}</dd>
        {createdAt !== undefined && (
          <>
            <dt>{words.services.created}</dt>
            <dd>{createdAt}</dd>
          </>
        )}
      </dl>
      {isChanging && <CallbackForm service={service} onDone={() => setChanging(false)} />}
      <ServiceActs service={service} onRevoked={() => name.current?.focus()}>
        {service.local && !isChanging && (
          <Button size="s" onClick={() => setChanging(true)}>
            {service.callback_url ? words.services.changeCallback : words.services.setCallback}
          </Button>
        )}
      </ServiceActs>
      <Deliveries
        serviceId={service.service_id}
        name={service.name}
        hint={service.callback_url === null ? undefined : words.deliveries.hint}
      />
    </li>
  );
}
