import type { Words } from '../words.ts';
import { batch } from './batch.ts';
import { composer } from './composer.ts';
import { filters } from './filters.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';

export const german: Words = { batch, composer, filters, network, popover };
