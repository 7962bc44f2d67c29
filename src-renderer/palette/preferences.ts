import { isPaused } from '#shared/native/notify-plan';
import { pauseEnd } from '#shared/native/pause';
import { words } from '#shared/words/words';
import type { PaletteEntry, PaletteSource } from './entry.ts';

/** The sizes that the application menu walks through as well, in percent. */
const textSizes = [90, 100, 110, 125, 150, 175, 200];

/** What is often set on the way: theme, text size, and whether notifications are paused. */
export const preferences: PaletteSource = ({ app }) => {
  const settings = app.store.getState().app?.settings;
  if (!settings) return [];
  const { theme, textSizePercent, nativeNotifications } = settings;
  const { palette } = words;
  const set = (change: Parameters<typeof app.changeSettings>[0]) => () => void app.changeSettings(change);
  const group = 'preferences' as const;
  const entries: (PaletteEntry | false)[] = [
    ...(['system', 'light', 'dark'] as const).map((one) => ({
      id: `theme:${one}`,
      group,
      title: palette.themes[one],
      also: palette.themeAlso,
      isCurrent: theme === one,
      run: set({ theme: one }),
    })),
    ...textSizes.map((percent) => ({
      id: `text-size:${percent}`,
      group,
      title: palette.textSize(percent),
      also: palette.textSizeAlso,
      isCurrent: textSizePercent === percent,
      run: set({ textSizePercent: percent }),
    })),
    ...(nativeNotifications && !isPaused(settings, Date.now())
      ? (['in-an-hour', 'tomorrow'] as const).map((until) => ({
          id: `pause:${until}`,
          group,
          title: palette.pause[until],
          also: palette.pauseAlso,
          run: () => void app.changeSettings({ pausedUntil: pauseEnd(until, Date.now()) }),
        }))
      : []),
    isPaused(settings, Date.now()) && {
      id: 'pause:end',
      group,
      title: palette.resume,
      also: palette.pauseAlso,
      run: set({ pausedUntil: 0 }),
    },
  ];
  return entries.filter((entry) => entry !== false);
};
