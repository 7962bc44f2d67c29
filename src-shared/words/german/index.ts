import type { Words } from '../words.ts';
import { agents } from './agents.ts';
import { composer } from './composer.ts';
import { network } from './network.ts';
import { popover } from './popover.ts';

export const german: Words = { agents, composer, network, popover };
