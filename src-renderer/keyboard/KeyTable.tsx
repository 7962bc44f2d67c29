import { Fragment } from 'react';
import { words } from '#shared/words/words';
import styles from './KeyTable.module.css';
import { drawnKeys, keyGroups } from './table.ts';

/** Every key and what it does, from the table that the handler reads. */
export function KeyTable({ isMac }: { isMac: boolean }) {
  return (
    <div className={styles.groups}>
      {keyGroups.map(({ group, commands }) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.heading}>{words.help.groups[group]}</h3>
          <dl className={styles.keys}>
            {commands.map((command) => (
              <div key={command} className={styles.line}>
                <dt>
                  {drawnKeys(command, isMac).map((keys, index) => (
                    <Fragment key={keys}>
                      {index > 0 && <span className={styles.or}>{words.help.or}</span>}
                      <kbd className={styles.kbd}>{keys}</kbd>
                    </Fragment>
                  ))}
                </dt>
                <dd>{words.help.keys[command]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
