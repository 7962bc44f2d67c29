import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure, Section } from '../parts.tsx';
import { IssuedKeys } from './IssuedKeys.tsx';
import { RegisterService } from './RegisterService.tsx';
import { ServiceCard } from './ServiceCard.tsx';
import styles from './ServicesSection.module.css';

/** Who may ask: the services of this computer's server, and the way in for a new one. */
export function ServicesSection({ isListening }: { isListening: boolean }) {
  const { services } = useStores();
  const all = useStore(services.store, (state) => state.services);
  const failure = useStore(services.store, (state) => state.failure);
  const issued = useStore(services.store, (state) => state.issued);
  const [isRegistering, setRegistering] = useState(false);
  useEffect(() => {
    if (isListening) void services.read();
  }, [services, isListening]);
  useEffect(() => services.forgetAct, [services]);
  return (
    <Section id="services" title={words.settings.sections.services} hint={words.services.hint}>
      {failure && (
        <div className={styles.failure}>
          <Failure>
            {words.services.failed} {failure.message} {failure.hint}
          </Failure>
          <Button size="s" onClick={() => void services.read()}>
            {words.shell.tryAgain}
          </Button>
        </div>
      )}
      {!all && !failure && <p className={styles.quiet}>{words.services.loading}</p>}
      {all?.length === 0 && <p className={styles.quiet}>{words.services.none}</p>}
      <ul className={styles.cards}>
        {all?.map((service) => (
          <ServiceCard key={service.service_id} service={service} />
        ))}
      </ul>
      {issued.map((one) => (
        <IssuedKeys key={one.apiKey} issued={one} />
      ))}
      {isRegistering ? (
        <RegisterService onDone={() => setRegistering(false)} />
      ) : (
        <div className={styles.begin}>
          <Button disabled={!isListening} onClick={() => setRegistering(true)}>
            {words.services.register}
          </Button>
        </div>
      )}
    </Section>
  );
}
