import type { ReactNode } from 'react';
import type { Tone } from '#shared/inbox/urgency';
import styles from './Banner.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** Something a person has to know before they act: a heading, a sentence, perhaps a button. */
export function Banner(props: {
  tone?: Tone;
  icon: IconName;
  heading: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out at once when it appears. */
  isAlert?: boolean;
}) {
  const { tone = 'neutral', icon, heading, children, action, isAlert = false } = props;
  return (
    <div className={styles.banner} data-tone={tone} role={isAlert ? 'alert' : undefined}>
      <Icon name={icon} className={styles.icon} />
      <div className={styles.words}>
        <b>{heading}</b>
        {children && <div className={styles.more}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
