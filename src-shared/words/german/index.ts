import type { Words } from '../words.ts';
import { answers } from './answers.ts';
import { composer } from './composer.ts';
import { menus } from './menus.ts';
import { network } from './network.ts';
import { notes } from './notes.ts';
import { popover } from './popover.ts';
import { said } from './said.ts';
import { times } from './times.ts';
import { tray } from './tray.ts';
import { validation } from './validation.ts';

export const german: Words = { answers, composer, menus, network, notes, popover, said, times, tray, validation };
