import { type ComponentType, memo } from 'react';
import { useStore } from 'zustand';
import type { AccountColour } from '#shared/inbox/account';
import type { ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { accountLabel, accountOf, clockOffset } from '../stores/app.ts';
import { useStores } from '../stores/use-stores.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ItemList.module.css';

export type RowProps = {
  row: ItemRow;
  /** What to add to this machine's clock to get the server's, in ms. */
  clockOffsetMs: number;
  /** Where it comes from, while there is more than one account. */
  accountName: string | undefined;
  accountColour: AccountColour | undefined;
};

type OptionProps = {
  id: string;
  itemKey: ItemKey;
  place: number;
  total: number;
  top: number;
  height: number;
  /** It is the open item. */
  chosen: boolean;
  /** It is one of several that the person selected. */
  picked: boolean;
  selected: boolean;
  followsRow: boolean;
  Row: ComponentType<RowProps>;
};

/** One row of a list: drawn anew when its own item changes, or its place. */
export const Option = memo(function Option(props: OptionProps) {
  const { id, itemKey, place, total, top, height, chosen, picked, selected, followsRow, Row } = props;
  const { rows, app } = useStores();
  const row = useStore(rows.store, (state) => state.rows.get(itemKey));
  const clockOffsetMs = useStore(app.store, (state) => (row ? clockOffset(state.app, row.account) : 0));
  const accountName = useStore(app.store, (state) => row && accountLabel(state.app, row.account));
  const accountColour = useStore(app.store, (state) => row && accountOf(state.app, row.account)?.colour);
  return (
    // It keeps no focus of its own: the list takes it, and opens what is clicked.
    <div
      id={id}
      role="option"
      className={styles.option}
      style={{ top, height }}
      tabIndex={-1}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={place}
      aria-description={row?.marks.isPinned ? words.snooze.pinned : undefined}
      aria-busy={row === undefined || undefined}
      data-chosen={chosen || undefined}
      data-picked={picked || undefined}
      data-unread={row?.unread || undefined}
      data-follows-row={followsRow || undefined}
      data-key={itemKey}
    >
      {picked && (
        <span className={styles.picked}>
          <Icon name="check" />
        </span>
      )}
      {row && <Row row={row} clockOffsetMs={clockOffsetMs} accountName={accountName} accountColour={accountColour} />}
    </div>
  );
});
