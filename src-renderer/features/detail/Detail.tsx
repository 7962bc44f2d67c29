import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountView } from '#shared/inbox/app-state';
import type { EarlierDecisions } from '#shared/inbox/earlier';
import type { ItemDetail } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { AnswerPanel } from '../../answer/AnswerPanel.tsx';
import type { OpenItemStore } from '../../stores/open-item.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Problem, Waiting } from '../../ui/Placeholder.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './Detail.module.css';
import { Earlier } from './earlier/Earlier.tsx';
import { Evidence } from './evidence/Evidence.tsx';
import { Metadata } from './evidence/Metadata.tsx';
import { Header } from './header/Header.tsx';
import { LinkAskingProvider } from './markdown/link-asking.ts';
import { SafeMarkdown } from './markdown/SafeMarkdown.tsx';
import type { SafeLink } from './markdown/safe-link.ts';
import type { AskerActs } from './origin/AskerStanding.tsx';
import type { Muting } from './origin/MuteService.tsx';
import { Origin } from './origin/Origin.tsx';
import { Receipts } from './origin/Receipts.tsx';

/**
 * The open item, in full. It shows what the store holds and calls the store's commands; the shell makes one store with
 * `createOpenItemStore`, calls `open(key)` and `close()` on it, and from its keyboard layer `pressDigit(n)`,
 * `answerBinary(yes)`, `send()` and `undo()` (the shell decides when single keys are allowed). The detail itself tells the
 * server that the item was seen, and saves drafts when the page goes away.
 */
export type DetailProps = {
  store: OpenItemStore;
  /** The account of the open item: its name and clock. */
  account: AccountView | undefined;
  /** The name of an account that was removed while its history was kept. */
  formerAccount?: string | undefined;
  /** Whether single keys act, so that they are shown where they do. */
  singleKeys: boolean;
  /** Other services with open items (AppState.services): a look-alike name is marked. */
  services?: readonly { id: string; name: string }[];
  /** What the shell puts at the end of the header, for instance a menu. */
  toolbar?: ReactNode;
  /** What the shell says of it above the answer controls. */
  notice?: ReactNode;
  /** Where list and detail replace each other: back to the list. */
  onBack?: (() => void) | undefined;
  /** The item's service can be muted: it raises no notifications for a while. */
  muting?: Muting;
  /** What can be done about the item's service, where it is ours to rule. */
  asker?: AskerActs | undefined;
  /** What was decided before about questions like this one, and the way to one of them. */
  earlier?: EarlierDecisions | undefined;
  onShowItem?: ((key: ItemKey) => void) | undefined;
  /** Opens History filtered by this service. */
  onShowHistory?: ((serviceId: string) => void) | undefined;
  /** This machine's clock in ms. */
  now?: () => number;
};

const noServices: readonly { id: string; name: string }[] = [];

export function Detail(props: DetailProps) {
  const { store } = props;
  const key = useStore(store, (state) => state.key);
  const item = useStore(store, (state) => state.item);
  const loadError = useStore(store, (state) => state.loadError);

  useEffect(() => {
    const flush = () => store.getState().flushDraft();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
    };
  }, [store]);

  if (key === undefined) return null;
  if (loadError && !item) return <Problem error={loadError} onRetry={() => void store.getState().retryLoad()} />;
  if (!item) return <Waiting />;
  return <OpenItem key={item.key} {...props} item={item} />;
}

function OpenItem(props: DetailProps & { item: ItemDetail }) {
  const { store, account, item, services = noServices, now = Date.now } = props;
  const { openLink, saveAttachment, copyText } = store.getState();
  const [askedLink, setAskedLink] = useState<SafeLink>();
  const clockOffsetMs = account?.clockOffsetMs ?? 0;
  const serverNow = () => now() + clockOffsetMs;
  const { context } = item.notification;
  useSeen(store);

  return (
    <LinkAskingProvider value={setAskedLink}>
      <article className={styles.detail}>
        <Header item={item} clockOffsetMs={clockOffsetMs} now={now} toolbar={props.toolbar} onBack={props.onBack} />
        <div className={styles.scroll}>
          <div className={styles.column}>
            <h1 className={styles.title} dir="auto">
              <VisibleText text={item.title || words.question.untitled} cut={1_000} />
            </h1>
            {context.description.trim() !== '' && (
              <div className={styles.description}>
                <SafeMarkdown key={item.revision} text={context.description} headings="h2" />
              </div>
            )}
            {account?.paused && item.answer === undefined && item.ending === undefined && (
              <Banner icon="cloud" heading={words.accounts.pausedHeading}>
                {words.accounts.pausedHint}
              </Banner>
            )}
            {props.notice}
            <AnswerPanel store={store} item={item} singleKeys={props.singleKeys} now={now} serverNow={serverNow} />
            <Evidence attachments={context.attachments} onSave={saveAttachment} />
            <Metadata metadata={context.metadata} />
            <Origin
              item={item}
              account={account}
              formerAccount={props.formerAccount}
              services={services}
              onCopy={copyText}
              onShowHistory={props.onShowHistory}
              muting={props.muting}
              asker={props.asker}
            />
            <Receipts item={item} clockOffsetMs={clockOffsetMs} now={now} />
            {props.earlier && props.onShowItem && <Earlier earlier={props.earlier} onOpen={props.onShowItem} />}
          </div>
        </div>
      </article>
      {askedLink && (
        <LinkQuestion
          link={askedLink}
          onCancel={() => setAskedLink(undefined)}
          onConfirm={() => {
            openLink(askedLink.url);
            setAskedLink(undefined);
          }}
        />
      )}
    </LinkAskingProvider>
  );
}

function LinkQuestion({ link, onConfirm, onCancel }: { link: SafeLink; onConfirm: () => void; onCancel: () => void }) {
  return (
    <ConfirmDialog title={words.question.openLink} onConfirm={onConfirm} onCancel={onCancel}>
      <p className={styles.host}>{link.host}</p>
      <p className={styles.address}>
        <VisibleText text={link.url} cut={400} />
      </p>
    </ConfirmDialog>
  );
}

/** An item counts as seen once it is on screen in a window that has the focus. */
function useSeen(store: OpenItemStore): void {
  useEffect(() => {
    const see = () => {
      if (document.hasFocus() && document.visibilityState === 'visible') store.getState().markSeen();
    };
    see();
    window.addEventListener('focus', see);
    return () => window.removeEventListener('focus', see);
  }, [store]);
}
