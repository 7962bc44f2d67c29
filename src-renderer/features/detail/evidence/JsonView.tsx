import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { cutBytes } from '../markdown/chunks.ts';
import styles from './JsonView.module.css';

/** So many entries of an object or list are shown before the rest is asked for. */
const firstEntries = 100;
/** What is deeper than this is shown as text. */
const deepest = 40;
/** What is larger than this starts closed. */
const smallTree = 20;
const longestValueBytes = 4 * 1024;

/** JSON as a tree. What is closed is not drawn, so that a large one costs only what is looked at. */
export function JsonView({ value }: { value: unknown }) {
  return (
    <div className={styles.json} dir="ltr">
      <JsonNode value={value} depth={0} />
    </div>
  );
}

function JsonNode({ name, value, depth }: { name?: string; value: unknown; depth: number }) {
  const isTree = typeof value === 'object' && value !== null && depth < deepest;
  return isTree ? <Branch name={name} value={value} depth={depth} /> : <Leaf name={name} value={value} />;
}

function Leaf({ name, value }: { name: string | undefined; value: unknown }) {
  const text = JSON.stringify(value) ?? 'nothing';
  const kept = cutBytes(text, longestValueBytes);
  return (
    <div className={styles.leaf}>
      <Name name={name} />
      <span className={styles.value} data-kind={value === null ? 'null' : typeof value}>
        <VisibleText text={kept.length < text.length ? `${kept}…` : text} />
      </span>
    </div>
  );
}

function Branch({ name, value, depth }: { name: string | undefined; value: object; depth: number }) {
  const entries = Object.entries(value);
  const [isOpen, setIsOpen] = useState(depth === 0 || (depth === 1 && entries.length <= smallTree));
  const [shown, setShown] = useState(firstEntries);
  const isList = Array.isArray(value);
  const count = `${entries.length.toLocaleString('en')} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return (
    <details className={styles.branch} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Name name={name} />
        <span className={styles.count}>
          {isList ? 'list' : 'object'}, {count}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.children}>
          {entries.slice(0, shown).map(([key, one]) => (
            <JsonNode key={key} name={key} value={one} depth={depth + 1} />
          ))}
          {entries.length > shown && (
            <Button size="s" variant="ghost" onClick={() => setShown(shown + firstEntries)}>
              Show {Math.min(firstEntries, entries.length - shown)} more
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

function Name({ name }: { name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <span className={styles.name}>
      <VisibleText text={name} />:{' '}
    </span>
  );
}
