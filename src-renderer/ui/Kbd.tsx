import styles from './Kbd.module.css';

/**
 * A key, small and grey, shown where it acts. It is drawn by the style sheet, so that neither the name nor the text of a
 * button changes by it.
 */
export function Kbd({ children, onAccent = false }: { children: string; onAccent?: boolean }) {
  return <span className={styles.kbd} data-key={children} data-on-accent={onAccent || undefined} aria-hidden="true" />;
}
