import { expect, test } from 'vitest';
import { unwrapped } from './unwrapped.ts';

test('paragraphs and list items become one line each; code, tables and headings stay', () => {
  const text = [
    '# Title',
    'One',
    'two.',
    '',
    '- an item',
    '  goes on',
    '- next',
    '',
    '```sh',
    'a',
    'b',
    '```',
    'After',
    '| a |',
    '| - |',
  ];
  expect(unwrapped(text.join('\n')).split('\n')).toEqual([
    '# Title',
    'One two.',
    '',
    '- an item goes on',
    '- next',
    '',
    '```sh',
    'a',
    'b',
    '```',
    'After',
    '| a |',
    '| - |',
  ]);
});
