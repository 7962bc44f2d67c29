import type { SettingsStore } from '#main/settings/settings-store';
import { speech } from '#shared/words/language';
import { resolveSpeech, type SystemLocales } from '#shared/words/resolve-speech';
import { speak } from '#shared/words/words';

/**
 * Speaks what the person set, now and after every change of it. To be called before anyone else listens to the settings:
 * whoever draws on a change then reads the new words. `onOther`: another language is spoken from now on.
 */
export function speakAsSet(settings: SettingsStore, system: SystemLocales, forced: string, onOther: () => void): void {
  speak(resolveSpeech(settings.current.language, system, forced));
  settings.onChanged((next) => {
    const { language } = speech;
    speak(resolveSpeech(next.language, system, forced));
    if (speech.language !== language) onOther();
  });
}
