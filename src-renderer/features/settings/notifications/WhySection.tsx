import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { NoticeRecord } from '#shared/native/notice-record';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { decisionWords } from '../../../words/notices.ts';
import { exactTime } from '../../../words/times.ts';
import { Failure, Section } from '../parts.tsx';
import styles from './WhySection.module.css';

/** So many at first: the answer to "what about the one just now?". */
const first = 8;

/** "Why was I (not) notified?": the latest decisions with their reasons. */
export function WhySection() {
  const { notices } = useStores();
  const { records, failure } = useStore(notices.store);
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => void notices.read(), [notices]);
  const shown = isWhole ? records : records?.slice(0, first);
  return (
    <Section id="why" title={words.settings.sections.why} hint={words.why.hint}>
      <div className={styles.bar}>
        <Button variant="ghost" size="s" onClick={() => void notices.read()}>
          <Icon name="refresh" size={14} />
          {words.why.refresh}
        </Button>
      </div>
      {failure && (
        <Failure>
          {records ? '' : words.why.failed} {failure.message} {failure.hint}
        </Failure>
      )}
      {records?.length === 0 && <p className={styles.quiet}>{words.why.none}</p>}
      {shown && shown.length > 0 && (
        <ol className={styles.list} aria-label={words.why.list}>
          {shown.map((record) => (
            <Decision key={`${record.at} ${record.key} ${record.occasion}`} record={record} />
          ))}
        </ol>
      )}
      {records && shown && shown.length < records.length && (
        <Button size="s" className={styles.more} onClick={() => setIsWhole(true)}>
          {words.why.showAll(records.length)}
        </Button>
      )}
    </Section>
  );
}

function Decision({ record }: { record: NoticeRecord }) {
  const { navigation } = useStores();
  const title = record.title || words.why.untitled;
  return (
    <li className={styles.decision} data-outcome={record.outcome}>
      <time className={styles.time} dateTime={new Date(record.at).toISOString()}>
        {exactTime(record.at, Date.now())}
      </time>
      <div className={styles.words}>
        <button
          type="button"
          className={styles.title}
          aria-label={words.why.open(title)}
          onClick={() => void navigation.showItem(record.key)}
        >
          <bdi>
            <VisibleText text={title} cut={120} />
          </bdi>
        </button>
        <p className={styles.service}>
          <bdi>
            <VisibleText text={record.serviceName} cut={60} />
          </bdi>
        </p>
        <p className={styles.decided}>{decisionWords(record)}</p>
      </div>
    </li>
  );
}
