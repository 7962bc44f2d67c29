import { useEffect, useRef } from 'react';
import type { ServicesState } from '../../stores/services.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { settingsWords as words } from '../../words/settings.ts';
import styles from './IssuedKeys.module.css';
import { CopiedFact, Lines } from './parts.tsx';

/** The key and the secret of a new service, the one time they can be seen. */
export function IssuedKeys({ issued }: { issued: NonNullable<ServicesState['issued']> }) {
  const { app, services } = useStores();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.issued} aria-labelledby="issued-title">
      <h3 className={styles.title} id="issued-title" ref={title} tabIndex={-1} dir="auto">
        {words.services.issuedTitle(issued.name)}
      </h3>
      <p className={styles.warning}>
        <Icon name="warning" className={styles.icon} />
        {words.services.issuedWarning}
      </p>
      <Lines>
        <CopiedFact
          label={words.services.apiKey}
          value={issued.api_key}
          copyLabel={words.services.copyApiKey}
          onCopy={() => app.copyText(issued.api_key)}
        />
        <CopiedFact
          label={words.services.webhookSecret}
          value={issued.webhook_secret}
          copyLabel={words.services.copyWebhookSecret}
          onCopy={() => app.copyText(issued.webhook_secret)}
        />
      </Lines>
      <div className={styles.buttons}>
        <Button onClick={services.forgetIssued}>{words.services.issuedDone}</Button>
      </div>
    </section>
  );
}
