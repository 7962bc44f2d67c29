import { beforeEach, expect, it } from 'vitest';
import { SummonShortcut } from './summon-shortcut.ts';

let held: Map<string, () => void>;
let summoned: number;
let shortcut: SummonShortcut;

beforeEach(() => {
  held = new Map([['Control+Alt+X', () => {}]]); // another program's
  summoned = 0;
  const api = {
    register: (keys: string, run: () => void) => {
      if (keys === 'F24') throw new TypeError('no such key');
      if (held.has(keys)) return false;
      held.set(keys, run);
      return true;
    },
    unregister: (keys: string) => void held.delete(keys),
  };
  shortcut = new SummonShortcut(api, () => summoned++);
});

it('is off at first, summons once it is set, and lets the old keys go', () => {
  expect(shortcut.state).toBe('off');
  shortcut.set('Control+Alt+T');
  expect(shortcut.state).toBe('on');
  held.get('Control+Alt+T')?.();
  expect(summoned).toBe(1);
  shortcut.set('Control+Alt+Y');
  expect([...held.keys()]).toEqual(['Control+Alt+X', 'Control+Alt+Y']);
  shortcut.set('');
  expect(shortcut.state).toBe('off');
  expect([...held.keys()]).toEqual(['Control+Alt+X']);
});

it('says when the system does not give the keys, and never takes them from who has them', () => {
  shortcut.set('Control+Alt+X');
  expect(shortcut.state).toBe('refused');
  shortcut.set('F24');
  expect(shortcut.state).toBe('refused');
  shortcut.set('');
  expect(held.has('Control+Alt+X')).toBe(true);
});
