import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, type Machine } from './find-agents.ts';

/** How `atp` is started here: by Node, which our own runtime cannot stand in for (its fuses forbid it). */
export type CommandLine = { node: string; script: string };

export type WhereWeAre = { isPackaged: boolean; projectFolder: string; resourcesFolder: string };

/** Finds Node and our command line; undefined where there is no Node. */
export function findCommandLine(machine: Machine, where: WhereWeAre): CommandLine | undefined {
  const started = machine.env.npm_node_execpath; // by "npm start"
  const node = started && machine.exists(started) ? started : findProgram('node', machine);
  if (node === undefined) return undefined;
  const script = where.isPackaged
    ? join(where.resourcesFolder, 'agents', 'atp.mjs')
    : join(where.projectFolder, 'scripts', 'atp.mjs');
  return { node, script };
}

export type Ran = { code: number; stdout: string; stderr: string };

const longestMs = 20_000;
const mostBytes = 8 * 1024 * 1024;

/** Runs `atp` with these arguments; `env` is all that it sees. Never throws for what the program did. */
export function runAtp({ node, script }: CommandLine, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const limits = { timeout: longestMs, maxBuffer: mostBytes, windowsHide: true };
    execFile(node, [script, ...args], { env, ...limits, encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, stdout, stderr: code === -1 && stderr === '' ? (error?.message ?? '') : stderr });
    });
  });
}
