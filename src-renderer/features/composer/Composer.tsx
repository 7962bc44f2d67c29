import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { ItemDetail } from '#shared/inbox/item';
import { partsOf } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { effectiveBindings } from '../../keyboard/effective.ts';
import { interpret } from '../../keyboard/interpret.ts';
import { KeyHintsContext, keyHintsOf } from '../../keyboard/key-hints.tsx';
import { placeOf } from '../../keyboard/place.ts';
import { pressedKey } from '../../keyboard/pressed-key.ts';
import { useTheme } from '../../page/use-page-settings.ts';
import { clockOffset } from '../../stores/app.ts';
import type { ComposerStores } from '../../stores/composer.ts';
import { Button } from '../../ui/Button.tsx';
import { Countdown } from '../../ui/Countdown.tsx';
import { FaultBoundary } from '../../ui/FaultBoundary.tsx';
import { Problem } from '../../ui/Placeholder.tsx';
import { ServiceIcon } from '../../ui/ServiceIcon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './Composer.module.css';
import { ComposerBody } from './ComposerBody.tsx';

/** A small window in which one action of an item is answered, by keyboard alone if one likes. */
export function Composer({ stores }: { stores: ComposerStores }) {
  const { openItem } = stores;
  const item = useStore(openItem, (state) => state.item);
  const loadError = useStore(openItem, (state) => state.loadError);
  const isConfirming = useStore(openItem, (state) => state.confirming !== undefined);
  useTheme(stores.app);
  useKeys(stores);
  useKeptDraft(stores);
  const frame = useFittingWindow(stores);
  const app = useStore(stores.app.store, (state) => state.app);
  // Single keys belong to the window: here they would only be in the way.
  const hints = useMemo(() => keyHintsOf(app && { ...app, settings: { ...app.settings, singleKeys: false } }), [app]);
  return (
    <KeyHintsContext value={hints}>
      <main className={styles.composer} data-confirming={isConfirming || undefined}>
        <div ref={frame} className={styles.frame}>
          <FaultBoundary>
            {item ? (
              <Question stores={stores} item={item} />
            ) : (
              loadError && <Problem error={loadError} onRetry={() => void openItem.getState().retryLoad()} />
            )}
          </FaultBoundary>
          <Foot stores={stores} isOver={item?.ending !== undefined} />
        </div>
      </main>
    </KeyHintsContext>
  );
}

function Question({ stores, item }: { stores: ComposerStores; item: ItemDetail }) {
  const offset = useStore(stores.app.store, (state) => clockOffset(state.app, partsOf(item.key).account));
  const name = item.serviceName || words.question.unnamedService;
  useSeen(stores);
  return (
    <>
      <header className={styles.header}>
        <ServiceIcon id={item.serviceId} name={name} size={24} />
        <div className={styles.who}>
          <b>
            <bdi>
              <VisibleText text={name} cut={60} />
            </bdi>
          </b>
          {item.project !== undefined && (
            <bdi className={styles.project}>
              <VisibleText text={item.project} cut={60} />
            </bdi>
          )}
        </div>
        {item.deadline !== undefined && item.ending === undefined && (
          <Countdown deadline={item.deadline} clockOffsetMs={offset} />
        )}
      </header>
      <h1 className={styles.title} dir="auto">
        <VisibleText text={item.title || words.composer.untitled} cut={300} />
      </h1>
      <ComposerBody stores={stores} item={item} serverNow={() => Date.now() + offset} />
    </>
  );
}

function Foot({ stores, isOver }: { stores: ComposerStores; isOver: boolean }): ReactNode {
  return (
    <footer className={styles.foot}>
      <Button size="s" variant="ghost" onClick={() => void stores.openInInbox()}>
        {words.composer.openInInbox}
      </Button>
      <Button size="s" variant="ghost" keyHint={words.keys.escape} onClick={stores.leave}>
        {isOver ? words.composer.close : words.composer.cancel}
      </Button>
    </footer>
  );
}

/** Send and Escape; everything else belongs to the control. */
function useKeys(stores: ComposerStores): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { app } = stores.app.store.getState();
      const press = {
        key: pressedKey(event),
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        repeat: event.repeat,
        composing: event.isComposing,
        place: placeOf(event.target),
        inDialog: document.querySelector('dialog[open]') !== null,
      };
      const { command } = interpret(press, undefined, Date.now(), {
        singleKeys: false,
        isMac: app?.platform === 'darwin',
        bindings: effectiveBindings(app?.settings.keys ?? {}),
      });
      if (command === 'send') stores.openItem.getState().send();
      else if (command === 'leave') stores.leave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stores]);
}

/** What was typed is handed in when the window loses the focus, and when it goes. */
function useKeptDraft({ openItem }: ComposerStores): void {
  useEffect(() => {
    const flush = () => openItem.getState().flushDraft();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
    };
  }, [openItem]);
}

/** The item counts as seen once this window has the focus. */
function useSeen({ openItem }: ComposerStores): void {
  useEffect(() => {
    const see = () => {
      if (document.hasFocus()) openItem.getState().markSeen();
    };
    see();
    window.addEventListener('focus', see);
    return () => window.removeEventListener('focus', see);
  }, [openItem]);
}

/** The window is as high as what is in it. */
function useFittingWindow(stores: ComposerStores) {
  const frame = useRef<HTMLDivElement>(null);
  const isReady = useStore(stores.openItem, (state) => state.item !== undefined || state.loadError !== undefined);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !isReady) return;
    const border = 2;
    const takeHeight = () => stores.fit(element.getBoundingClientRect().height + border);
    takeHeight(); // a window that is not shown yet may draw nothing, and an observer waits for the drawing
    const observer = new ResizeObserver(takeHeight);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stores, isReady]);
  return frame;
}
