import { z } from 'zod';
import type { RestClient } from '#main/accounts/rest-client';
import type { Handlers } from '#main/ipc/handle';
import type { NoticeRecord } from '#shared/native/notice-record';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

export type NativeHandlerPorts = {
  records: () => readonly NoticeRecord[];
  /** The local server as an agent reaches it, or why it does not. */
  asAgent: () => Result<RestClient>;
};

/** What the page asks about native notifications. */
export function nativeHandlers({ records, asAgent }: NativeHandlerPorts) {
  return {
    'native:records': () => ok([...records()]),
    'native:send-test': async () => {
      const rest = asAgent();
      return rest.ok ? sendTest(rest.value) : rest;
    },
  } satisfies Partial<Handlers>;
}

/** A question through the door that agents use: what it raises is what theirs raise. */
async function sendTest(rest: RestClient): Promise<Result<undefined>> {
  const body = {
    context: {
      title: words.notes.testTitle,
      description: words.notes.testDescription,
    },
    actions: [
      { id: 'works', label: words.notes.testWorks, response_type: 'simple' },
      { id: 'feel', label: words.notes.testFeel, response_type: 'text' },
    ],
  };
  const reply = await rest.call('POST', '/notifications', z.object({ notification_id: z.string() }), { body });
  if (reply.ok) return ok(undefined);
  const { error } = reply;
  if (error.kind === 'unreachable') return fail({ code: 'server/unreachable', message: error.why, retryable: true });
  return fail({ code: 'server/refused', message: words.desk.refusal(error.code, error.message) });
}
