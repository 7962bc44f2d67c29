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

export const english = { answers, composer, menus, network, notes, popover, said, times, tray, validation };
