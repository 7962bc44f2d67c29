import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { CodingAgents } from './coding-agents.ts';
import { findCommandLine, runAtp, type WhereWeAre } from './command-line.ts';
import { findAgents, type Machine } from './find-agents.ts';

/** The coding agents of this machine. `dataFolder`: where `atp` finds this app, whatever folder it uses. */
export function codingAgentsOf(where: WhereWeAre & { dataFolder: string; platform: string }): CodingAgents {
  const machine: Machine = { env: process.env, home: homedir(), platform: where.platform, exists: existsSync };
  const env = { ...process.env, TRIAGE_DATA_DIR: where.dataFolder };
  return new CodingAgents({
    find: () => findAgents(machine),
    run: (args) => {
      const commandLine = findCommandLine(machine, where);
      return commandLine && runAtp(commandLine, args, env);
    },
  });
}
