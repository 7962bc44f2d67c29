import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure, Section } from '../parts.tsx';
import styles from '../services/ServicesSection.module.css';
import { AddBridge } from './AddBridge.tsx';
import { BridgeCard } from './BridgeCard.tsx';
import { IssuedToken } from './IssuedToken.tsx';

/** Whoever asks in another protocol: the bridges of this computer's server, and the way to add one. */
export function BridgesSection({ isListening }: { isListening: boolean }) {
  const { bridges } = useStores();
  const all = useStore(bridges.store, (state) => state.bridges);
  const failure = useStore(bridges.store, (state) => state.failure);
  const issued = useStore(bridges.store, (state) => state.issued);
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    if (isListening) void bridges.read();
  }, [bridges, isListening]);
  return (
    <Section id="bridges" title={words.bridges.title} hint={words.bridges.hint}>
      {failure && (
        <div className={styles.failure}>
          <Failure>
            {words.bridges.failed} {failure.message} {failure.hint}
          </Failure>
          <Button size="s" onClick={() => void bridges.read()}>
            {words.shell.tryAgain}
          </Button>
        </div>
      )}
      {!all && !failure && <p className={styles.quiet}>{words.bridges.loading}</p>}
      {all?.length === 0 && <p className={styles.quiet}>{words.bridges.none}</p>}
      <ul className={styles.cards} aria-label={words.bridges.title}>
        {all?.map((one) => (
          <BridgeCard key={one.bridge_id} bridge={one} />
        ))}
      </ul>
      {issued.map((one) => (
        <IssuedToken key={one.token} issued={one} />
      ))}
      {isAdding ? (
        <AddBridge onDone={() => setAdding(false)} />
      ) : (
        <div className={styles.begin}>
          <Button disabled={!isListening} onClick={() => setAdding(true)}>
            {words.bridges.add}
          </Button>
        </div>
      )}
    </Section>
  );
}
