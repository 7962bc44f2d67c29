import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AccountColour } from '#shared/inbox/account';
import type { ItemRow } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { useStores } from '../stores/use-stores.ts';
import { AccountMark } from '../ui/AccountMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ServiceIcon } from '../ui/ServiceIcon.tsx';
import styles from './Row.module.css';
import { Marked } from './search/Marked.tsx';

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
  const { snippets } = useStores();
  const snippet = useStore(snippets.store, (state) => state.texts.get(row.key));
  return (
    <>
      <span className={styles.title}>
        <span className={styles.titleText} dir="auto">
          {row.title.trim() === '' ? words.list.untitled : <Marked text={row.title} />}
        </span>
        {unread && (
          <span className={styles.unread}>
            <span className={styles.spoken}>{words.list.unread}</span>
          </span>
        )}
        {row.marks.isPinned && (
          <span className={styles.pinned}>
            <Icon name="pin" size={12} />
          </span>
        )}
      </span>
      <span className={styles.about}>
        {accountName !== undefined && <AccountMark name={accountName} colour={accountColour} />}
        <span className={styles.aboutText} dir="auto">
          {snippet === undefined ? about : <Marked text={snippet} />}
        </span>
        {snippet === undefined && after !== undefined && (
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
