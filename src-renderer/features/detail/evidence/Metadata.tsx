import { useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { cutBytes } from '../markdown/chunks.ts';
import { Section } from '../Section.tsx';
import styles from './Metadata.module.css';

/** So many rows are shown at first, and with each press more. */
const rowsAtOnce = 100;
const longestValueBytes = 8 * 1024;
/** A value may have many lines; more than these are cut like a long one. */
const mostLines = 200;

/** The sender's key and value pairs as a table that reads well; values may be any JSON. */
export function Metadata({ metadata }: { metadata: Record<string, unknown> }) {
  const [count, setCount] = useState(rowsAtOnce);
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  const shown = entries.slice(0, count);
  const left = entries.length - shown.length;
  return (
    <Section title={words.evidence.details}>
      <dl className={styles.table}>
        {shown.map(([key, value]) => (
          <div key={key} className={styles.row}>
            <dt>
              <bdi>
                <VisibleText text={key} cut={200} />
              </bdi>
            </dt>
            <dd dir="auto">
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && (
        <p className={styles.rest}>
          <Button size="s" onClick={() => setCount(count + rowsAtOnce)}>
            {words.evidence.moreRows(Math.min(rowsAtOnce, left), left)}
          </Button>
        </p>
      )}
    </Section>
  );
}

function Value({ value }: { value: unknown }) {
  if (typeof value === 'string')
    return value === '' ? <i className={styles.empty}>{words.evidence.empty}</i> : <Bounded text={value} />;
  if (value === null || value === undefined) return <i className={styles.empty}>{words.evidence.none}</i>;
  if (typeof value === 'object') {
    return (
      <pre className={styles.json}>
        <Bounded text={JSON.stringify(value, null, 2)} />
      </pre>
    );
  }
  return String(value);
}

function Bounded({ text }: { text: string }) {
  const kept = cutLines(cutBytes(text, longestValueBytes));
  return (
    <>
      <VisibleText text={kept} />
      {kept.length < text.length && (
        <i className={styles.empty}>{words.evidence.moreCharacters(text.length - kept.length)}</i>
      )}
    </>
  );
}

function cutLines(text: string): string {
  const lines = text.split('\n');
  return lines.length <= mostLines ? text : lines.slice(0, mostLines).join('\n');
}
