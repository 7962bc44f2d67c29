import { composer } from './composer.ts';
import { data } from './data.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';

export const english = { composer, data, network, popover };
