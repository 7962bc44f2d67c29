import { useEffect, useId, useRef } from 'react';
import { words } from '#shared/words/words';
import type { Issued } from '../../../stores/services.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { CopiedFact, Lines } from '../parts.tsx';
import styles from './IssuedKeys.module.css';

/** A key just made, with the secret of a new service, the one time they can be seen. */
export function IssuedKeys({ issued }: { issued: Issued }) {
  const { app, services } = useStores();
  const { name, apiKey, webhookSecret } = issued;
  const isNew = webhookSecret !== undefined;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.issued} aria-labelledby={id}>
      <h3 className={styles.title} id={id} ref={title} tabIndex={-1} dir="auto">
        {isNew ? words.services.issuedTitle(name) : words.services.rotatedTitle(name)}
      </h3>
      <p className={styles.warning}>
        <Icon name="warning" className={styles.icon} />
        {isNew ? words.services.issuedWarning : words.services.rotatedWarning}
      </p>
      <Lines>
        <CopiedFact
          label={words.services.apiKey}
          value={apiKey}
          copyLabel={words.services.copyApiKey}
          onCopy={() => app.copyText(apiKey)}
        />
        {isNew && (
          <CopiedFact
            label={words.services.webhookSecret}
            value={webhookSecret}
            copyLabel={words.services.copyWebhookSecret}
            onCopy={() => app.copyText(webhookSecret)}
          />
        )}
      </Lines>
      <div className={styles.buttons}>
        <Button onClick={() => services.forgetIssued(apiKey)}>
          {isNew ? words.services.issuedDone : words.services.rotatedDone}
        </Button>
      </div>
    </section>
  );
}
