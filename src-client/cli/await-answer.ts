import type { ATPClient } from '../client.ts';
import { ATPError } from '../error.ts';
import type { Ending } from '../status.ts';
import { answerLine, endingJson } from './answer-words.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, say } from './io.ts';

export type Wanted = {
  id: string;
  /** How many actions there were, when that is known. */
  actions: number | undefined;
  yes: readonly string[];
  json: boolean;
  waitForMs: number | undefined;
  withdrawOnInterrupt: boolean;
};

const progressEveryMs = 30_000;

/** Waits for the answer, says so on stderr, prints it on stdout and returns the exit code. */
export async function awaitAnswer(client: ATPClient, io: Io, wanted: Wanted): Promise<number> {
  const { id, waitForMs } = wanted;
  const startedAt = performance.now();
  const progress = setInterval(
    () => say(io, `Still waiting (${Math.round((performance.now() - startedAt) / 1000)} s) …`),
    progressEveryMs,
  );
  let isTroubled = false;
  try {
    const ending = await client.waitForResponse(id, {
      signal: io.interrupted,
      ...(waitForMs === undefined ? {} : { timeoutMs: waitForMs }),
      onTrouble: ({ message }) => {
        if (!isTroubled) say(io, `${message} Waiting for it to come back …`);
        isTroubled = true;
      },
    });
    return tell(ending, io, wanted);
  } catch (thrown) {
    if (io.interrupted.aborted) return interrupted(client, io, wanted);
    if (!(thrown instanceof ATPError) || thrown.code !== 'TIMED_OUT') throw thrown;
    say(io, `No answer yet. The question stays open: atp wait ${id}`);
    return exitCode.stillWaiting;
  } finally {
    clearInterval(progress);
  }
}

function tell(ending: Ending, io: Io, { yes, json, actions }: Wanted): number {
  if (json) print(io, endingJson(ending));
  switch (ending.status) {
    case 'answered':
      if (!json) print(io, answerLine(ending, actions));
      return yes.length === 0 || yes.includes(ending.action_id) ? exitCode.answered : exitCode.answeredOtherwise;
    case 'expired':
      say(io, 'Nobody answered before the deadline.');
      return exitCode.expired;
    case 'withdrawn':
      say(io, ending.reason ? `The question was withdrawn: ${ending.reason}` : 'The question was withdrawn.');
      return exitCode.withdrawn;
  }
}

async function interrupted(client: ATPClient, io: Io, { id, withdrawOnInterrupt }: Wanted): Promise<number> {
  if (!withdrawOnInterrupt) {
    say(io, `The question stays open: atp wait ${id}`);
    return exitCode.interrupted;
  }
  try {
    await client.invalidate(id, 'Whoever asked stopped waiting.');
    say(io, 'The question was withdrawn.');
  } catch (thrown) {
    say(io, `The question could not be withdrawn: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return exitCode.interrupted;
}
