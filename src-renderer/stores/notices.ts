import { createStore } from 'zustand/vanilla';
import type { Bridge } from '#shared/ipc/contract';
import type { NoticeRecord } from '#shared/native/notice-record';
import type { AppError } from '#shared/result';

export type NoticesState = {
  /** Undefined until they were read. */
  records: NoticeRecord[] | undefined;
  failure: AppError | undefined;
  test: { at: 'idle' | 'sending' | 'sent' } | { at: 'failed'; error: AppError };
};

/** What was decided about native notifications, and the test of them. */
export function createNoticesStore(bridge: Bridge) {
  const store = createStore<NoticesState>(() => ({ records: undefined, failure: undefined, test: { at: 'idle' } }));
  let question = 0;

  async function read(): Promise<void> {
    question += 1;
    const mine = question;
    const reply = await bridge.call('native:records');
    if (mine !== question) return;
    store.setState(reply.ok ? { records: reply.value, failure: undefined } : { failure: reply.error });
  }

  return {
    store,
    read,

    async sendTest(): Promise<void> {
      if (store.getState().test.at === 'sending') return;
      store.setState({ test: { at: 'sending' } });
      const reply = await bridge.call('native:send-test');
      store.setState({ test: reply.ok ? { at: 'sent' } : { at: 'failed', error: reply.error } });
    },

    /** Settings is left: the next time it says nothing of an old test. */
    forgetTest(): void {
      if (store.getState().test.at !== 'sending') store.setState({ test: { at: 'idle' } });
    },
  };
}
export type NoticesStore = ReturnType<typeof createNoticesStore>;
