import type { AccountColour } from '#shared/inbox/account';
import styles from './AccountMark.module.css';
import { VisibleText } from './VisibleText.tsx';

/** The colour of an account. Square, so that it is not taken for the state of a connection. Grey: it was removed. */
export function AccountSwatch({ colour = 'grey' }: { colour?: AccountColour | undefined }) {
  return <i className={styles.swatch} data-colour={colour} />;
}

/** Which account something comes from: its colour and its name. */
export function AccountMark({ name, colour }: { name: string; colour: AccountColour | undefined }) {
  return (
    <span className={styles.mark}>
      <AccountSwatch colour={colour} />
      <span className={styles.name} dir="auto">
        <VisibleText text={name} />
      </span>
      ·
    </span>
  );
}
