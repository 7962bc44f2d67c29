import type { Words } from '../words.ts';
import { composer } from './composer.ts';
import { missed } from './missed.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';
import { snooze } from './snooze.ts';

export const german: Words = { composer, missed, network, popover, snooze };
