import { Fragment } from 'react';
import { boundedRuns, cutText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import styles from './VisibleText.module.css';

/** So many pieces of a text are drawn one by one. */
const mostRuns = 100;
/** What is cut is whole in its title and for assistive technology, but for a text that nobody would sit through. */
const longestWhole = 4_000;

/**
 * What somebody else wrote: hidden characters become visible chips. With `cut` only so many characters are drawn; the
 * whole text is then the title and what assistive technology reads.
 */
export function VisibleText({ text, cut }: { text: string; cut?: number | undefined }) {
  const drawn = cut === undefined ? text : cutText(text, cut);
  if (drawn === text) return <Runs text={text} />;
  const whole = cutText(text, longestWhole);
  return (
    <span title={whole}>
      <span aria-hidden="true">
        <Runs text={drawn} />
      </span>
      <span className={styles.spoken}>
        <Runs text={whole} />
      </span>
    </span>
  );
}

function Runs({ text }: { text: string }) {
  let at = 0;
  return boundedRuns(text, mostRuns).map((run) => {
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
