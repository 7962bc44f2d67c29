import type { ReactNode } from 'react';
import type { AccountColour } from '#shared/inbox/account';
import type { ItemRow } from '#shared/inbox/item';
import { AccountMark } from '../ui/AccountMark.tsx';
import { ServiceIcon } from '../ui/ServiceIcon.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import { words } from '../words/shell.ts';
import styles from './Row.module.css';

/** What the rows of both lists have in common. An option's name is what it holds, and begins with the title. */
export function RowFrame({
  row,
  accountName,
  accountColour,
  unread = false,
  about,
  after,
  pills,
  when,
}: {
  row: ItemRow;
  accountName: string | undefined;
  accountColour: AccountColour | undefined;
  unread?: boolean;
  about: ReactNode;
  /** Follows `about`, and keeps its room where that one is cut. */
  after?: string | undefined;
  pills?: ReactNode;
  when: ReactNode;
}) {
  return (
    <>
      <span className={styles.title}>
        <span className={styles.titleText} dir="auto">
          {row.title.trim() === '' ? words.list.untitled : <VisibleText text={row.title} />}
        </span>
        {unread && (
          <span className={styles.unread}>
            <span className={styles.spoken}>{words.list.unread}</span>
          </span>
        )}
      </span>
      <span className={styles.about}>
        {accountName !== undefined && <AccountMark name={accountName} colour={accountColour} />}
        <span className={styles.aboutText} dir="auto">
          {about}
        </span>
        {after !== undefined && (
          <span className={styles.after} dir="auto">
            {after}
          </span>
        )}
        {pills}
      </span>
      <span className={styles.when}>{when}</span>
      <span className={styles.icon}>
        <ServiceIcon id={row.serviceId} name={row.serviceName} />
      </span>
    </>
  );
}
