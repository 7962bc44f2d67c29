import { type KeyboardEvent, useState } from 'react';
import type { DesktopView } from '#shared/inbox/desktop-view';
import { drawnShortcut, shortcutOfPress } from '#shared/native/shortcut';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { Failure } from '../parts.tsx';

type Props = {
  /** Empty: none. */
  shortcut: string;
  state: DesktopView['summon'];
  isMac: boolean;
  onChange: (shortcut: string) => void;
};

/** The keys that summon the app: shown, chosen by pressing them, switched off. */
export function ShortcutLine({ shortcut, state, isMac, onChange }: Props) {
  const [isListening, setIsListening] = useState(false);
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return; // the way out by keyboard stays open
    event.preventDefault();
    event.stopPropagation();
    const { code, ctrlKey: ctrl, altKey: alt, shiftKey: shift, metaKey: meta } = event;
    const pressed = shortcutOfPress({ code, ctrl, alt, shift, meta }, isMac);
    if (pressed !== undefined) onChange(pressed);
    if (pressed !== undefined || event.key === 'Escape') setIsListening(false);
  };
  return (
    <ActsLine
      label={words.desktop.summon}
      hint={
        <>
          <span role="status">{shortcut === '' ? words.desktop.summonOff : drawnShortcut(shortcut, isMac)}. </span>
          {words.desktop.summonHint}
          {shortcut !== '' && state === 'refused' && <Failure>{words.desktop.summonRefused}</Failure>}
        </>
      }
    >
      {isListening ? (
        <Button
          size="s"
          ref={(button) => button?.focus()}
          onKeyDown={listen}
          onBlur={() => setIsListening(false)}
          onClick={() => setIsListening(false)}
        >
          {words.desktop.summonPress}
        </Button>
      ) : (
        <>
          {shortcut !== '' && (
            <Button size="s" onClick={() => onChange('')}>
              {words.desktop.summonClear}
            </Button>
          )}
          <Button size="s" onClick={() => setIsListening(true)}>
            {shortcut === '' ? words.desktop.summonSet : words.desktop.summonChange}
          </Button>
        </>
      )}
    </ActsLine>
  );
}
