import { expect, test } from 'vitest';
import type { QuietHours } from './notification-settings.ts';
import { isQuiet } from './quiet-hours.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const [sunday, monday, friday, saturday] = [0, 1, 5, 6];
const weekdays = [1, 2, 3, 4, 5];

test.each<[string, Partial<QuietHours>, number, number, boolean]>([
  ['within', { from: at(9), to: at(17) }, monday, at(9), true],
  ['the end is outside', { from: at(9), to: at(17) }, monday, at(17), false],
  ['before', { from: at(9), to: at(17) }, monday, at(8, 59), false],
  ['over midnight, before it', { from: at(22), to: at(7) }, monday, at(23), true],
  ['over midnight, after it', { from: at(22), to: at(7) }, monday, at(6, 59), false],
  ['the night belongs to the day it begins on', { from: at(22), to: at(7) }, saturday, at(6, 59), true],
  ['and not to the day it ends on', { from: at(22), to: at(7) }, sunday, at(6, 59), false],
  ['another day', { from: at(9), to: at(17) }, sunday, at(12), false],
  ['the whole day', { from: at(0), to: at(0) }, friday, at(23, 59), true],
  ['a day from noon to noon', { from: at(12), to: at(12) }, saturday, at(11), true],
  ['switched off', { isOn: false, from: at(0), to: at(0) }, friday, at(12), false],
  ['no days', { days: [], from: at(0), to: at(0) }, friday, at(12), false],
])('%s', (_, hours, day, minute, wanted) => {
  const quiet = { isOn: true, from: 0, to: 0, days: weekdays, letsDueSoonPass: true, ...hours };
  expect(isQuiet(quiet, { day, minute })).toBe(wanted);
});
