import { useMemo } from 'react';
import { useStore } from 'zustand';
import styles from './App.module.css';
import { Announcer } from './features/announcements/Announcer.tsx';
import { BatchPreview } from './features/batch/BatchPreview.tsx';
import { SelectionBar } from './features/batch/SelectionBar.tsx';
import { SettingsChangeSheet } from './features/coding-agents/SettingsChangeSheet.tsx';
import { SafeMarkdown } from './features/detail/markdown/SafeMarkdown.tsx';
import { GuideSheet } from './features/guides/GuideSheet.tsx';
import { History } from './features/history/History.tsx';
import { Inbox } from './features/inbox/Inbox.tsx';
import { NothingOpen } from './features/inbox/NothingOpen.tsx';
import { SnoozeDialog } from './features/marks/SnoozeDialog.tsx';
import { MissedCard } from './features/missed/MissedCard.tsx';
import { Palette } from './features/palette/Palette.tsx';
import { PopoverBar } from './features/popover/PopoverBar.tsx';
import { settingsSections } from './features/settings/palette-sections.ts';
import { SettingsPage } from './features/settings/SettingsPage.tsx';
import { Banners } from './features/shell/Banners.tsx';
import { KeySheet } from './features/shell/KeySheet.tsx';
import { Sidebar } from './features/shell/Sidebar.tsx';
import { MenuButton, SideMenu } from './features/shell/SideMenu.tsx';
import { StartFailed } from './features/shell/StartFailed.tsx';
import { Snoozed } from './features/snoozed/Snoozed.tsx';
import { Toasts } from './features/toasts/Toasts.tsx';
import { HowAgentsAsk, Welcome } from './features/welcome/Welcome.tsx';
import { KeyHintsContext, keyHintsOf } from './keyboard/key-hints.tsx';
import { useKeyboard } from './keyboard/use-keyboard.ts';
import { NothingChosen } from './list/NothingChosen.tsx';
import { usePageSettings } from './page/use-page-settings.ts';
import { answers } from './palette/answers.ts';
import { commands } from './palette/commands.ts';
import { filters } from './palette/filters.ts';
import { preferences } from './palette/preferences.ts';
import { DetailPane } from './panes/DetailPane.tsx';
import type { Popover } from './stores/popover.ts';
import type { Stores } from './stores/stores.ts';
import { StoresContext } from './stores/use-stores.ts';
import { FaultBoundary } from './ui/FaultBoundary.tsx';

/** What the command palette offers, in this order. */
const paletteSources = [answers, commands, filters, settingsSections, preferences];

/**
 * The window: the sidebar, and beside it the list with the open item, or Settings. Features meet here and nowhere else.
 * `popover`: this is the small one beside the tray.
 */
export function App({ stores, popover }: { stores: Stores; popover?: Popover | undefined }) {
  usePageSettings(stores);
  useKeyboard(stores);
  const mode = useStore(stores.layout, (state) => state.mode);
  const view = useStore(stores.route.store, (state) => state.view);
  const platform = useStore(stores.app.store, (state) => state.app?.platform ?? '');
  const settings = useStore(stores.app.store, (state) => state.app?.settings);
  const hints = useMemo(() => keyHintsOf(settings && { platform, settings }), [platform, settings]);
  const failed = useStore(stores.app.store, (state) => state.app === undefined && state.failure !== undefined);
  return (
    <StoresContext value={stores}>
      <KeyHintsContext value={hints}>
        <div className={styles.app} data-layout={mode} data-view={view} data-popover={popover && true}>
          {mode === 'wide' && <Sidebar />}
          <main className={styles.main}>
            {popover && <PopoverBar popover={popover} />}
            <Banners />
            <div className={styles.panes}>
              <FaultBoundary key={view}>{failed ? <StartFailed /> : <View stores={stores} />}</FaultBoundary>
            </div>
          </main>
          <SideMenu />
          <BatchPreview />
          <Toasts />
          <Announcer />
          <KeySheet />
          <SnoozeDialog />
          <SettingsChangeSheet />
          <GuideSheet page={(text) => <SafeMarkdown text={text} headings="h3" />} />
          <Palette sources={paletteSources} />
        </div>
      </KeyHintsContext>
    </StoresContext>
  );
}

function View({ stores }: { stores: Stores }) {
  const view = useStore(stores.route.store, (state) => state.view);
  const reading = useStore(stores.route.store, (state) => state.reading);
  const isSingle = useStore(stores.layout, (state) => state.mode === 'single');
  if (view === 'settings') {
    return <SettingsPage before={<MenuButton />} howAgentsAsk={<HowAgentsAsk headingLevel={3} />} />;
  }
  const nothingOpen = view === 'inbox' ? <NothingOpen welcome={<Welcome />} /> : <NothingChosen view={view} />;
  return (
    <>
      {(!isSingle || !reading) &&
        (view === 'inbox' ? (
          <Inbox
            before={<MenuButton />}
            head={<MissedCard />}
            after={<SelectionBar />}
            whenEmpty={isSingle ? nothingOpen : undefined}
          />
        ) : view === 'snoozed' ? (
          <Snoozed before={<MenuButton />} />
        ) : (
          <History before={<MenuButton />} />
        ))}
      {(!isSingle || reading) && <DetailPane nothingOpen={nothingOpen} />}
    </>
  );
}
