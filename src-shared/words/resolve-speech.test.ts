import { expect, test } from 'vitest';
import { resolveSpeech } from './resolve-speech.ts';

const german = { language: 'de', formats: 'de-AT' };
const british = { language: 'en-GB', formats: 'en-GB' };

test('the system’s language is spoken where it is one of ours, English everywhere else', () => {
  expect(resolveSpeech('system', german)).toEqual({ language: 'de', locale: 'de-AT' });
  expect(resolveSpeech('system', british)).toEqual({ language: 'en', locale: 'en-GB' });
  expect(resolveSpeech('system', { language: 'fr-CA', formats: 'fr-CA' })).toEqual({ language: 'en', locale: 'en' });
});

test('what the person set counts more, and the system’s numbers only in their own language', () => {
  expect(resolveSpeech('en', german)).toEqual({ language: 'en', locale: 'en' });
  expect(resolveSpeech('de', british)).toEqual({ language: 'de', locale: 'de' });
  expect(resolveSpeech('de', german)).toEqual({ language: 'de', locale: 'de-AT' });
});

test('a system in one language with the numbers of another keeps each where it fits', () => {
  const mixed = { language: 'en-US', formats: 'de-DE' };
  expect(resolveSpeech('system', mixed)).toEqual({ language: 'en', locale: 'en-US' });
  expect(resolveSpeech('de', mixed)).toEqual({ language: 'de', locale: 'de-DE' });
  expect(resolveSpeech('system', { language: 'en-US', formats: 'en-IE' }).locale).toBe('en-US');
});

test('what the command line forces stands in for the system, not for the setting', () => {
  expect(resolveSpeech('system', british, 'de')).toEqual({ language: 'de', locale: 'de' });
  expect(resolveSpeech('system', british, 'de-CH').locale).toBe('de-CH');
  expect(resolveSpeech('en', british, 'de')).toEqual({ language: 'en', locale: 'en-GB' });
  expect(resolveSpeech('system', german, 'nonsense-')).toEqual({ language: 'de', locale: 'de-AT' });
});

test.each(['', 'C', 'POSIX', 'C.UTF-8', 'x', '-', 'en_'])('a system that says %o is spoken to in English', (tag) => {
  expect(resolveSpeech('system', { language: tag, formats: tag })).toEqual({ language: 'en', locale: 'en' });
  expect(resolveSpeech('de', { language: tag, formats: tag })).toEqual({ language: 'de', locale: 'de' });
});

test('tags are read as POSIX writes them, too', () => {
  expect(resolveSpeech('system', { language: 'de_CH.UTF-8', formats: '' })).toEqual({
    language: 'de',
    locale: 'de-CH',
  });
});

test('a trial language is spoken only where it is forced, and gives way to the setting', () => {
  expect(resolveSpeech('system', german, 'pseudo')).toEqual({ language: 'pseudo', locale: 'el' });
  expect(resolveSpeech('system', british, 'pseudo-rtl')).toEqual({ language: 'pseudo-rtl', locale: 'he' });
  expect(resolveSpeech('de', british, 'pseudo')).toEqual({ language: 'de', locale: 'de' });
  expect(resolveSpeech('en', british, 'pseudo-rtl')).toEqual({ language: 'en', locale: 'en-GB' });
});
