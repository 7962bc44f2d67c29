import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ElectronNotifier } from '#main/native/electron-notifier';
import { FreedesktopNotifier } from '#main/native/freedesktop/freedesktop-notifier';
import { NotificationService } from '#main/native/freedesktop/notification-service';
import { ShownNotes } from '#main/native/shown-notes';
import type { NoteEvent } from '#shared/native/native-note';
import { FakeClock } from './fake-clock.ts';
import { FakeSessionBus } from './fake-session-bus.ts';
import { KeptLog } from './kept-log.ts';
import { scriptedApi } from './scripted-notifications.ts';
import { settled } from './test-engine.ts';

/** The notifier of one run of the app on a bus. */
export function aRun(bus: FakeSessionBus, dataFolder = mkdtempSync(join(tmpdir(), 'triage-fd-'))) {
  const clock = new FakeClock();
  const log = new KeptLog();
  const electron = scriptedApi();
  const notifier = new FreedesktopNotifier({
    service: new NotificationService({ connect: bus.connect, clock, log }),
    shown: new ShownNotes({ dataFolder, clock, log }),
    icon: () => 'file:///icon.png',
    fallback: new ElectronNotifier(electron.api, 'linux'),
  });
  const events: NoteEvent[] = [];
  notifier.onEvent((event) => event.type !== 'capabilities-changed' && events.push(event));
  let changes = 0;
  notifier.onEvent((event) => event.type === 'capabilities-changed' && changes++);
  return { bus, clock, log, notifier, events, electron, dataFolder, changes: () => changes };
}

export async function aReadyRun(bus = new FakeSessionBus()) {
  const run = aRun(bus);
  await settled();
  return run;
}

/** The key of the button that a person reads as `label`, on the notification that was asked for last. */
export const keyOf = (bus: FakeSessionBus, label: string) => bus.last?.actions[bus.last.actions.indexOf(label) - 1];
