import { composer } from './composer.ts';
import { missed } from './missed.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';
import { snooze } from './snooze.ts';

export const english = { composer, missed, network, popover, snooze };
