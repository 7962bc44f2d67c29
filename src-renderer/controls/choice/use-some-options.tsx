import { type ReactNode, useState } from 'react';
import type { Option } from '#shared/protocol/action';
import { words } from '#shared/words/words';
import { Button } from '../../ui/Button.tsx';
import styles from './OptionList.module.css';

/** So many options are drawn at first, and with each press more: a list of thousands is searched, not read. */
const atOnce = 100;
/** Of a label so many characters are drawn; its whole is its title. */
export const longestOption = 500;

/** The options to draw, always with those that are chosen, and the button that brings more. */
export function useSomeOptions(
  options: readonly Option[],
  chosen: readonly string[],
): { shown: readonly Option[]; more: ReactNode } {
  const [count, setCount] = useState(atOnce);
  if (options.length <= count) return { shown: options, more: null };
  const shown = options.filter(({ value }, at) => at < count || chosen.includes(value));
  const left = options.length - shown.length;
  return {
    shown,
    more: left > 0 && (
      <div className={styles.none}>
        <Button size="s" onClick={() => setCount(count + atOnce)}>
          {words.controls.choice.showMore(Math.min(atOnce, left), left)}
        </Button>
      </div>
    ),
  };
}
