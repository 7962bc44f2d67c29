import { expect, it } from 'vitest';
import { autostartEntry, autostartFile } from './autostart-entry.ts';

const execOf = (path: string) => /^Exec=(.*)$/m.exec(autostartEntry(path))?.[1];

it('is an entry of the specification that starts hidden', () => {
  expect(autostartEntry('/opt/Triage Inbox/triage-inbox').split('\n').slice(0, 3)).toEqual([
    '[Desktop Entry]',
    'Type=Application',
    'Name=Triage Inbox',
  ]);
  expect(execOf('/opt/Triage Inbox/triage-inbox')).toBe('"/opt/Triage Inbox/triage-inbox" --hidden');
});

it('says in the session’s language what the app is for', () => {
  const entry = autostartEntry('/opt/a');
  expect(entry).toContain('\nComment=Answer the questions of AI agents\n');
  expect(entry).toContain('\nComment[de]=Die Fragen von KI-Agenten beantworten\n');
});

it('escapes what a path may hold', () => {
  expect(execOf('/a"b')).toBe('"/a\\\\"b" --hidden');
  expect(execOf('/a$b`c')).toBe('"/a\\\\$b\\\\`c" --hidden');
  expect(execOf('/a\\b')).toBe('"/a\\\\\\\\b" --hidden');
  expect(execOf('/100%')).toBe('"/100%%" --hidden');
});

it('lies where the session looks for it', () => {
  expect(autostartFile({}, '/home/a')).toBe('/home/a/.config/autostart/triage-inbox.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: '/conf' }, '/home/a')).toBe('/conf/autostart/triage-inbox.desktop');
});
