import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Fact, Lines, Section, Switch } from '../parts.tsx';
import { ShortcutLine } from './ShortcutLine.tsx';

/** How the app stands in this desktop: its start, its keys, its icon. */
export function DesktopSection({ state }: { state: AppState }) {
  const { app } = useStores();
  const { settings, desktop, platform } = state;
  return (
    <Section id="desktop" title={words.desktop.title}>
      <Lines>
        {desktop.startAtLogin === 'not-installed' ? (
          <Fact label={words.desktop.login}>{words.desktop.loginNotInstalled}</Fact>
        ) : (
          <Switch
            label={words.desktop.login}
            hint={words.desktop.loginHint}
            checked={desktop.startAtLogin === 'on'}
            onChange={(startAtLogin) => void app.changeSettings({ startAtLogin })}
          />
        )}
        {desktop.links === 'not-installed' ? (
          <Fact label={words.place.links}>{words.place.linksNotInstalled}</Fact>
        ) : (
          <Switch
            label={words.place.links}
            hint={words.place.linksHint}
            checked={desktop.links === 'unknown' ? settings.opensLinks : desktop.links === 'on'}
            onChange={(opensLinks) => void app.changeSettings({ opensLinks })}
          />
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
