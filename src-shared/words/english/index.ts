import { composer } from './composer.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';
import { reading } from './reading.ts';

export const english = { composer, network, popover, reading };
