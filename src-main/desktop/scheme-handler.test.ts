import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptLog } from '#main/testing/kept-log';
import { chosenFiles, SchemeHandler, withoutScheme } from './scheme-handler.ts';

/** A system that remembers who opens the links; on Linux in a file, as xdg-settings does. */
function aSystem(platform: string) {
  const home = mkdtempSync(join(tmpdir(), 'links-'));
  const file = join(home, 'mimeapps.list');
  const asked: string[] = [];
  let isOurs = false;
  const system = {
    isDefault: () => (platform === 'linux' ? readFileSync(file, 'utf8').includes('triage-inbox.desktop') : isOurs),
    setDefault: () => {
      asked.push('set');
      isOurs = true;
      writeFileSync(
        file,
        '[Default Applications]\ntext/html=web.desktop\nx-scheme-handler/triage-inbox=triage-inbox.desktop\n',
      );
      return true;
    },
    removeDefault: () => {
      asked.push('remove');
      isOurs = false;
      return platform !== 'linux';
    },
  };
  writeFileSync(file, '[Default Applications]\ntext/html=web.desktop\n');
  const handler = new SchemeHandler({ platform, system, chosenFiles: [file, join(home, 'none')], log: new KeptLog() });
  return { handler, asked, file };
}

test.each(['linux', 'darwin', 'win32'])(
  'on %s the links are taken and given back, and what is said is what is so',
  (platform) => {
    const { handler, asked } = aSystem(platform);
    expect(handler.isDefault).toBeUndefined();
    handler.arrange(true);
    expect(handler.isDefault).toBe(true);
    handler.arrange(true);
    expect(asked).toEqual(['set']); // it was so already
    handler.arrange(false);
    expect(handler.isDefault).toBe(false);
  },
);

test('on Linux nothing else in the file is touched', () => {
  const { handler, file } = aSystem('linux');
  handler.arrange(true);
  handler.arrange(false);
  expect(readFileSync(file, 'utf8')).toBe('[Default Applications]\ntext/html=web.desktop\n');
});

test('of a list only the lines of the scheme go', () => {
  const list = '[Added Associations]\nx-scheme-handler/triage-inbox=a;b;\nx-scheme-handler/triage-inbox-2=c\n#x\n';
  expect(withoutScheme(list, 'triage-inbox')).toBe('[Added Associations]\nx-scheme-handler/triage-inbox-2=c\n#x\n');
});

test('the files are those of the person, wherever the desktop keeps them', () => {
  expect(chosenFiles({}, '/home/me')).toEqual([
    '/home/me/.config/mimeapps.list',
    '/home/me/.local/share/applications/mimeapps.list',
  ]);
  expect(chosenFiles({ XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/home/me')).toEqual([
    '/c/mimeapps.list',
    '/d/applications/mimeapps.list',
  ]);
});
