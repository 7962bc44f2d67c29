import { useEffect, useId, useRef } from 'react';
import { words } from '#shared/words/words';
import type { IssuedToken as Issued } from '../../../stores/bridges.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { CopiedFact, Fact, Lines } from '../parts.tsx';
import styles from '../services/IssuedKeys.module.css';

/** A token just made, with all that the other side needs beside it, the one time it can be seen. */
export function IssuedToken({ issued }: { issued: Issued }) {
  const { app, bridges } = useStores();
  const { name, webhook_url: webhookUrl, token, token_header: header, signing_secret: secret, isNew } = issued;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.issued} aria-labelledby={id}>
      <h3 className={styles.title} id={id} ref={title} tabIndex={-1} dir="auto">
        {isNew ? words.bridges.issuedTitle(name) : words.bridges.rotatedTitle(name)}
      </h3>
      <p className={styles.warning}>
        <Icon name="warning" className={styles.icon} />
        {isNew ? words.bridges.issuedWarning : words.bridges.rotatedWarning}
      </p>
      <Lines>
        <CopiedFact
          label={words.bridges.webhookUrl}
          value={webhookUrl}
          copyLabel={words.bridges.copyWebhookUrl}
          onCopy={() => app.copyText(webhookUrl)}
        />
        <CopiedFact
          label={words.bridges.token}
          value={token}
          copyLabel={words.bridges.copyToken}
          onCopy={() => app.copyText(token)}
        />
        <Fact label={words.bridges.tokenHeader}>
          <code>{header === 'Authorization' ? `${header}: Bearer …` : header}</code>
        </Fact>
        {secret !== undefined && (
          <CopiedFact
            label={words.bridges.secret}
            value={secret}
            copyLabel={words.bridges.copySecret}
            onCopy={() => app.copyText(secret)}
          />
        )}
      </Lines>
      <div className={styles.buttons}>
        <Button onClick={() => bridges.forgetIssued(token)}>
          {isNew ? words.bridges.kept : words.bridges.rotatedKept}
        </Button>
      </div>
    </section>
  );
}
