import { delimiter, join } from 'node:path';
import type { CodingAgentName } from '#shared/agents/coding-agent';

export type Machine = {
  env: Record<string, string | undefined>;
  home: string;
  platform: string;
  exists: (path: string) => boolean;
};

/** What tells that an agent is used here: its program, or the folder that it keeps in the person's home. */
const traces: Record<CodingAgentName, { program: string; folderVariable: string; folder: string }> = {
  'claude-code': { program: 'claude', folderVariable: 'CLAUDE_CONFIG_DIR', folder: '.claude' },
  codex: { program: 'codex', folderVariable: 'CODEX_HOME', folder: '.codex' },
};

/** The coding agents of this computer. */
export function findAgents(machine: Machine): CodingAgentName[] {
  const names = Object.keys(traces) as CodingAgentName[];
  return names.filter((name) => {
    const { program, folderVariable, folder } = traces[name];
    const kept = machine.env[folderVariable] || join(machine.home, folder);
    return machine.exists(kept) || findProgram(program, machine) !== undefined;
  });
}

/** Where a program of that name is, in the folders in which this person's shell looks and those it usually does. */
export function findProgram(name: string, { env, home, platform, exists }: Machine): string | undefined {
  const isWindows = platform === 'win32';
  // An app that was started from the desktop does not see what a shell's start files add.
  const usual = isWindows
    ? []
    : ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', join(home, '.local', 'bin'), join(home, '.volta', 'bin')];
  const folders = [...(env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean), ...usual];
  const endings = isWindows ? ['.exe', '.cmd'] : [''];
  return folders
    .flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)))
    .find((path) => exists(path));
}
