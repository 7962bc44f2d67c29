import type { announcements as english } from '../english/announcements.ts';
import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

const questions = (n: number) => plural(n, { one: 'Frage', other: 'Fragen' });
const said = (titles: readonly string[], one: (title: string) => string, many: (n: number) => string) =>
  titles.length === 0 ? '' : titles.length === 1 ? one(foreign(titles[0] ?? '', 120)) : many(titles.length);

export const announcements: typeof english = {
  region: 'Neuigkeiten',
  news: ({ arrived, expired, withdrawn, answeredElsewhere }) =>
    [
      said(
        arrived,
        (title) => `Neue Frage: ${title}.`,
        (n) => `${plural(n, { one: 'neue Frage', other: 'neue Fragen' })}.`,
      ),
      said(
        expired,
        (title) => `„${title}“ ist unbeantwortet abgelaufen.`,
        (n) => `${questions(n)} sind unbeantwortet abgelaufen.`,
      ),
      said(
        withdrawn,
        (title) => `„${title}“ wurde zurückgezogen.`,
        (n) => `${questions(n)} wurden zurückgezogen.`,
      ),
      said(
        answeredElsewhere,
        (title) => `„${title}“ wurde anderswo beantwortet.`,
        (n) => `${questions(n)} wurden anderswo beantwortet.`,
      ),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
};
