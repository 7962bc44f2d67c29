import type { Words } from '../words.ts';
import { batch } from './batch.ts';
import { composer } from './composer.ts';
import { filters } from './filters.ts';
import { missed } from './missed.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';
import { snooze } from './snooze.ts';

export const german: Words = { batch, composer, filters, missed, network, popover, snooze };
