import { writeSync } from 'node:fs';
import { inject } from 'vitest';
import { Chance } from '../rig/chance.ts';

/** A line of the stage's output: what was run and measured. */
export function tell(line: string): void {
  writeSync(2, `   ${line}\n`);
}

/** A number that the environment may raise, for longer runs. */
export function howMany(variable: string, standard: number): number {
  return Number(process.env[variable] || standard);
}

/** Runs something with dice; when it fails, the command that rolls the same dice again is part of the failure. */
export async function withDice<T>(promise: string, run: (dice: Chance) => Promise<T>): Promise<T> {
  const seed = inject('seed');
  try {
    return await run(new Chance(seed));
  } catch (failure) {
    const again = `npm run engine-test -- --only ${promise} --seed ${seed}`;
    tell(`${promise} failed. Replay: ${again}`);
    if (failure instanceof Error) failure.message = `${failure.message}\nReplay: ${again}`;
    throw failure;
  }
}
