import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { PaletteEntry } from '../../palette/entry.ts';
import { useStores } from '../../stores/use-stores.ts';

/** One letter finds too much to be meant. */
const fewestLetters = 2;

/** The questions that what was typed finds, through the same search as the lists have. */
export function useFoundQuestions(typed: string): readonly PaletteEntry[] {
  const { palette, rows, navigation } = useStores();
  const text = typed.trim().length < fewestLetters ? '' : typed;
  useEffect(() => palette.find(text), [palette, text]);
  useEffect(() => palette.stop, [palette]);
  const keys = useStore(palette.store, (state) => state.keys);
  const known = useStore(rows.store, (state) => state.rows);
  return useMemo(
    () =>
      (text === '' ? [] : keys).flatMap((key) => {
        const row = known.get(key);
        if (!row) return [];
        return {
          id: `question:${key}`,
          group: 'question',
          title: row.title,
          isForeign: true,
          isPassing: true,
          note: row.ending ? words.palette.ended : row.serviceName,
          run: () => void navigation.showItem(key),
        };
      }),
    [text, keys, known, navigation],
  );
}
