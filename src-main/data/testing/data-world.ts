import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { ActionId } from '#shared/protocol/ids';
import { backUp } from '../back-up.ts';
import { decideOn } from '../pending.ts';
import { readBackup } from '../read-backup.ts';

export const backedUpAt = Date.parse('2026-01-15T09:00:00Z');
export const aFolder = () => mkdtempSync(join(tmpdir(), 'triage-data-'));
export const noSteps = () => {};
export const signal = () => new AbortController().signal;

const anAccount = (id: string) => ({
  id,
  url: `https://${id}.example`,
  name: id,
  colour: 'teal',
  paused: false,
  addedAt: '2026-01-01T00:00:00Z',
});
export const book = (...ids: string[]) => JSON.stringify({ local: {}, accounts: ids.map(anAccount), removed: [] });

/**
 * An engine with an answered question, one whose answer cannot be sent (`held`), one with a draft and one untouched; with
 * settings and an account beside it.
 */
export async function aLivedInInbox(): Promise<TestEngine> {
  const rig = new TestEngine();
  for (const id of ['answered', 'held', 'drafted', 'open']) rig.server.ask(aNotification(id));
  await rig.connect();
  rig.submit('answered', 'rollout', 25);
  rig.clock.pass(5_000);
  await settled();
  rig.takeBackMs = 60_000;
  rig.submit('held', 'rollout', 30);
  const draft = { openAction: ActionId.parse('rollout'), inputs: { rollout: 40 } };
  rig.engine.inbox.saveDraft(keyOf('drafted'), draft);
  writeFileSync(join(rig.dataFolder, 'settings.json'), JSON.stringify({ theme: 'dark' }));
  writeFileSync(join(rig.dataFolder, 'accounts.json'), book('work'));
  writeFileSync(join(rig.dataFolder, 'tokens.json'), '{"tokens":{"work":{"readable":"canary-token"}}}');
  writeFileSync(join(rig.dataFolder, 'local-key'), 'canary-key');
  return rig;
}

export async function aBackupOf(dataFolder: string, path = join(aFolder(), 'backup.zip')): Promise<string> {
  await backUp({ dataFolder, path, app: '0.1.0', now: backedUpAt, signal: signal(), onStep: noSteps });
  return path;
}

/** Everything up to the moment before the app ends. */
export async function decideToRestore(dataFolder: string, path: string): Promise<void> {
  const read = await readBackup({ dataFolder, path, signal: signal(), onStep: noSteps });
  if (!read.ok) throw new Error(read.error.fault);
  const createdAt = read.value.summary.createdAt;
  decideOn(dataFolder, { what: 'restore', staged: read.value.staged, kept: 'before-restore-x', createdAt });
}

/** What a person would see of a data folder, read from a copy so that nothing is touched. */
export function contentOf(dataFolder: string) {
  const copy = aFolder();
  cpSync(dataFolder, copy, { recursive: true });
  const text = (name: string) => (existsSync(join(copy, name)) ? readFileSync(join(copy, name), 'utf8') : undefined);
  return {
    questions: rowsOf(join(copy, 'inbox.db'), 'SELECT id, status, open FROM notifications ORDER BY id'),
    drafts: rowsOf(join(copy, 'inbox.db'), 'SELECT id, draft FROM drafts ORDER BY id'),
    decisions: rowsOf(join(copy, 'inbox.db'), 'SELECT * FROM decisions ORDER BY seq'),
    outbox: rowsOf(join(copy, 'outbox.db'), 'SELECT entry FROM entries ORDER BY item').map((row) => {
      const { key, state } = JSON.parse((row as { entry: string }).entry) as { key: string; state: { at: string } };
      return `${key} ${state.at}`;
    }),
    theme: (JSON.parse(text('settings.json') ?? '{}') as { theme?: string }).theme,
    accounts: (JSON.parse(text('accounts.json') ?? '{"accounts":[]}') as { accounts: { id: string }[] }).accounts.map(
      ({ id }) => id,
    ),
    tokens: text('tokens.json'),
  };
}

function rowsOf(path: string, sql: string): unknown[] {
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** The names in a folder that a restore or a backup may have left behind. */
export const leftovers = (folder: string) =>
  readdirSync(folder).filter((name) => /^staged-|\.part$|^pending/.test(name));
