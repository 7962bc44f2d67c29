import { writeSync } from 'node:fs';
import { Chance } from '../rig/chance.ts';

/** The seed of this run: `npm run engine-test -- --seed N` gives the dice of an earlier one. */
const runSeed = Number(process.env.TRIAGE_ENGINE_SEED ?? Date.now() % 1_000_000_000);

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
  try {
    return await run(new Chance(runSeed));
  } catch (failure) {
    const again = `npm run engine-test -- --only ${promise} --seed ${runSeed}`;
    tell(`${promise} failed. Replay: ${again}`);
    if (failure instanceof Error) failure.message = `${failure.message}\nReplay: ${again}`;
    throw failure;
  }
}

export function saySeed(): void {
  tell(`seed ${runSeed}`);
}
