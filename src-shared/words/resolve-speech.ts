import { type Language, type LanguageSetting, type Speech, type TrialLanguage, trialLanguages } from './language.ts';

/** What the system says of its person's ways, as BCP 47 tags; what it does not say is empty. */
export type SystemLocales = {
  /** In what language programs speak. */
  language: string;
  /** How numbers and dates are written; on some systems a setting of its own. */
  formats: string;
};

/** How dates and numbers are written in them: unlike in English, so that one shows that was not written by the locale. */
const trialLocales: Record<TrialLanguage, string> = { pseudo: 'el', 'pseudo-rtl': 'he' };

/**
 * What to speak: what the person set, else German where the system speaks it, else English. Numbers and dates are written
 * as the system writes them where that is of the same language, else in the language's own way. `forced`: a tag from the
 * command line or the environment that stands in for the system's, or one of the trial languages. Whatever is no usable
 * tag ("C", "POSIX", "") counts as not said.
 */
export function resolveSpeech(setting: LanguageSetting, system: SystemLocales, forced = ''): Speech {
  const trial = trialLanguages.find((one) => one === forced);
  if (trial && setting === 'system') return { language: trial, locale: trialLocales[trial] };
  const said = [forced, system.language, system.formats];
  const tags = said.flatMap((tag) => usable(tag) ?? []);
  const spoken = usable(forced) ?? usable(system.language) ?? 'en';
  const language: Language = setting === 'system' ? (languageOf(spoken) === 'de' ? 'de' : 'en') : setting;
  const own = tags.filter((tag) => languageOf(tag) === language);
  // "de-AT" knows more than "de"; what was forced comes first either way.
  const locale = own.find((tag) => new Intl.Locale(tag).region !== undefined) ?? own[0] ?? language;
  return { language, locale };
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

/** The tag as `Intl` takes it, also as POSIX writes it ("de_AT.UTF-8"); undefined where there is nothing to take. */
function usable(tag: string): string | undefined {
  const plain = tag.replace(/[.@].*$/, '').replaceAll('_', '-');
  if (plain === '' || plain.toUpperCase() === 'POSIX') return undefined;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(plain)[0];
  } catch {
    return undefined;
  }
}
