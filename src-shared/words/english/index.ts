import { batch } from './batch.ts';
import { composer } from './composer.ts';
import { filters } from './filters.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';

export const english = { batch, composer, filters, network, popover };
