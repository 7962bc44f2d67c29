import { expect, test } from 'vitest';
import { speakingAddress, speechOfAddress } from './address.ts';

test('a page reads from its address what it was told there', () => {
  const speech = { language: 'de', locale: 'de-AT' } as const;
  const address = new URL(`${speakingAddress('triage-app://inbox/index.html', speech)}#composer`);
  expect(speechOfAddress(address.search)).toEqual(speech);
  expect(address.hash).toBe('#composer');
});

test.each(['', '?language=tlh&locale=tlh', '?locale=de'])('an address with %o speaks English', (search) => {
  expect(speechOfAddress(search)).toEqual({ language: 'en', locale: 'en' });
});

test.each(['%3Cb%3E', '%', 'x'])('a locale that cannot be used (%s) gives way to the language’s own', (locale) => {
  expect(speechOfAddress(`?language=de&locale=${locale}`)).toEqual({ language: 'de', locale: 'de' });
});
