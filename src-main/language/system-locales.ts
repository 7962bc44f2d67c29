import { app } from 'electron';
import type { SystemLocales } from '#shared/words/resolve-speech';

/** What the system speaks; known once the app is ready. */
export function systemLocales(): SystemLocales {
  return { language: app.getPreferredSystemLanguages()[0] ?? app.getLocale(), formats: app.getSystemLocale() };
}

/** `--lang`, which Chromium knows as well. */
export function forcedLocale(): string {
  return app.commandLine.getSwitchValue('lang');
}
