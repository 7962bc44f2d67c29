import { Fragment, useContext } from 'react';
import { words } from '#shared/words/words';
import { rankOf } from '../palette/match.ts';
import styles from './KeyTable.module.css';
import { KeyHintsContext } from './key-hints.tsx';
import { keyGroups } from './table.ts';

/** Every key that acts now and what it does, from the table that the handler reads. `typed`: only what this finds. */
export function KeyTable({ typed = '' }: { typed?: string }) {
  const keysOf = useContext(KeyHintsContext);
  const groups = keyGroups
    .map(({ group, commands }) => ({
      group,
      lines: commands
        .map((command) => ({ command, title: words.help.keys[command], keys: keysOf(command) }))
        .filter(({ title, keys }) => keys.length > 0 && rankOf(typed, title, keys.join(' ')) !== undefined),
    }))
    .filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) return <p className={styles.none}>{words.keyboard.noneFound(typed)}</p>;
  return (
    <div className={styles.groups}>
      {groups.map(({ group, lines }) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.heading}>{words.help.groups[group]}</h3>
          <dl className={styles.keys}>
            {lines.map(({ command, title, keys }) => (
              <div key={command} className={styles.line}>
                <dt>
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && <span className={styles.or}>{words.help.or}</span>}
                      <kbd className={styles.kbd}>{key}</kbd>
                    </Fragment>
                  ))}
                </dt>
                <dd>{title}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
