import { useId } from 'react';
import { AccountColour } from '#shared/inbox/account';
import { words } from '#shared/words/words';
import { AccountSwatch } from '../../../ui/AccountMark.tsx';
import styles from './Accounts.module.css';

/** One of the colours, each with its name for who does not see it. */
export function ColourField({ value, onValue }: { value: AccountColour; onValue: (colour: AccountColour) => void }) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={words.accounts.colour}>
      <p className={styles.legend} aria-hidden="true">
        {words.accounts.colour}
      </p>
      <div className={styles.colours}>
        {AccountColour.options.map((colour) => (
          <label key={colour} className={styles.colour} title={words.accounts.colours[colour]}>
            <input
              type="radio"
              name={name}
              aria-label={words.accounts.colours[colour]}
              checked={colour === value}
              onChange={() => onValue(colour)}
            />
            <AccountSwatch colour={colour} />
          </label>
        ))}
      </div>
    </div>
  );
}

/** The first colour that no account has yet. */
export function freeColour(taken: readonly AccountColour[]): AccountColour {
  return AccountColour.options.find((colour) => !taken.includes(colour)) ?? 'grey';
}
