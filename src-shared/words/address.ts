import { z } from 'zod';
import { type Speech, spokenLanguages } from './language.ts';

const Address = z.object({ language: z.enum(spokenLanguages), locale: z.string().min(1) });

/** The address of a page that is to speak so from the first thing it draws. `url` has no query and no fragment. */
export function speakingAddress(url: string, { language, locale }: Speech): string {
  return `${url}?language=${language}&locale=${encodeURIComponent(locale)}`;
}

/** What a page's address says it is to speak (`search`: its query); English where it does not say. */
export function speechOfAddress(search: string): Speech {
  const pairs = search.replace(/^\?/, '').split('&');
  const read = Address.safeParse(Object.fromEntries(pairs.map((pair) => pair.split('=', 2))));
  if (!read.success) return { language: 'en', locale: 'en' };
  const { language, locale } = read.data;
  return { language, locale: isTag(locale) ? locale : isTag(language) ? language : 'en' };
}

function isTag(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
