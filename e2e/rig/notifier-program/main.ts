import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { createNotifier } from '#main/native/create-notifier';
import type { Notifier } from '#main/native/notifier';
import { systemClock } from '#main/time/clock';
import type { NoteEvent } from '#shared/native/native-note';

// The app's notifier in a program of its own, so that a test can show any note it likes and see what comes back.

declare global {
  var notifier: Notifier;
  var noteEvents: NoteEvent[];
}

const dataFolder = process.env.TRIAGE_DATA_DIR ?? '';
mkdirSync(dataFolder, { recursive: true });
app.setPath('userData', dataFolder);
app.on('before-quit', () => globalThis.notifier.stop());
void app.whenReady().then(() => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const icon = join(process.env.TRIAGE_ICON_FOLDER ?? '', 'icon.png');
  globalThis.noteEvents = [];
  globalThis.notifier = createNotifier(process.platform, { dataFolder, icon, clock: systemClock, log });
  globalThis.notifier.onEvent((event) => globalThis.noteEvents.push(event));
});
