import { words } from '#shared/words/words';
import styles from './Brand.module.css';

export function Brand() {
  return (
    <p className={styles.brand}>
      <i className={styles.mark}>
        <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true" focusable="false">
          <path d="M2 7.2l3 3L11 3.4" />
        </svg>
      </i>
      {words.shell.app}
    </p>
  );
}
