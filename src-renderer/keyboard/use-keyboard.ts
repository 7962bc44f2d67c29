import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { unreachable } from '#shared/result';
import { focusDetail, focusList, focusSearch } from '../list/focus.ts';
import type { Stores } from '../stores/stores.ts';
import { hasSettled, type Interpretation, interpret, type Prefix } from './interpret.ts';
import { placeOf } from './place.ts';
import type { Place } from './table.ts';
import { guardTyping, type Typing } from './typing-guard.ts';

const rowsPerPage = 8;

/** Listens to the keyboard for the whole page. */
export function useKeyboard(stores: Stores): void {
  useEffect(() => {
    let prefix: Prefix;
    let typing: Typing;
    const onEveryKeyDown = (event: KeyboardEvent) => {
      const press = {
        key: event.key,
        withMod: event.ctrlKey || event.metaKey,
        place: placeOf(event.target),
        inLines: event.target instanceof HTMLTextAreaElement,
      };
      const said = guardTyping(typing, press, Date.now());
      typing = said.typing;
      if (!said.ignored) return;
      event.preventDefault(); // nor may the key press a button that has the focus now
      event.stopImmediatePropagation();
    };
    const onPointerDown = () => {
      typing = undefined;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key === 'Shift') return;
      const { app } = stores.app.store.getState();
      const place = placeOf(event.target);
      const meaning = interpret(
        {
          key: event.key,
          ctrl: event.ctrlKey,
          meta: event.metaKey,
          alt: event.altKey,
          shift: event.shiftKey,
          repeat: event.repeat,
          composing: event.isComposing,
          place,
          inDialog: document.querySelector('dialog[open]') !== null,
        },
        prefix,
        Date.now(),
        { singleKeys: app?.settings.singleKeys ?? true, isMac: app?.platform === 'darwin' },
      );
      prefix = meaning.prefix;
      if (run(stores, meaning, place)) event.preventDefault();
    };
    window.addEventListener('keydown', onEveryKeyDown, { capture: true });
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onEveryKeyDown, { capture: true });
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [stores]);
}

/**
 * Does what a key means; answers whether it meant anything here. The page is drawn before the focus moves: the next key
 * already goes where it was meant to.
 */
function run(stores: Stores, { command, digit, answers }: Interpretation, place: Place): boolean {
  if (command === undefined) return false;
  const { navigation, openItem, overlay, route } = stores;
  if (answers && !hasSettledOnScreen(stores)) return false;
  switch (command) {
    case 'next':
    case 'previous':
    case 'page-down':
    case 'page-up':
    case 'first':
    case 'last':
      if (route.store.getState().view === 'settings') return false;
      navigation.step(stepOf(command));
      focusList();
      return true;
    case 'extend-next':
    case 'extend-previous':
      if (route.store.getState().view !== 'inbox') return false;
      navigation.extend(command === 'extend-next' ? 1 : -1);
      focusList();
      return true;
    case 'select':
      return selectOpen(stores);
    case 'select-all':
      if (route.store.getState().view !== 'inbox') return false;
      stores.selection.selectAll();
      return true;
    case 'filter':
      return openFilters(stores);
    case 'open':
      return enterItem(stores);
    case 'leave':
      return leave(stores, place);
    case 'digit':
      return digit !== undefined && openItem.getState().pressDigit(digit);
    case 'yes':
    case 'no':
      return openItem.getState().answerBinary(command === 'yes');
    case 'send':
      if (!isOnScreen(stores)) return false;
      openItem.getState().send();
      return true;
    case 'undo':
      void stores.undo();
      return true;
    case 'snooze':
      return stores.marks.ask();
    case 'pin':
      void stores.marks.pin();
      return true;
    case 'archive':
      stores.marks.archive();
      return true;
    case 'search':
      flushSync(() => {
        if (route.store.getState().view === 'settings') navigation.show('inbox');
        navigation.backToList();
      });
      focusSearch();
      return true;
    case 'help':
      overlay.showKeys();
      return true;
    case 'go-inbox':
    case 'go-snoozed':
    case 'go-history':
      flushSync(() => {
        navigation.show(listOf[command]);
        navigation.backToList();
      });
      focusList();
      return true;
    case 'go-settings':
      navigation.show('settings');
      return true;
    default:
      return unreachable(command);
  }
}

const listOf = { 'go-inbox': 'inbox', 'go-snoozed': 'snoozed', 'go-history': 'history' } as const;

function stepOf(command: 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last') {
  switch (command) {
    case 'next':
      return { by: 1 };
    case 'previous':
      return { by: -1 };
    case 'page-down':
      return { by: rowsPerPage };
    case 'page-up':
      return { by: -rowsPerPage };
    case 'first':
    case 'last':
      return { to: command };
    default:
      return unreachable(command);
  }
}

/** Keys answer what is in front of the person only. */
function isOnScreen({ route, layout }: Stores): boolean {
  const { view, reading } = route.store.getState();
  return view !== 'settings' && (layout.getState().mode !== 'single' || reading);
}

function hasSettledOnScreen(stores: Stores): boolean {
  return isOnScreen(stores) && hasSettled(stores.route.store.getState().openedBy, stores.shownAt(), Date.now());
}

function enterItem({ navigation }: Stores): boolean {
  const key = navigation.openKey();
  if (key === undefined) return false;
  flushSync(() => navigation.open(key));
  focusDetail();
  return true;
}

function selectOpen({ navigation, route, selection }: Stores): boolean {
  const key = navigation.openKey();
  if (route.store.getState().view !== 'inbox' || key === undefined) return false;
  selection.toggle(key);
  return true;
}

function openFilters({ navigation, route, facets }: Stores): boolean {
  const { view } = route.store.getState();
  if (view === 'settings') return false;
  flushSync(navigation.backToList);
  facets.open(view);
  return true;
}

function leave({ navigation, route, layout, selection }: Stores, place: Place): boolean {
  if (place === 'list') {
    if (selection.isEmpty()) return false;
    selection.clear();
    return true;
  }
  const isReading = layout.getState().mode === 'single' && route.store.getState().reading;
  if (isReading && place === 'field') {
    focusDetail();
    return true;
  }
  // Also where both are on screen: when the window becomes narrow, it is the list that the person is at.
  flushSync(navigation.backToList);
  focusList();
  return true;
}
