import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { KeyChoices } from '#shared/inbox/keyboard-settings';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { type Offer, offerOf, withKey, withSwapped } from '../../../keyboard/effective.ts';
import { pressedKey } from '../../../keyboard/pressed-key.ts';
import type { Stroke } from '../../../keyboard/stroke.ts';
import { type Command, drawnStroke } from '../../../keyboard/table.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './KeyChoiceList.module.css';

/**
 * Listens for a command's new key. Nothing hangs on time: one more key makes a pair, Enter or the button keeps what was
 * pressed, Escape leaves all as it was, and Tab goes on to the buttons.
 */
export function KeyRecorder({
  command,
  choices,
  isMac,
  onDone,
}: {
  command: Command;
  choices: KeyChoices;
  isMac: boolean;
  /** Undefined: nothing is changed. */
  onDone: (choices: KeyChoices | undefined) => void;
}) {
  const [stroke, setStroke] = useState<Stroke>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    field.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  const offer = stroke && offerOf(choices, command, stroke);
  const keep = () => stroke && offer?.is === 'free' && onDone(withKey(choices, command, stroke));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Tab' || isModifier(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || event.altKey) return;
    const withMod = isMac ? event.metaKey : event.ctrlKey;
    if (event.key === 'Escape') return onDone(undefined);
    if (event.key === 'Enter' && !withMod) return keep();
    setStroke(next(stroke, pressedKey(event.nativeEvent), withMod, event.shiftKey));
  };

  return (
    <div className={styles.recorder}>
      <input
        ref={field}
        type="text"
        readOnly
        className={styles.field}
        aria-label={words.keyboard.press}
        placeholder={words.keyboard.press}
        value={stroke ? drawnStroke(stroke, isMac) : ''}
        onKeyDown={onKeyDown}
      />
      <p className={styles.said} role="status">
        {stroke && offer ? saidOf(offer, drawnStroke(stroke, isMac), stroke) : words.keyboard.pressHint}
      </p>
      <div className={styles.acts}>
        {stroke && offer?.is === 'taken' ? (
          <>
            {offer.canSwap && (
              <Button size="s" onClick={() => onDone(withSwapped(choices, command, stroke, offer.by))}>
                {words.keyboard.swap}
              </Button>
            )}
            <Button size="s" onClick={() => onDone(withKey(withKey(choices, offer.by, undefined), command, stroke))}>
              {words.keyboard.takeOver(words.help.keys[offer.by])}
            </Button>
          </>
        ) : (
          <Button size="s" disabled={offer?.is !== 'free'} onClick={keep}>
            {words.keyboard.keep}
          </Button>
        )}
        <Button size="s" onClick={() => onDone(withKey(choices, command, undefined))}>
          {words.keyboard.takeAway}
        </Button>
        <Button size="s" variant="ghost" keyHint={words.keys.escape} onClick={() => onDone(undefined)}>
          {words.keyboard.cancel}
        </Button>
      </div>
    </div>
  );
}

const isModifier = (key: string) => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key);

/** What was pressed so far: a second plain key makes a pair, anything else begins anew. */
function next(before: Stroke | undefined, key: string, withMod: boolean, shift: boolean): Stroke {
  const plain = [...key].length === 1 ? key.toLowerCase() : key;
  const withShift = shift && (plain !== key || [...key].length > 1);
  const now: Stroke = { keys: [plain], withMod, withShift };
  const mayGoOn = before?.keys.length === 1 && isPlain(before) && isPlain(now);
  return mayGoOn ? { ...now, keys: [before.keys[0], plain] } : now;
}

const isPlain = ({ keys, withMod, withShift }: Stroke) => !withMod && !withShift && [...keys[0]].length === 1;

function saidOf(offer: Offer, key: string, stroke: Stroke): string {
  switch (offer.is) {
    case 'free':
      return stroke.keys.length === 1 && isPlain(stroke) ? words.keyboard.pair : words.keyboard.chosen(key);
    case 'reserved':
      return words.keyboard.reserved(key);
    case 'writes':
      return words.keyboard.writes(key);
    case 'taken':
      return words.keyboard.taken(key, words.help.keys[offer.by]);
    case 'in-the-way':
      return words.keyboard.inTheWay(key, words.help.keys[offer.by]);
    default:
      return unreachable(offer);
  }
}
