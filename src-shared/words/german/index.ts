import type { Words } from '../words.ts';
import { answers } from './answers.ts';
import { composer } from './composer.ts';
import { decisions } from './decisions.ts';
import { desk } from './desk.ts';
import { faults } from './faults.ts';
import { menus } from './menus.ts';
import { network } from './network.ts';
import { notes } from './notes.ts';
import { popover } from './popover.ts';
import { running } from './running.ts';
import { said } from './said.ts';
import { samples } from './samples.ts';
import { storage } from './storage.ts';
import { times } from './times.ts';
import { tray } from './tray.ts';
import { validation } from './validation.ts';

export const german: Words = {
  answers,
  composer,
  decisions,
  desk,
  faults,
  menus,
  network,
  notes,
  popover,
  running,
  said,
  samples,
  storage,
  times,
  tray,
  validation,
};
