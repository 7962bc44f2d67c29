import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

export type Machine = {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  electron: string;
  /** What else ran at the start, as the number of processes that wanted a core in the last minute. */
  load: number;
  measuredAt: string;
};

/** What the figures were measured on. `electron`: which runtime, in words. */
export function readMachine(electron: string, now: Date): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown processor',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    electron,
    load: loadavg()[0] ?? 0,
    measuredAt: now.toISOString(),
  };
}

/** One line to stand above the table; a busy machine is said to be one. */
export function machineWords({ processor, cores, memoryGb, system, electron, load, measuredAt }: Machine): string {
  const busy =
    load > cores / 4 ? `, busy with other work (load ${load.toFixed(1)}): the times are not to be trusted` : '';
  return `${measuredAt.slice(0, 16).replace('T', ' ')} UTC · ${cores} × ${processor}, ${memoryGb} GB, ${system} · ${electron}${busy}`;
}
