import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { responseTypes } from '#shared/protocol/action';
import { parseSend } from '#shared/protocol/send';
import { askCommand } from './ask-command.ts';
import { sampleQuestions } from './sample-questions.ts';

const now = Date.parse('2026-01-15T09:00:00Z');

/** Runs a command in sh with a `curl` that prints its arguments, one a line. */
function argumentsOfCurl(command: string): string[] {
  const script = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}\n`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test.each(['plain', 'with spaces', "Ada's", '$HOME `x`'])(
  'the command works pasted into sh, with a data folder "%s"',
  (name) => {
    const folder = mkdtempSync(join(tmpdir(), `triage ${name} `));
    const keyFile = join(folder, 'local-key');
    writeFileSync(keyFile, 'sk_local_1\n');
    const { shell, text } = askCommand('http://127.0.0.1:4680', keyFile, 'linux');
    const words = argumentsOfCurl(text);
    expect(shell).toBe('sh');
    expect(words).toContain('http://127.0.0.1:4680/api/v1/notifications');
    expect(words).toContain('Authorization: Bearer sk_local_1');
    const body = JSON.parse(words[words.indexOf('-d') + 1] ?? '');
    expect(parseSend(body, 'local-agents', now).ok).toBe(true);
  },
);

test('on Windows it is PowerShell', () => {
  const { shell, text } = askCommand('http://127.0.0.1:4680', "C:\\Users\\Ada's\\local-key", 'win32');
  expect(shell).toBe('powershell');
  expect(text).toContain("'C:\\Users\\Ada''s\\local-key'");
});

test('the samples are valid and there is one of every response type', () => {
  const drafts = sampleQuestions(now).map((sample) => parseSend(sample, 'local-agents', now));
  const types = drafts.flatMap((draft) =>
    draft.ok ? draft.value.wire.actions.map((action) => action.response_type) : ['refused'],
  );
  expect(new Set(types)).toEqual(new Set(responseTypes));
});
