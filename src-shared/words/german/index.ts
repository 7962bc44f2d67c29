import type { Words } from '../words.ts';
import { composer } from './composer.ts';
import { data } from './data.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';

export const german: Words = { composer, data, network, popover };
