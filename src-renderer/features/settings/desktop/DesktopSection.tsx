import type { AppState } from '#shared/inbox/app-state';
import { useStores } from '../../../stores/use-stores.ts';
import { desktopWords as words } from '../../../words/desktop.ts';
import { Fact, Lines, Section, Switch } from '../parts.tsx';
import { ShortcutLine } from './ShortcutLine.tsx';

/** How the app stands in this desktop: its start, its keys, its icon. */
export function DesktopSection({ state }: { state: AppState }) {
  const { app } = useStores();
  const { settings, desktop, platform } = state;
  const isInstalled = desktop.startAtLogin === 'possible';
  return (
    <Section id="desktop" title={words.title}>
      <Lines>
        {isInstalled ? (
          <Switch
            label={words.login}
            hint={words.loginHint}
            checked={settings.startAtLogin}
            onChange={(startAtLogin) => void app.changeSettings({ startAtLogin })}
          />
        ) : (
          <Fact label={words.login}>{words.loginNotInstalled}</Fact>
        )}
        <ShortcutLine
          shortcut={settings.summonShortcut}
          state={desktop.summon}
          isMac={platform === 'darwin'}
          onChange={(summonShortcut) => void app.changeSettings({ summonShortcut })}
        />
        <Fact label={words.tray}>{desktop.tray === 'there' ? words.trayThere : words.trayMissing}</Fact>
      </Lines>
    </Section>
  );
}
