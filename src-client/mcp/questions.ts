import type { ATPClient } from '../client.ts';
import { ATPError } from '../error.ts';
import type { NotificationToSend } from '../notification.ts';
import { type Ending, endingOf } from '../status.ts';

/** How a question stands, never ambiguous. */
export type Standing =
  | { status: 'answered'; notification_id: string; action_id: string; response_data: unknown }
  | { status: 'expired'; notification_id: string }
  | { status: 'withdrawn'; notification_id: string; reason?: string }
  | { status: 'still_waiting'; notification_id: string };

export type WaitFor = { waitMs: number; signal: AbortSignal };

/** The questions of one agent session: asks, waits for a while, and remembers what was still open when it stopped waiting. */
export class Questions {
  readonly #client: ATPClient;
  readonly #open = new Map<string, string>();

  constructor(client: ATPClient) {
    this.#client = client;
  }

  /** Asks and waits. A call that is cancelled withdraws its question. */
  async ask(question: NotificationToSend, wait: WaitFor): Promise<Standing> {
    const { notification_id: id } = await this.#client.sendNotification(question, { signal: wait.signal });
    this.#open.set(id, question.title);
    try {
      return await this.#await(id, wait);
    } catch (thrown) {
      if (wait.signal.aborted) await this.withdraw(id, 'The agent stopped asking.').catch(() => undefined);
      throw thrown;
    }
  }

  /** Sends something to read; nobody waits for it. */
  async tell(message: NotificationToSend): Promise<string> {
    return (await this.#client.sendNotification(message)).notification_id;
  }

  /** How a question stands, after waiting for it for a while. */
  async check(id: string, wait: WaitFor): Promise<Standing> {
    return wait.waitMs > 0 ? this.#await(id, wait) : this.#standing(id);
  }

  async withdraw(id: string, reason: string | undefined): Promise<void> {
    await this.#client.invalidate(id, reason);
    this.#open.delete(id);
  }

  /** What was open when this session stopped waiting for it, with its title. */
  async mine(): Promise<(Standing & { title: string })[]> {
    const asked = [...this.#open];
    return Promise.all(asked.map(async ([id, title]) => ({ title, ...(await this.#standing(id)) })));
  }

  /** Questions that have ended since they were last asked about; each is told once. `except`: the one in hand. */
  async late(except: string | undefined): Promise<(Standing & { title: string })[]> {
    const others = [...this.#open].filter(([id]) => id !== except);
    const told = await Promise.all(
      others.map(async ([id, title]) => {
        const standing = await this.#standing(id).catch(() => undefined); // it is told another time
        return standing && standing.status !== 'still_waiting' ? [{ title, ...standing }] : [];
      }),
    );
    return told.flat();
  }

  async #await(id: string, { waitMs, signal }: WaitFor): Promise<Standing> {
    try {
      return this.#ended(id, await this.#client.waitForResponse(id, { signal, timeoutMs: Math.max(1, waitMs) }));
    } catch (thrown) {
      if (!(thrown instanceof ATPError) || thrown.code !== 'TIMED_OUT') throw thrown;
      return { status: 'still_waiting', notification_id: id };
    }
  }

  async #standing(id: string): Promise<Standing> {
    const ending = endingOf(await this.#client.getNotificationStatus(id));
    return ending ? this.#ended(id, ending) : { status: 'still_waiting', notification_id: id };
  }

  #ended(id: string, ending: Ending): Standing {
    this.#open.delete(id);
    switch (ending.status) {
      case 'answered': {
        const { action_id, response_data } = ending;
        return { status: 'answered', notification_id: id, action_id, response_data };
      }
      case 'expired':
        return { status: 'expired', notification_id: id };
      case 'withdrawn':
        return {
          status: 'withdrawn',
          notification_id: id,
          ...(ending.reason === undefined ? {} : { reason: ending.reason }),
        };
    }
  }
}
