import { useState } from 'react';
import { useStore } from 'zustand';
import { parseInstant } from '#shared/protocol/instant';
import type { ServiceListing } from '#shared/protocol/service';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ServiceIcon } from '../../ui/ServiceIcon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { settingsWords as words } from '../../words/settings.ts';
import { CallbackForm } from './CallbackForm.tsx';
import styles from './ServiceCard.module.css';

/** One registered service. Only the ready-made one is given its callback here; others brought theirs along. */
export function ServiceCard({ service }: { service: ServiceListing }) {
  const { app } = useStores();
  const locale = useStore(app.store, (state) => state.app?.locale ?? 'en');
  const [isChanging, setChanging] = useState(false);
  const createdAt = parseInstant(service.created_at);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <ServiceIcon id={service.service_id} name={service.name} size={28} />
        <h3 className={styles.name} dir="auto">
          <VisibleText text={service.name} />
        </h3>
        {service.local && <Pill>{words.services.readyMade}</Pill>}
      </div>
      {service.description !== '' && (
        <p className={styles.description} dir="auto">
          <VisibleText text={service.description} />
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{words.services.callback}</dt>
        <dd>{service.callback_url ? <code>{service.callback_url}</code> : words.services.noCallback}</dd>
        <dt>{words.services.scheme}</dt>
        <dd>{words.services.schemes[service.signature_scheme]}</dd>
        {createdAt !== undefined && (
          <>
            <dt>{words.services.created}</dt>
            <dd>{new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(createdAt)}</dd>
          </>
        )}
      </dl>
      {service.local &&
        (isChanging ? (
          <CallbackForm service={service} onDone={() => setChanging(false)} />
        ) : (
          <div className={styles.change}>
            <Button size="s" onClick={() => setChanging(true)}>
              {service.callback_url ? words.services.changeCallback : words.services.setCallback}
            </Button>
          </div>
        ))}
    </li>
  );
}
