import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedRuns } from './highlight.ts';
import { parseSearch, soughtWords } from './query.ts';

const marked = (text: string, search: string) =>
  markedRuns(text, soughtWords(parseSearch(search)))
    .map((run) => (run.isMatch ? `[${run.text}]` : run.text))
    .join('');

test.each([
  ['Ship the shipment?', 'ship', '[Ship] the [ship]ment?'],
  ['Ship the shipment?', '"ship"', '[Ship] the shipment?'],
  ['relationship', 'ship', 'relationship'],
  ['Grüße aus Köln', 'grusse koln', '[Grüße] aus [Köln]'],
  ['Gru\u0308\u00dfe', 'gruss', '[Gru\u0308\u00df]e'],
  ['İstanbul ısı', 'istan isi', '[İstan]bul [ısı]'],
  ['请部署生产环境', '部署', '请[部署]生产环境'],
  ['Done 🎉 now', '🎉', 'Done [🎉] now'],
  ['roll back the build', '"roll back"', '[roll back] the build'],
  ['build_118 and build-118', 'build-118', '[build_118] and [build-118]'],
  ['<b>bold</b>', 'b', '<[b]>[b]old</[b]>'],
  ['nothing', '-nothing', 'nothing'],
  ['service', 'service:service', 'service'],
  ['signs %', '%', 'signs %'],
])('%s for %s', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected);
});

test('the runs joined are the text, whatever it holds', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, search) => {
      const runs = markedRuns(one, soughtWords(parseSearch(search)));
      expect(runs.map((run) => run.text).join('')).toBe(one);
      expect(runs.every((run) => run.text !== '')).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
