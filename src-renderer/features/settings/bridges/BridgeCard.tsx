import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { BridgeListing } from '#shared/protocol/bridge';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { ServiceIcon } from '../../../ui/ServiceIcon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { Deliveries } from '../deliveries/Deliveries.tsx';
import { Failure } from '../parts.tsx';
import actStyles from '../services/ServiceActs.module.css';
import styles from '../services/ServiceCard.module.css';

/** One bridge: who asks over it, where they post to, and its end. */
export function BridgeCard({ bridge }: { bridge: BridgeListing }) {
  const { app, bridges } = useStores();
  const refusal = useStore(bridges.store, (state) => state.refusal);
  const [asking, setAsking] = useState<'rotate' | 'remove'>();
  const id = useId();
  const { bridge_id: bridgeId, name, kind, webhook_url: webhookUrl } = bridge;
  const stop = () => setAsking(undefined);
  return (
    <li className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <ServiceIcon id={bridge.service_id} name={name} size={28} />
        <h3 className={styles.name} id={id} dir="auto">
          <VisibleText text={name} />
        </h3>
        <span className={styles.pills}>
          <Pill>{words.bridges.kinds[kind]}</Pill>
        </span>
      </div>
      <dl className={styles.facts}>
        {bridge.agent_url !== undefined && (
          <>
            <dt>{words.bridges.agent}</dt>
            <dd>
              <code>{bridge.agent_url}</code>
            </dd>
          </>
        )}
        {bridge.answer_url && (
          <>
            <dt>{words.bridges.answersTo}</dt>
            <dd>
              <code>{bridge.answer_url}</code>
            </dd>
          </>
        )}
        <dt>{words.bridges.webhookUrl}</dt>
        <dd>
          <code>{webhookUrl}</code>
        </dd>
      </dl>
      <div className={actStyles.acts}>
        <CopyButton label={words.bridges.copyWebhookUrl} onCopy={() => app.copyText(webhookUrl)} />
        <Button size="s" onClick={() => setAsking('rotate')}>
          {words.bridges.rotate}
        </Button>
        <Button size="s" onClick={() => setAsking('remove')}>
          {words.bridges.remove}
        </Button>
      </div>
      {(kind === 'a2a' || bridge.answer_url) && (
        <Deliveries serviceId={bridge.service_id} name={name} hint={words.bridges.deliveriesHint} />
      )}
      {refusal?.bridgeId === bridgeId && (
        <Failure>
          {refusal.error.message} {refusal.error.hint}
        </Failure>
      )}
      {asking === 'rotate' && (
        <ConfirmDialog
          title={words.bridges.rotateTitle(name)}
          confirmLabel={words.bridges.rotate}
          onCancel={stop}
          onConfirm={() => {
            stop();
            void bridges.rotate(bridge);
          }}
        >
          <p>{words.bridges.rotateBody}</p>
        </ConfirmDialog>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={words.bridges.removeTitle(name)}
          confirmLabel={words.bridges.remove}
          danger
          onCancel={stop}
          onConfirm={() => {
            stop();
            void bridges.remove(bridgeId);
          }}
        >
          <p>{words.bridges.removeBody}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
