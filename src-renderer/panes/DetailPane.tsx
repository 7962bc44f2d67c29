import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { partsOf } from '#shared/inbox/item-key';
import type { MutedService } from '#shared/native/notification-settings';
import { words } from '#shared/words/words';
import { Detail } from '../features/detail/Detail.tsx';
import { MarkButtons } from '../features/marks/MarkButtons.tsx';
import { SnoozedBanner } from '../features/marks/SnoozedBanner.tsx';
import { focusDetail, focusList } from '../list/focus.ts';
import { useStores } from '../stores/use-stores.ts';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import styles from './DetailPane.module.css';
import { useAsker } from './use-asker.ts';
import { useSight } from './use-sight.ts';

/** The open item, or what is said while none is. */
export function DetailPane({ nothingOpen }: { nothingOpen: ReactNode }) {
  const { openItem } = useStores();
  const key = useStore(openItem, (state) => state.key);
  const pane = useRef<HTMLElement>(null);
  useFocusAfterAnswer();
  useSight(pane);
  useNoDoubleClickThrough(pane);
  return (
    <section ref={pane} className={styles.pane} aria-label={words.shell.detail} tabIndex={-1} data-detail>
      <FaultBoundary key={key}>{key === undefined ? nothingOpen : <OpenItem />}</FaultBoundary>
    </section>
  );
}

function OpenItem() {
  const { openItem, app, layout, navigation } = useStores();
  const asker = useAsker();
  const decided = useEarlier();
  const accountId = useStore(openItem, (state) => state.key && partsOf(state.key).account);
  const account = useStore(app.store, (state) => state.app?.accounts.find((one) => one.id === accountId));
  const formerAccount = useStore(
    app.store,
    (state) => state.app?.formerAccounts.find((one) => one.id === accountId)?.name,
  );
  const singleKeys = useStore(app.store, (state) => state.app?.settings.singleKeys ?? true);
  const services = useStore(app.store, (state) => state.app?.services);
  const muted = useStore(app.store, (state) => state.app?.settings.mutedServices);
  const isSingle = useStore(layout, (state) => state.mode === 'single');
  const muting = {
    muted: muted ?? [],
    onChange: (mutedServices: MutedService[]) => void app.changeSettings({ mutedServices }),
  };
  const back = () => {
    flushSync(navigation.backToList);
    focusList();
  };
  return (
    <Detail
      store={openItem}
      account={account}
      formerAccount={formerAccount}
      singleKeys={singleKeys}
      {...(services ? { services } : {})}
      onBack={isSingle ? back : undefined}
      onShowHistory={navigation.showHistoryOf}
      muting={muting}
      asker={asker}
      earlier={decided}
      onShowItem={(key) => void navigation.showItem(key)}
      toolbar={<MarkButtons />}
      notice={<SnoozedBanner />}
    />
  );
}

/** What was decided before about questions like the open one; read once the question itself is there. */
function useEarlier() {
  const { openItem, earlier } = useStores();
  const key = useStore(openItem, (state) => state.item?.key);
  useEffect(() => void earlier.read(key), [earlier, key]);
  return useStore(earlier.store, (state) => (state.key === key ? state.earlier : undefined));
}

/**
 * The second click of a double click must not answer the item that the first one brought up: its buttons lie just where
 * the pointer still is.
 */
function useNoDoubleClickThrough(pane: RefObject<HTMLElement | null>): void {
  const { sight } = useStores();
  useEffect(() => {
    const element = pane.current;
    const onClick = (event: MouseEvent) => {
      if (event.detail < 2 || sight.mayAnswer()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element?.addEventListener('click', onClick, { capture: true });
    return () => element?.removeEventListener('click', onClick, { capture: true });
  }, [pane, sight]);
}

/** When the next item opens by itself, the control that had the focus is gone: the focus goes on with the item. */
function useFocusAfterAnswer(): void {
  const { openItem, route } = useStores();
  const key = useStore(openItem, (state) => state.key);
  const before = useRef(key);
  useEffect(() => {
    const moved = before.current !== undefined && before.current !== key;
    before.current = key;
    if (!moved || route.store.getState().openedBy === 'person') return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[data-detail]')) focusDetail();
  }, [key, route]);
}
