import type { Desktop } from '../../e2e/rig/desktop.ts';
import type { AppFolder } from '../../e2e/rig/folder.ts';
import type { Launch, RunningApp } from '../../e2e/rig/running-app.ts';
import type { ScriptedServer } from '../../e2e/rig/scripted-server.ts';
import type { Taken } from '../report/figure.ts';
import type { FloorWindow } from '../rig/floor-window.ts';
import type { WatchedElectron } from '../rig/watched-electron.ts';

/** What a measure is given; whatever it starts is ended after it. */
export type Bench = {
  /** How many samples are wanted of each side. */
  samples: number;
  isQuick: boolean;
  desktop: Desktop;
  folder: AppFolder;
  scripted: ScriptedServer;
  runtime: WatchedElectron;
  startApp: (options?: Partial<Omit<Launch, 'desktop'>>) => Promise<RunningApp>;
  startFloor: (env?: Record<string, string>) => Promise<FloorWindow>;
};

/** Measures one figure, or several that come from the same runs. */
export type Measure = {
  /** Of its figures, such as P8. */
  names: readonly string[];
  title: string;
  /** Takes minutes: only when it is named, or with --all. */
  isLong?: boolean;
  run: (bench: Bench) => Promise<Taken[]>;
};
