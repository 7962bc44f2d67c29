import { useEffect, useId, useRef } from 'react';
import type { IssuedToken as Issued } from '../../stores/bridges.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { bridgeWords as words } from '../../words/bridges.ts';
import styles from './IssuedKeys.module.css';
import { CopiedFact, Fact, Lines } from './parts.tsx';

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
        {isNew ? words.issuedTitle(name) : words.rotatedTitle(name)}
      </h3>
      <p className={styles.warning}>
        <Icon name="warning" className={styles.icon} />
        {isNew ? words.issuedWarning : words.rotatedWarning}
      </p>
      <Lines>
        <CopiedFact
          label={words.webhookUrl}
          value={webhookUrl}
          copyLabel={words.copyWebhookUrl}
          onCopy={() => app.copyText(webhookUrl)}
        />
        <CopiedFact label={words.token} value={token} copyLabel={words.copyToken} onCopy={() => app.copyText(token)} />
        <Fact label={words.tokenHeader}>
          <code>{header === 'Authorization' ? `${header}: Bearer …` : header}</code>
        </Fact>
        {secret !== undefined && (
          <CopiedFact
            label={words.secret}
            value={secret}
            copyLabel={words.copySecret}
            onCopy={() => app.copyText(secret)}
          />
        )}
      </Lines>
      <div className={styles.buttons}>
        <Button onClick={() => bridges.forgetIssued(token)}>{isNew ? words.kept : words.rotatedKept}</Button>
      </div>
    </section>
  );
}
