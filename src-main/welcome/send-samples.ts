import { z } from 'zod';
import type { RestClient } from '#main/accounts/rest-client';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { sampleQuestions } from './sample-questions.ts';

/** Asks one question of every response type through the same door that agents use, so that a person can try them. */
export async function sendSamples(rest: RestClient, now: number): Promise<Result<{ sent: number }>> {
  const samples = sampleQuestions(now);
  for (const sample of samples) {
    const reply = await rest.call('POST', '/notifications', z.object({ notification_id: z.string() }), {
      body: sample,
    });
    if (reply.ok) continue;
    const { error } = reply;
    if (error.kind === 'unreachable') return fail({ code: 'server/unreachable', message: error.why, retryable: true });
    return fail({ code: 'server/refused', message: words.desk.refusal(error.code, error.message) });
  }
  return ok({ sent: samples.length });
}
