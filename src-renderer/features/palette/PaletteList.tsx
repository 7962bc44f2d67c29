import { useEffect, useId, useRef } from 'react';
import { cutText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { Marked } from '../../list/search/Marked.tsx';
import type { PaletteEntry } from '../../palette/entry.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './Palette.module.css';

/** A longer title is cut where it is drawn; nothing in a palette needs more to be told from the rest. */
const longestTitle = 120;

export type ListedGroup = { heading: string | undefined; entries: readonly PaletteEntry[] };

/** What the field above points at; it keeps the focus, so a press must not take it away. */
export function PaletteList({
  id,
  groups,
  chosen,
  onRun,
}: {
  id: string;
  groups: readonly ListedGroup[];
  chosen: number;
  onRun: (place: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const latestRun = useRef(onRun);
  latestRun.current = onRun;
  useEffect(() => {
    const element = list.current;
    const onClick = ({ target }: MouseEvent) => {
      const place = target instanceof Element && target.closest<HTMLElement>('[data-place]')?.dataset.place;
      if (place) latestRun.current(Number(place));
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, []);
  let before = 0;
  return (
    <div
      ref={list}
      className={styles.list}
      id={`${id}-list`}
      role="listbox"
      aria-label={words.palette.results}
      tabIndex={-1}
    >
      {groups.map((group) => {
        const from = before;
        before += group.entries.length;
        return <Group key={group.heading ?? ''} id={id} group={group} from={from} chosen={chosen} />;
      })}
    </div>
  );
}

type GroupProps = {
  id: string;
  group: ListedGroup;
  /** The place of its first entry among all. */
  from: number;
  chosen: number;
};

function Group({ id, group: { heading, entries }, from, chosen }: GroupProps) {
  const headingId = useId();
  const options = entries.map((entry, index) => (
    <Entry
      key={entry.id}
      id={entryId(id, from + index)}
      place={from + index}
      entry={entry}
      isChosen={from + index === chosen}
    />
  ));
  if (heading === undefined) return options;
  return (
    <fieldset className={styles.group} aria-labelledby={headingId}>
      <div className={styles.heading} id={headingId}>
        {heading}
      </div>
      {options}
    </fieldset>
  );
}

function Entry({ id, place, entry, isChosen }: { id: string; place: number; entry: PaletteEntry; isChosen: boolean }) {
  const { title, isForeign, note, keys = [], isCurrent } = entry;
  const shownTitle = <Marked text={cutText(title, longestTitle)} />;
  return (
    <div
      id={id}
      className={styles.entry}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-place={place}
      onPointerDown={(event) => event.preventDefault()}
    >
      <span className={styles.title}>{isForeign ? <bdi>{shownTitle}</bdi> : shownTitle}</span>
      {note !== undefined && (
        <span className={styles.note} dir="auto">
          <VisibleText text={note} cut={40} />
        </span>
      )}
      {isCurrent && (
        <span className={styles.current}>
          <Icon name="check" size={13} />
          <span className={styles.spoken}>{words.palette.current}</span>
        </span>
      )}
      <span className={styles.keys}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </div>
  );
}

export const entryId = (id: string, index: number) => `${id}-${index}`;
