import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
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
      <h1 className={styles.title}>{words.welcome.title}</h1>
      <p className={styles.intro}>{words.welcome.intro}</p>
      <HowAgentsAsk headingLevel={2} />
      <footer className={styles.footer}>
        <Button variant="ghost" size="s" onClick={() => void app.changeSettings({ welcomeDone: true })}>
          {words.welcome.putAway}
        </Button>
        <span>{words.welcome.stillInSettings}</span>
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
        <Heading className={styles.heading}>{words.welcome.tryTitle}</Heading>
        <p className={styles.hint}>{words.welcome.tryHint}</p>
        <SendSamples isReady={url !== undefined} />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.welcome.askTitle}</Heading>
        <AskCommand />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.agents.title}</Heading>
        <p className={styles.hint}>{words.agents.hint}</p>
        <CodingAgents />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.agents.guides}</Heading>
        <p className={styles.hint}>{words.agents.guidesHint}</p>
        <GuideLinks />
      </section>
      <section className={styles.part}>
        <Heading className={styles.heading}>{words.welcome.nextTitle}</Heading>
        <ol className={styles.steps}>
          {words.welcome.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
