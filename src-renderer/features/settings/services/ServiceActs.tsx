import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ServiceListing } from '#shared/protocol/service';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Failure } from '../parts.tsx';
import styles from './ServiceActs.module.css';

/**
 * What the person can do with a service: another key, a pause, the end. The ready-made one is no exception: it can be
 * given a new key as any other.
 */
export function ServiceActs({
  service,
  onRevoked,
  children,
}: {
  service: ServiceListing;
  onRevoked: () => void;
  children: ReactNode;
}) {
  const { services } = useStores();
  const latest = useStore(services.store, (state) => state.act);
  const [asking, setAsking] = useState<'rotate' | 'revoke'>();
  const { service_id: id, status } = service;
  const state = latest?.serviceId === id ? latest.state : undefined;
  const isBusy = latest?.state === 'doing';
  const isRevoked = status === 'revoked';
  const stop = () => setAsking(undefined);
  return (
    <>
      <div className={styles.acts} aria-busy={isBusy}>
        {children}
        <Button size="s" onClick={() => setAsking('rotate')}>
          {isRevoked ? words.services.newKey : words.services.rotate}
        </Button>
        {!isRevoked && (
          <Button size="s" onClick={() => void (status === 'active' ? services.suspend(id) : services.resume(id))}>
            {status === 'active' ? words.services.suspend : words.services.resume}
          </Button>
        )}
        {!isRevoked && (
          <Button size="s" onClick={() => setAsking('revoke')}>
            {words.services.revoke}
          </Button>
        )}
      </div>
      <p className={styles.said} role="status">
        {state === 'key-in-file' && words.services.keyInFile}
      </p>
      {typeof state === 'object' && (
        <Failure>
          {state.message} {state.hint}
        </Failure>
      )}
      {asking === 'rotate' && (
        <ConfirmDialog
          title={isRevoked ? words.services.newKeyTitle(service.name) : words.services.rotateTitle(service.name)}
          confirmLabel={isRevoked ? words.services.newKey : words.services.rotate}
          onCancel={stop}
          onConfirm={() => {
            stop();
            void services.rotateKey(service);
          }}
        >
          <p>{rotateBody(service)}</p>
        </ConfirmDialog>
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title={words.services.revokeTitle(service.name)}
          confirmLabel={words.services.revoke}
          danger
          onCancel={stop}
          onConfirm={() => {
            stop();
            void services.revoke(id).then((revoked) => revoked && onRevoked());
          }}
        >
          <p>{service.local ? words.asker.revokeLocalBody : words.services.revokeBody}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function rotateBody({ local, status }: ServiceListing): string {
  if (status === 'revoked') return local ? words.services.newLocalKeyBody : words.services.newKeyBody;
  return local ? words.services.rotateLocalBody : words.services.rotateBody;
}
