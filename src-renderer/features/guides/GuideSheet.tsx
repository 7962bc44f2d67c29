import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { unwrapped } from './unwrapped.ts';

/** A page on how to ask, over whatever the person is at. `page` draws its Markdown. */
export function GuideSheet({ page }: { page: (text: string) => ReactNode }) {
  const { guides } = useStores();
  const open = useStore(guides.store, (state) => state.open);
  if (!open) return null;
  return (
    <Sheet title={words.agents.guide[open.name]} closeLabel={words.agents.close} onClose={guides.close}>
      {open.isFailed && <p role="alert">{words.agents.guideFailed}</p>}
      {open.text !== undefined && page(unwrapped(open.text))}
    </Sheet>
  );
}
