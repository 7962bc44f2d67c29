import { Fragment } from 'react';
import { cutText, visibleRuns, visibleText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import styles from './VisibleText.module.css';

/** A text with more pieces than this is an attack on the page: its hidden characters are then named without chips. */
const mostRuns = 1_000;

/**
 * What somebody else wrote: hidden characters become visible chips. With `cut` only so many characters are drawn; the
 * whole text is then the title and what assistive technology reads.
 */
export function VisibleText({ text, cut }: { text: string; cut?: number | undefined }) {
  const drawn = cut === undefined ? text : cutText(text, cut);
  if (drawn === text) return <Runs text={text} />;
  return (
    <span title={text}>
      <span aria-hidden="true">
        <Runs text={drawn} />
      </span>
      <span className={styles.spoken}>
        <Runs text={text} />
      </span>
    </span>
  );
}

function Runs({ text }: { text: string }) {
  const runs = visibleRuns(text);
  if (runs.length > mostRuns) return visibleText(text);
  let at = 0;
  return runs.map((run) => {
    const key = at;
    if ('text' in run) {
      at += run.text.length;
      return <Fragment key={key}>{run.text}</Fragment>;
    }
    at += run.hidden.length;
    return <HiddenCharacter key={key} name={run.name} />;
  });
}

function HiddenCharacter({ name }: { name: string }) {
  return (
    <span className={styles.chip} title={words.evidence.hiddenCharacter(name)}>
      {name}
    </span>
  );
}
