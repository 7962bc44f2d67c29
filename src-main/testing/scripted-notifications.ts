import { EventEmitter } from 'node:events';
import type { ElectronNote, NoteOptions } from '#main/native/electron-notification';

/** One notification as Electron's documentation describes it; a test plays the person and the system. */
export class ScriptedNote extends EventEmitter implements ElectronNote {
  isShown = false;
  isClosed = false;
  readonly id: string;

  constructor(readonly options: NoteOptions) {
    super();
    this.id = options.id ?? 'made by the system';
  }

  show(): void {
    this.isShown = true;
    this.emit('show', {});
  }

  close(): void {
    this.isClosed = true;
    this.emit('close', { reason: 'applicationHidden' });
  }
}

/** Electron's `Notification` class, with what newer runtimes have when `isNew`. */
export function scriptedApi({ isNew = true, isSupported = true, history = [] as ScriptedNote[] } = {}) {
  const made: ScriptedNote[] = [];
  const removed: string[] = [];
  let activate: (details: unknown) => void = () => {};
  class Api extends ScriptedNote {
    constructor(options: NoteOptions) {
      super(options);
      made.push(this);
    }
    static isSupported = () => isSupported;
  }
  const newer = {
    handleActivation: (listener: (details: unknown) => void) => {
      activate = listener;
    },
    getHistory: async () => history,
    remove: (id: string) => removed.push(id),
  };
  return {
    api: isNew ? Object.assign(Api, newer) : Api,
    made,
    removed,
    /** What is on screen now. */
    visible: () => made.filter((one) => one.isShown && !one.isClosed),
    activate: (details: unknown) => activate(details),
  };
}
