import styles from './ServiceIcon.module.css';
import { initials, markColour } from './service-mark.ts';

/** Two initials on the service's colour. A picture chosen by an agent would be a tracking pixel (look.md). */
export function ServiceIcon({ id, name, size = 32 }: { id: string; name: string; size?: 24 | 28 | 32 }) {
  return (
    <span className={styles.icon} data-size={size} style={{ background: markColour(id) }} aria-hidden="true">
      {initials(name || id)}
    </span>
  );
}
