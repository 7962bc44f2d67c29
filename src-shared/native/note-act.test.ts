import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { idOfAct, NoteAct, readAct } from './note-act.ts';

const bound = {
  key: anyText(1, 100).map((id) => `local/${id}`),
  revision: anyText(0, 22),
  round: fc.nat(),
  actionId: anyText(1, 100),
};
const acts = fc
  .oneof(
    fc.record({ do: fc.constant('open') }),
    fc.record({ do: fc.constant('answer'), ...bound, value: fc.oneof(fc.constant(null), fc.boolean(), fc.nat()) }),
    fc.record({ do: fc.constantFrom('reply', 'select'), ...bound }),
    fc.record({ do: fc.constant('undo'), key: bound.key, savedAt: fc.nat() }),
  )
  .map((act) => NoteAct.parse(act));

test('an id says everything by itself, in characters that no daemon trips over', () => {
  fc.assert(
    fc.property(acts, (act) => {
      const id = idOfAct(act);
      expect(readAct(id)).toEqual(act);
      expect(id).toMatch(/^[\w%.!~*'()-]+$/);
    }),
  );
});

test('anything else is no id of ours', () => {
  fc.assert(fc.property(anyText(0, 200), (text) => readAct(text) === undefined));
  const wrong = [null, [], {}, { do: 'answer' }, { do: 'open', more: 1 }, { do: 'undo', key: 'none', savedAt: 1 }];
  for (const one of wrong) expect(readAct(encodeURIComponent(JSON.stringify(one)))).toBeUndefined();
});
