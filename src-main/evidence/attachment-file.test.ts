import { expect, test } from 'vitest';
import { Attachment } from '#shared/protocol/notification';
import { attachmentBytes, suggestedName } from './attachment-file.ts';

const attachment = (changes: object) => Attachment.parse({ type: 'text/plain', ...changes });

test.each([
  [{ description: 'Change list' }, 'Change list.txt'],
  [{ description: 'notes.txt' }, 'notes.txt'],
  [{ description: '../../.bashrc' }, '_.._.bashrc.txt'],
  [{ description: 'a\u202egpj.exe' }, 'a_gpj.exe.txt'],
  [{ description: 'C:\\x\\y' }, 'C__x_y.txt'],
  [{}, 'attachment-3.txt'],
  [{ type: 'application/x-msdownload', description: 'setup.exe' }, 'setup.exe.bin'],
  [{ type: 'image/PNG; q=1', description: 'Screen' }, 'Screen.png'],
])('%o is offered as %s', (changes, name) => {
  expect(suggestedName(attachment(changes), 2)).toBe(name);
});

test('Base64 is decoded, anything else is unreadable', () => {
  const read = attachmentBytes(attachment({ data: 'aGk=' }));
  expect(read.ok && String(read.value)).toBe('hi');
  for (const data of ['aGk', '<b>', undefined]) expect(attachmentBytes(attachment({ data })).ok).toBe(false);
});
