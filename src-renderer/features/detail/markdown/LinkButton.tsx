import type { MouseEvent, ReactNode } from 'react';
import styles from './LinkButton.module.css';
import type { SafeLink } from './safe-link.ts';

/**
 * A link that goes nowhere by itself: whichever way it is pressed, it asks. The host stands beside it, since a link's
 * words may say anything.
 */
export function LinkButton(props: {
  link: SafeLink;
  showsHost: boolean;
  onAsk: (link: SafeLink) => void;
  children: ReactNode;
}) {
  const { link, showsHost, onAsk, children } = props;
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    onAsk(link);
  };
  return (
    <>
      <a
        className={styles.link}
        href={link.url}
        title={link.host}
        draggable={false}
        onClick={ask}
        onAuxClick={(event) => event.preventDefault()}
      >
        {children}
      </a>
      {showsHost && <span className={styles.host}> ({link.host})</span>}
    </>
  );
}
