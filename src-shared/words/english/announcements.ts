import { foreign } from '../foreign.ts';
import { plural } from '../plural.ts';

type News = Record<'arrived' | 'expired' | 'withdrawn' | 'answeredElsewhere', readonly string[]>;

const questions = (n: number) => plural(n, { one: 'question', other: 'questions' });
const said = (titles: readonly string[], one: (title: string) => string, many: (n: number) => string) =>
  titles.length === 0 ? '' : titles.length === 1 ? one(foreign(titles[0] ?? '', 120)) : many(titles.length);

/** What a screen reader is told of by itself. Titles are somebody else's words. */
export const announcements = {
  region: 'News',
  news: ({ arrived, expired, withdrawn, answeredElsewhere }: News) =>
    [
      said(
        arrived,
        (title) => `New question: ${title}.`,
        (n) => `${plural(n, { one: 'new question', other: 'new questions' })}.`,
      ),
      said(
        expired,
        (title) => `“${title}” expired unanswered.`,
        (n) => `${questions(n)} expired unanswered.`,
      ),
      said(
        withdrawn,
        (title) => `“${title}” was withdrawn.`,
        (n) => `${questions(n)} were withdrawn.`,
      ),
      said(
        answeredElsewhere,
        (title) => `“${title}” was answered elsewhere.`,
        (n) => `${questions(n)} were answered elsewhere.`,
      ),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
};
