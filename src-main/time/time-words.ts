/** Says a time as this person writes times. Falls back to English where the system names no usable locale (LANG=C). */
export function timeWordsFor(locale: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat(usableLocale(locale), { dateStyle: 'medium', timeStyle: 'short' });
  return (ms) => format.format(ms);
}

/** Says a moment of today or tomorrow briefly: the weekday and the time, as this person writes them. */
export function clockWordsFor(locale: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat(usableLocale(locale), {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (ms) => format.format(ms);
}

/** A locale that `Intl` takes. */
export function usableLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
