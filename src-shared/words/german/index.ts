import type { Words } from '../words.ts';
import { composer } from './composer.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';
import { reading } from './reading.ts';

export const german: Words = { composer, network, popover, reading };
