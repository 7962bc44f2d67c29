import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Fact, Lines, Section, Switch } from '../parts.tsx';
import { ShortcutLine } from './ShortcutLine.tsx';

/** How the app stands in this desktop: its start, its keys, its icon. */
export function DesktopSection({ state }: { state: AppState }) {
  const { app } = useStores();
  const { settings, desktop, platform } = state;
  const isInstalled = desktop.startAtLogin === 'possible';
  return (
    <Section id="desktop" title={words.desktop.title}>
      <Lines>
        {isInstalled ? (
          <Switch
            label={words.desktop.login}
            hint={words.desktop.loginHint}
            checked={settings.startAtLogin}
            onChange={(startAtLogin) => void app.changeSettings({ startAtLogin })}
          />
        ) : (
          <Fact label={words.desktop.login}>{words.desktop.loginNotInstalled}</Fact>
        )}
        <ShortcutLine
          shortcut={settings.summonShortcut}
          state={desktop.summon}
          isMac={platform === 'darwin'}
          onChange={(summonShortcut) => void app.changeSettings({ summonShortcut })}
        />
        <Fact label={words.desktop.tray}>
          {desktop.tray === 'there' ? words.desktop.trayThere : words.desktop.trayMissing}
        </Fact>
      </Lines>
    </Section>
  );
}
