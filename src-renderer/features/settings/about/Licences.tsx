import { useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import styles from './Licences.module.css';

/** The licences of everything that comes with the app, read and drawn when somebody wants them. */
export function Licences() {
  const { about } = useStores();
  const licences = useStore(about.store, (store) => store.licences);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActsLine label={words.about.licences} hint={words.about.licencesHint}>
        <Button
          size="s"
          aria-expanded={isOpen}
          onClick={() => {
            if (!isOpen) void about.readLicences();
            setOpen(!isOpen);
          }}
        >
          {isOpen ? words.about.hideLicences : words.about.showLicences}
        </Button>
      </ActsLine>
      {isOpen && licences && (
        <div className={styles.licences}>
          <p className={styles.note}>
            {words.about.licencesOf(licences.length)}. {words.about.chromium}
          </p>
          <ul className={styles.list}>
            {licences.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`}>
                <details className={styles.package}>
                  <summary className={styles.name}>
                    <bdi>{name}</bdi> <span className={styles.version}>{version}</span>
                    <span className={styles.kind}>{licence}</span>
                  </summary>
                  <pre className={styles.text}>{text === '' ? words.about.noText : text}</pre>
                </details>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
