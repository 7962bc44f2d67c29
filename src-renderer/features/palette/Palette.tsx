import { type KeyboardEvent, useContext, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { parseSearch, soughtWords } from '#shared/inbox/search/query';
import { words } from '#shared/words/words';
import { KeyHintsContext } from '../../keyboard/key-hints.tsx';
import { SoughtContext } from '../../list/search/sought.ts';
import { arrange, firstChosen, withRecent } from '../../palette/arrange.ts';
import type { PaletteEntry, PaletteSource } from '../../palette/entry.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Palette.module.css';
import { entryId, PaletteList } from './PaletteList.tsx';
import { useFoundQuestions } from './use-found-questions.ts';

const rowsPerPage = 8;

/** Everything the app can do now, found by typing. */
export function Palette({ sources }: { sources: readonly PaletteSource[] }) {
  const { overlay } = useStores();
  const isOpen = useStore(overlay.store, (state) => state.open === 'palette');
  return isOpen ? <OpenPalette sources={sources} /> : null;
}

/** The field keeps the focus and points at one entry; the browser's own dialog gives the focus back where it was. */
function OpenPalette({ sources }: { sources: readonly PaletteSource[] }) {
  const stores = useStores();
  const { app, overlay } = stores;
  const keys = useContext(KeyHintsContext);
  const [typed, setTyped] = useState('');
  const [moved, setMoved] = useState<number>();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // As it was at the opening: nothing changes its place under the person's fingers.
  const [entries] = useState(() => sources.flatMap((source) => source(stores, keys)));
  const [recent] = useState(() => app.store.getState().app?.settings.recentCommands ?? []);
  const found = useFoundQuestions(typed);
  const groups = useMemo(() => {
    const arranged = arrange(entries, typed, recent).map(({ under, entries: some }) => ({
      heading: under && (under === 'recent' ? words.palette.recent : words.palette.groups[under]),
      entries: some,
    }));
    return found.length === 0 ? arranged : [...arranged, { heading: words.palette.questions, entries: found }];
  }, [entries, typed, recent, found]);
  const sought = useMemo(() => soughtWords(parseSearch(typed)), [typed]);
  const listed = groups.flatMap((group) => group.entries);
  const chosen = Math.min(moved ?? firstChosen(listed, typed), listed.length - 1);

  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    const closeOutside = (event: Event) => event.target === element && overlay.close();
    element?.addEventListener('click', closeOutside);
    return () => {
      element?.removeEventListener('click', closeOutside);
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [overlay]);
  useEffect(() => {
    document.getElementById(entryId(id, chosen))?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    flushSync(overlay.close);
    if (!entry.isPassing) void app.changeSettings({ recentCommands: withRecent(recent, entry.id) });
    entry.run();
  };
  const move = (by: number) => {
    if (listed.length === 0) return;
    const isStep = Math.abs(by) === 1;
    const next = chosen + by;
    if (isStep) setMoved((next + listed.length) % listed.length);
    else setMoved(Math.max(0, Math.min(listed.length - 1, next)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(chosen < 0 ? listed.length : -1);
    else if (event.key === 'PageDown') move(rowsPerPage);
    else if (event.key === 'PageUp') move(-rowsPerPage);
    else if (event.key === 'Enter') event.repeat || run(listed[chosen]);
    else if (event.key === 'Tab') move(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog ref={dialog} className={styles.palette} aria-label={words.palette.title} onClose={overlay.close}>
      <div className={styles.field}>
        <Icon name="search" size={15} />
        <input
          type="text"
          className={styles.input}
          role="combobox"
          aria-label={words.palette.field}
          placeholder={words.palette.field}
          aria-autocomplete="list"
          aria-expanded={listed.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen >= 0 ? entryId(id, chosen) : undefined}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setMoved(undefined);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>{words.keys.escape}</Kbd>
      </div>
      <SoughtContext value={sought}>
        <PaletteList id={id} groups={groups} chosen={chosen} onRun={(place) => run(listed[place])} />
      </SoughtContext>
      {listed.length === 0 && <p className={styles.nothing}>{words.palette.nothing(typed)}</p>}
      <p className={styles.spoken} role="status">
        {typed.trim() !== '' && words.palette.found(listed.length)}
      </p>
    </dialog>
  );
}
