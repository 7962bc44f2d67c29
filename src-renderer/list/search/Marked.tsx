import { Fragment, useContext } from 'react';
import { markedRuns } from '#shared/inbox/search/highlight';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './Marked.module.css';
import { SoughtContext } from './sought.ts';

/** What somebody else wrote, with the words marked that the list is searched for. */
export function Marked({ text }: { text: string }) {
  const sought = useContext(SoughtContext);
  if (sought.length === 0) return <VisibleText text={text} />;
  let at = 0;
  return markedRuns(text, sought).map((run) => {
    const key = at;
    at += run.text.length;
    return run.isMatch ? (
      <mark key={key} className={styles.mark}>
        <VisibleText text={run.text} />
      </mark>
    ) : (
      <Fragment key={key}>
        <VisibleText text={run.text} />
      </Fragment>
    );
  });
}
