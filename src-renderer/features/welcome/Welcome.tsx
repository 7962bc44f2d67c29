import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words as catalogue } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { welcomeWords as words } from '../../words/welcome.ts';
import { AskCommand } from './AskCommand.tsx';
import { CodingAgents } from './CodingAgents.tsx';
import { GuideLinks } from './GuideLinks.tsx';
import { SendSamples } from './SendSamples.tsx';
import styles from './Welcome.module.css';

/** The first-start page: it stands where the open item will, never before the list. */
export function Welcome() {
  const { app } = useStores();
  return (
    <article className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.intro}>{words.intro}</p>
      <HowAgentsAsk headingLevel={2} />
      <footer className={styles.footer}>
        <Button variant="ghost" size="s" onClick={() => void app.changeSettings({ welcomeDone: true })}>
          {words.putAway}
        </Button>
        <span>{words.stillInSettings}</span>
      </footer>
    </article>
  );
}

/** How a question gets here; Settings shows the same. */
export function HowAgentsAsk({ headingLevel }: { headingLevel: 2 | 3 }) {
  const { app, welcome } = useStores();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const url = useStore(app.store, ({ app }) =>
    app?.localServer.state === 'listening' ? app.localServer.url : undefined,
  );
  useEffect(() => {
    if (url !== undefined) void welcome.readCommand();
  }, [welcome, url]);
  return (
    <>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.tryTitle}</Heading>
        <p className={styles.hint}>{words.tryHint}</p>
        <SendSamples isReady={url !== undefined} />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.askTitle}</Heading>
        <AskCommand />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{catalogue.agents.title}</Heading>
        <p className={styles.hint}>{catalogue.agents.hint}</p>
        <CodingAgents />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{catalogue.agents.guides}</Heading>
        <p className={styles.hint}>{catalogue.agents.guidesHint}</p>
        <GuideLinks />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.nextTitle}</Heading>
        <ol className={styles.steps}>
          {words.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
