import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { unreachable } from '#shared/result';
import { shownAction, takesAnswer } from '../controls/answerable.ts';
import { focusAnswer, focusDetail, focusList, focusSearch, showAnswers } from '../list/focus.ts';
import type { Stores } from '../stores/stores.ts';
import { effectiveBindings } from './effective.ts';
import { type Interpretation, interpret, type Prefix } from './interpret.ts';
import { placeOf } from './place.ts';
import { pressedKey } from './pressed-key.ts';
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
      if (!said.ignored && !pressesOnAndOn(event, press.place)) return;
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
          key: pressedKey(event),
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
        {
          singleKeys: app?.settings.singleKeys ?? true,
          isMac: app?.platform === 'darwin',
          bindings: effectiveBindings(app?.settings.keys ?? {}),
        },
      );
      prefix = meaning.prefix;
      if (runCommand(stores, meaning, place)) event.preventDefault();
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

/** Enter or Space held down on a button: the browser would press it on and on, also the one that comes into its place. */
function pressesOnAndOn({ repeat, key }: KeyboardEvent, place: Place): boolean {
  return repeat && place === 'control' && (key === 'Enter' || key === ' ');
}

/**
 * Does what a key means; answers whether it meant anything here. The page is drawn before the focus moves: the next key
 * already goes where it was meant to.
 */
export function runCommand(
  stores: Stores,
  { command, digit, answers }: Omit<Interpretation, 'prefix'>,
  place: Place,
): boolean {
  if (command === undefined) return false;
  const { navigation, openItem, overlay, route } = stores;
  if (answers && !isOnScreen(stores)) return false;
  if (answers && !mayAnswer(stores)) return true;
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
      return digit !== undefined && (openItem.getState().pressDigit(digit) || (digit === 1 && enterControl(stores)));
    case 'yes':
    case 'no':
      return openItem.getState().answerBinary(command === 'yes');
    case 'send':
      if (!isOnScreen(stores)) return false;
      // What was written before and is only now on screen is no answer to it yet.
      if (!openItem.getState().touched && !stores.sight.mayAnswer()) return true;
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
    case 'palette':
      flushSync(overlay.showPalette);
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

/** A key answers what was read: painted, still, and not beyond the edge of what can be seen. */
function mayAnswer({ sight }: Stores): boolean {
  if (!sight.mayAnswer()) return false;
  if (!showAnswers()) return true;
  sight.disturbed();
  return false;
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

/** The first of one answer is that answer: where the digit itself chooses nothing, it leads to the control. */
function enterControl({ openItem }: Stores): boolean {
  const { item, draft } = openItem.getState();
  if (item?.notification.actions.length !== 1 || !takesAnswer(item) || !shownAction(item, draft)) return false;
  focusAnswer();
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
