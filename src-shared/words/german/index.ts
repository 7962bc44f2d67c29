import type { Words } from '../words.ts';
import { composer } from './composer.ts';
import { keys } from './keys.ts';
import { network } from './network.ts';
import { palette } from './palette.ts';
import { popover } from './popover.ts';

export const german: Words = { composer, keys, network, palette, popover };
