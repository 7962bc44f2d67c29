import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import { ElectronProcess } from '../electron-process.ts';
import type { AppFolder } from '../folder.ts';
import { makeOwnElectron, type OwnElectron } from '../own-electron.ts';
import { projectRoot } from '../project.ts';
import { eventually } from '../wait.ts';

/** Builds the program that shows what a test tells it, into an Electron of its own. */
export async function makeNotifierProgram(): Promise<OwnElectron> {
  const electron = makeOwnElectron('notifier-program');
  const external = ['electron'];
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    resolve: { conditions: ['node', 'module'] },
    ssr: { noExternal: true, external },
    build: {
      outDir: electron.appFolder,
      ssr: resolve(import.meta.dirname, 'main.ts'),
      target: 'node20',
      rolldownOptions: {
        external,
        output: { format: 'cjs', entryFileNames: 'main.cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  writeFileSync(join(electron.appFolder, 'package.json'), '{"name":"triage-inbox","main":"main.cjs"}');
  return electron;
}

/** One run of that program. */
export class RunningNotifier {
  private constructor(readonly electron: ElectronProcess) {}

  static async start(
    program: OwnElectron,
    folder: AppFolder,
    desktop: Record<string, string>,
  ): Promise<RunningNotifier> {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: folder.home,
      TRIAGE_DATA_DIR: folder.data,
      TRIAGE_ICON_FOLDER: join(projectRoot, 'dist', 'icons'),
      ...desktop,
    };
    const electron = await ElectronProcess.start(program.executablePath, [], env);
    const running = new RunningNotifier(electron);
    await eventually(async () => (await electron.evaluate(() => 'notifier' in globalThis)) || undefined);
    return running;
  }

  show(note: Note): Promise<void> {
    return this.electron.evaluate((_electron, one) => globalThis.notifier.show(one), note);
  }

  withdraw(tag: string): Promise<void> {
    return this.electron.evaluate((_electron, one) => globalThis.notifier.withdraw(one), tag);
  }

  capabilities(): Promise<NoteCapabilities> {
    return this.electron.evaluate(() => globalThis.notifier.capabilities());
  }

  /** Everything that happened to notifications since the start. */
  events(): Promise<NoteEvent[]> {
    return this.electron.evaluate(() => globalThis.noteEvents);
  }

  quit(): Promise<number | null> {
    return this.electron.quit();
  }
}
