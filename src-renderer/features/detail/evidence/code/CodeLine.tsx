import { VisibleText } from '../../../../ui/VisibleText.tsx';
import styles from './CodeLine.module.css';
import type { Run } from './tones.ts';

/** One line of code: its runs in their tones, hidden characters visible. */
export function CodeLine({ runs }: { runs: readonly Run[] }) {
  let at = 0;
  return runs.map(({ text, tone }) => {
    const key = at;
    at += text.length;
    return tone === 'plain' ? (
      <VisibleText key={key} text={text} />
    ) : (
      <span key={key} className={styles.run} data-tone={tone}>
        <VisibleText text={text} />
      </span>
    );
  });
}
