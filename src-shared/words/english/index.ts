import { composer } from './composer.ts';
import { keys } from './keys.ts';
import { network } from './network.ts';
import { palette } from './palette.ts';
import { popover } from './popover.ts';

export const english = { composer, keys, network, palette, popover };
