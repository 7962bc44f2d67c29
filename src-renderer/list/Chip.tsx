import { Icon } from '../ui/Icon.tsx';
import styles from './ListPane.module.css';

/** One thing that a list is narrowed to; a press ends it. */
export function Chip({ name, title, onEnd }: { name: string; title: string; onEnd: () => void }) {
  return (
    <button type="button" className={styles.chip} title={title} onClick={onEnd}>
      <span className={styles.chipText} dir="auto">
        {name}
      </span>
      <Icon name="close" size={12} />
    </button>
  );
}
