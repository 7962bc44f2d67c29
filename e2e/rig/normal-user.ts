import { spawn } from 'node:child_process';
import { chownSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppFolder } from './folder.ts';
import { projectRoot } from './project.ts';
import { appEnv } from './running-app.ts';

const nobody = { uid: 65534, gid: 65534 };

/** Starts the app without Playwright, which would switch the sandbox off, and as nobody when the tests run as root. */
export async function startAsNormalUser(
  folder: AppFolder,
  desktop: Record<string, string>,
): Promise<{ pid: number; stop(): Promise<number | null> }> {
  const isRoot = process.getuid?.() === 0;
  const own = { ...desktop };
  if (isRoot) {
    mkdirSync(folder.data);
    own.XAUTHORITY = join(folder.home, 'xauthority');
    copyFileSync(desktop.XAUTHORITY ?? '', own.XAUTHORITY);
    delete own.DBUS_SESSION_BUS_ADDRESS; // the bus is root's
    for (const path of [folder.home, folder.data, own.XAUTHORITY]) chownSync(path, nobody.uid, nobody.gid);
  }
  const child = spawn(process.env.TRIAGE_E2E_ELECTRON ?? 'electron', [projectRoot], {
    env: appEnv({ folder, desktop: own }),
    stdio: 'ignore',
    ...(isRoot ? nobody : {}),
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** The processes that descend from one, with their command lines and what the kernel says of them. */
export function processesUnder(root: number): ProcessSeen[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const below = (pid: number): typeof all =>
    all.filter((one) => one.parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return below(root);
}

type ProcessSeen = { pid: number; parent: number; command: string; status: string };

function readProcess(name: string): ProcessSeen[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command, status }];
  } catch {
    return []; // it ended while we looked
  }
}
