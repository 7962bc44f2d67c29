import type { SettingsStore } from '#main/settings/settings-store';
import { resolveSpeech, type SystemLocales } from '#shared/words/resolve-speech';
import { speak } from '#shared/words/words';

/**
 * Speaks what the person set, now and after every change of it. To be called before anyone else listens to the settings:
 * whoever draws on a change then reads the new words.
 */
export function speakAsSet(settings: SettingsStore, system: SystemLocales, forced: string): void {
  speak(resolveSpeech(settings.current.language, system, forced));
  settings.onChanged(({ language }) => speak(resolveSpeech(language, system, forced)));
}
