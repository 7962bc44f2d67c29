import { afterEach, expect, test } from 'vitest';
import { StorageTrouble } from '#main/store/storage-trouble';
import { speak } from '#shared/words/words';
import { Warnings } from './warnings.ts';

afterEach(() => speak({ language: 'en', locale: 'en' }));

test('a warning that stands is said in the language that is spoken when it is read', () => {
  const warnings = new Warnings(() => {});
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  new StorageTrouble(warnings).spare(() => {
    throw full;
  });
  const said = () => warnings.list().map(({ message }) => message);
  expect(said()).toEqual(['New questions cannot be stored on this machine: the disk is full.']);
  speak({ language: 'de', locale: 'de' });
  expect(said()).toEqual(['Neue Fragen lassen sich auf diesem Rechner nicht speichern: der Datenträger ist voll.']);
});
