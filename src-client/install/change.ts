import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryOf } from '../hooks/repository.ts';
import { type AgentName, hookEntries, type Program } from './hook-entries.ts';
import { withJsonHooks, withoutJsonHooks } from './json-hooks.ts';
import { Refusal } from './refusal.ts';
import { backupsOf, readSettings, type SettingsFile } from './settings-file.ts';
import { areHooksOff, withoutTomlHooks, withTomlHooks } from './toml-hooks.ts';

export type InstallWish = { agent: AgentName; isProject: boolean; isUninstall: boolean };
type Where = Program & { env: Record<string, string | undefined>; home: string; cwd: string };

/** What is to happen to which file; `next` undefined removes it. `notes` are what the person should know besides. */
export type Change = { file: SettingsFile; next: string | undefined; notes: string[] };

/** Works out the change without making it. Throws a `Refusal` that names the file. */
export async function changeFor({ agent, isProject, isUninstall }: InstallWish, where: Where): Promise<Change> {
  const shown = settingsPath(agent, isProject, where);
  try {
    const file = await readSettings(shown);
    const isToml = shown.endsWith('.toml');
    const added = (text: string | undefined) => {
      const entries = hookEntries(agent, where);
      return isToml ? withTomlHooks(text, entries, agent) : withJsonHooks(text, entries, agent);
    };
    if (isUninstall) return { file, next: await removedFrom(file, agent, isToml, added), notes: [] };
    const isOff = isToml && areHooksOff(file.text ?? '');
    return {
      file,
      next: added(file.text),
      notes: isOff ? ['This file turns hooks off: set features.hooks to true.'] : [],
    };
  } catch (thrown) {
    if (thrown instanceof Refusal) throw new Refusal(`${shown} is left alone: ${thrown.message}.`);
    throw thrown;
  }
}

/** What was there before, to the byte, when nobody has changed the file since; else the file without what is ours. */
async function removedFrom(
  { path, text }: SettingsFile,
  agent: AgentName,
  isToml: boolean,
  added: (text: string | undefined) => string,
): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const removed = isToml ? withoutTomlHooks(text, agent) : withoutJsonHooks(text, agent);
  if (removed === text) return text;
  const before = (await backupsOf(path)).find((backup) => {
    try {
      return backup !== text && added(backup) === text;
    } catch {
      return false; // a backup of something else
    }
  });
  return before ?? (added(undefined) === text ? undefined : removed);
}

/** The file of this agent: the one with our hooks, else the one that holds its hooks already. */
function settingsPath(agent: AgentName, isProject: boolean, { env, home, cwd }: Where): string {
  switch (agent) {
    case 'claude-code': {
      const folder = isProject ? join(repositoryOf(cwd), '.claude') : env.CLAUDE_CONFIG_DIR || join(home, '.claude');
      return join(folder, 'settings.json');
    }
    case 'codex': {
      // One of its layers should have its hooks in one place only.
      const folder = isProject ? join(repositoryOf(cwd), '.codex') : env.CODEX_HOME || join(home, '.codex');
      const json = join(folder, 'hooks.json');
      return existsSync(json) ? json : join(folder, 'config.toml');
    }
  }
}
