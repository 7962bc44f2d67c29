import { Warnings } from '#main/warnings';
import { finishDecidedRestore } from '../finish-restore.ts';

// A process of its own that does what a start does first, to be killed in the middle of it.
const dataFolder = process.argv[2] ?? '';
const log = { info: () => {}, warn: () => {}, error: () => {} };
process.stdout.write('begun\n');
finishDecidedRestore({ dataFolder, now: 0, warnings: new Warnings(() => {}), log });
process.stdout.write('done\n');
