import { Pill } from '../ui/Pill.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import { flagBadge } from '../words/flags.ts';
import styles from './FlagBadges.module.css';

/** What the sender flagged, in words, beside the action it belongs to. Red is for what is destroyed, only. */
export function FlagBadges({ flags, id }: { flags: readonly string[]; id: string }) {
  if (flags.length === 0) return null;
  return (
    <span id={id} className={styles.badges}>
      {flags.map((flag) => (
        <Pill key={flag} tone={flag === 'destructive' ? 'danger' : 'neutral'}>
          <VisibleText text={flagBadge(flag)} cut={40} />
        </Pill>
      ))}
    </span>
  );
}
