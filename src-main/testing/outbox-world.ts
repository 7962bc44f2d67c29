import { expect } from 'vitest';
import { Outbox } from '#main/outbox/outbox';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { answersAtOnce } from '#shared/outbox/gate';
import type { SubmitReply } from '#shared/outbox/outbox';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import type { Status } from '#shared/protocol/lifecycle';
import { FakeClock } from './fake-clock.ts';
import { KeptLog } from './kept-log.ts';
import { MemoryOutboxStore } from './memory-outbox-store.ts';

export type ServerMood =
  | 'well'
  | 'down'
  | 'loses-replies'
  | 'slow'
  | 'busy'
  | 'faulty'
  | 'revoked'
  /** It ignores `Idempotency-Key`, and its record cannot always be read. */
  | 'forgets-keys';
export type ItemEnd = 'answered' | 'expired' | 'withdrawn';
export type Fate = 'arrives' | 'is lost';

const accounts = ['local', 'work'].map((id) => AccountId.parse(id));
const busyMs = 45_000;
const ended: Record<ItemEnd, Status> = { answered: 'responded', expired: 'expired', withdrawn: 'invalidated' };
const codes: Record<ItemEnd, string> = {
  answered: 'NOTIFICATION_ALREADY_RESPONDED',
  expired: 'NOTIFICATION_EXPIRED',
  withdrawn: 'NOTIFICATION_INVALIDATED',
};

type Decision = {
  entry: OutboxEntry;
  /** On the clock that nobody can set. */
  savedAt: number;
  windowMs: number;
  isUndone: boolean;
  /** Quitting ends windows; a clock set while the app is not there can, too. */
  mayBeEarly: boolean;
};
type Server = { mood: ServerMood; toldUntil: number; wantsToken: boolean; out: number };
type Question = { end: ItemEnd | undefined; recorded: string | undefined; out: number };
type Slow = { entry: OutboxEntry; life: number; settle: (reply: SubmitReply) => void };

/** An outbox among everything that can go wrong around it, with the promises checked as it goes. */
export class World {
  readonly #clock = new FakeClock();
  readonly #store = new MemoryOutboxStore();
  readonly #servers: Server[] = accounts.map(() => ({ mood: 'well', toldUntil: 0, wantsToken: false, out: 0 }));
  readonly #questions = new Map<ItemKey, Question>();
  readonly #decisions = new Map<string, Decision>();
  readonly #broken: string[] = [];
  #slow: Slow[] = [];
  #life = 0;
  #setAt = Number.NEGATIVE_INFINITY;
  #wasFull = false;
  #startedAt = Number.NEGATIVE_INFINITY;
  #seed = 1;
  #answers = 0;
  #outbox: Outbox;
  requests = 0;

  constructor() {
    this.#outbox = this.#start();
  }

  answer({ item, flagged, windowMs }: { item: number; flagged: boolean; windowMs: number }): void {
    const entry = this.#entryFor(item, flagged, windowMs);
    const decision = { entry, savedAt: this.#clock.elapsed(), windowMs, isUndone: false, mayBeEarly: false };
    this.#decisions.set(entry.id, decision);
    let isSaved = false;
    try {
      isSaved = this.#outbox.add(entry);
    } catch {
      // The disk did not take it: nothing was said to be saved.
    }
    if (!isSaved) this.#decisions.delete(entry.id);
  }

  undo(item: number): void {
    const entry = this.#outbox.find(keyOf(item));
    if (this.#outbox.takeBack(keyOf(item)) !== 'taken-back' || !entry) return;
    const decision = this.#decisions.get(entry.id);
    if (decision) decision.isUndone = true;
  }

  pass(ms: number): void {
    this.#clock.pass(ms);
    for (const { entry, savedAt, windowMs } of this.#decisions.values()) {
      // A start that finds the clock set back begins the window anew, or grants the longest one.
      const [since, longest] = savedAt > this.#startedAt ? [savedAt, windowMs] : [this.#startedAt, 60_000];
      const diskRetryMs = 2_000; // a disk that refuses writes is looked at again this late
      const isOver = this.#clock.elapsed() - since > longest + diskRetryMs;
      const stands = this.#outbox.find(entry.key);
      if (isOver && stands?.id === entry.id && stands.state.at === 'held') this.#breaks('a window was stretched');
    }
  }

  mood({ account, mood }: { account: number; mood: ServerMood }): void {
    this.#serverOf(account).mood = mood;
  }

  setClock(by: number): void {
    this.#clock.set(by);
    this.#setAt = this.#clock.elapsed();
  }

  /** A slow request of any life of the app meets its fate. */
  release(fate: Fate): void {
    const slow = this.#slow.shift();
    if (!slow) return;
    const reply = this.#judge(slow.entry, true);
    if (slow.life === this.#life) slow.settle(fate === 'arrives' ? reply : { kind: 'unreachable', why: 'Lost.' });
  }

  kill(setBy: number): void {
    this.#life += 1;
    this.#clock.set(setBy);
    // What a start finds on disk is right only if the app had a second, and a disk, to write down that the clock was set.
    const isUnnoticed = this.#clock.elapsed() - this.#setAt <= 1_000 || (this.#wasFull && this.#setAt >= 0);
    this.#servers.forEach((server, index) => {
      // What a server said is remembered by the answers that it was said to, while they are on their way.
      const states = this.#store
        .inFlight()
        .filter((one) => one.account === accounts[index])
        .map((one) => one.state);
      const isTold = states.some((state) => state.at === 'queued' && state.told !== undefined);
      server.out = 0;
      server.wantsToken = states.some((state) => state.at === 'token-wanted');
      if (setBy > 0 || isUnnoticed || !isTold) server.toldUntil = 0;
    });
    for (const question of this.#questions.values()) question.out = 0;
    for (const decision of this.#decisions.values()) decision.mayBeEarly ||= setBy > 0 || isUnnoticed;
    this.#startedAt = this.#clock.elapsed();
    this.#outbox = this.#start();
    this.#outbox.run();
  }

  disk(isFull: boolean): void {
    this.#store.refusesWrites = isFull;
    this.#wasFull ||= isFull;
  }

  /** The stream is up again: the server takes the token, which may be another one. */
  online(account: number): void {
    const server = this.#serverOf(account);
    if (server.mood === 'revoked') return;
    server.wantsToken = false;
    this.#outbox.online(accounts[account] as AccountId);
  }

  closeItem({ item, how, isTold }: { item: number; how: ItemEnd; isTold: boolean }): void {
    const question = this.#questionOf(keyOf(item));
    question.end ??= how;
    if (isTold) this.#outbox.itemClosed(keyOf(item), ended[question.end]);
  }

  hurry(): void {
    for (const decision of this.#decisions.values()) decision.mayBeEarly = true;
    void this.#outbox.hurry();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await Promise.resolve();
    expect(this.#broken).toEqual([]);
  }

  /** Everything works again, and time enough passes. */
  async allWell(): Promise<void> {
    this.disk(false);
    for (const server of this.#servers) server.mood = 'well';
    while (this.#slow.length > 0) this.release('arrives');
    await this.settle();
    for (const account of [0, 1]) this.online(account);
    for (let round = 0; round < 12; round++) {
      this.#clock.pass(round < 8 ? 16_000 : 86_400_000);
      await this.settle();
    }
  }

  /** Every decision is accepted, as the server's record says, or came back with all that was given. */
  checkOutcomes(): void {
    for (const { entry, isUndone } of this.#decisions.values()) {
      const { recorded } = this.#questionOf(entry.key);
      const stands = this.#outbox.find(entry.key);
      if (isUndone) {
        expect(recorded).not.toBe(entry.id);
        expect(stands?.id).not.toBe(entry.id);
      } else if (stands?.id === entry.id) {
        const isAskedAgain = stands.state.at === 'returned' && stands.state.because === 'confirm-again';
        // A request of the life before may arrive late, when the person was asked already; confirming has the same key.
        if (!isAskedAgain) expect(stands.state.at).toBe(recorded === entry.id ? 'accepted' : 'returned');
        expect(isAskedAgain && !entry.flagged).toBe(false);
        expect([stands.words, stands.data]).toEqual([entry.words, entry.data]);
      } else if (!entry.flagged) expect(recorded).not.toBe(entry.id); // it came back, and the person decided anew
    }
  }

  #start(): Outbox {
    const life = this.#life;
    return new Outbox({
      store: this.#store,
      clock: this.#clock.during(() => life !== this.#life),
      random: () => this.#chance(),
      submit: (entry) => this.#submit(entry, life),
      isOfThisRun: () => true,
      isItemOpen: (key) => this.#questionOf(key).end === undefined,
      onDisk: () => {},
      onMoved: () => {},
      onAccepted: () => {},
      log: new KeptLog(),
    });
  }

  #submit(entry: OutboxEntry, life: number): Promise<SubmitReply> {
    const server = this.#serverOf(accounts.indexOf(entry.account));
    const question = this.#questionOf(entry.key);
    const decision = this.#decisions.get(entry.id);
    this.requests += 1;
    server.out += 1;
    question.out += 1;
    const now = this.#clock.elapsed();
    if (!decision || decision.isUndone) this.#breaks('a byte was sent of what was taken back or not saved');
    else if (!decision.mayBeEarly && now < decision.savedAt + decision.windowMs) this.#breaks('a byte in the window');
    if (question.out > 1) this.#breaks('two requests out for one question');
    if (server.out > answersAtOnce) this.#breaks('too many requests out');
    if (server.wantsToken) this.#breaks('a request although the token is refused');
    if (now < server.toldUntil) this.#breaks('earlier than told');
    if (this.#store.find(entry.key)?.state.at !== 'sending') this.#breaks('a byte before the disk knows');
    const reply = new Promise<SubmitReply>((resolve) => {
      const settle = (said: SubmitReply) => {
        if (life !== this.#life) return;
        server.out -= 1;
        question.out -= 1;
        resolve(said);
      };
      if (server.mood === 'slow') this.#slow.push({ entry, life, settle });
      else settle(this.#judge(entry, false));
    });
    void reply.then((said) => this.#heard(server, said));
    return reply;
  }

  /** From now on it is known here what the server asked for. */
  #heard(server: Server, said: SubmitReply): void {
    if (said.kind !== 'refused') return;
    if (said.httpStatus === 401) server.wantsToken = true;
    if (said.retryAfterMs !== undefined) server.toldUntil = this.#clock.elapsed() + said.retryAfterMs;
  }

  /** What the server does with a request, and what is heard of it. */
  #judge(entry: OutboxEntry, isSlow: boolean): SubmitReply {
    const server = this.#serverOf(accounts.indexOf(entry.account));
    switch (isSlow ? 'well' : server.mood) {
      case 'down':
        return { kind: 'unreachable', why: 'Nothing listens.' };
      case 'faulty':
        return refusal(this.#chance() < 0.5 ? 500 : 502, 'INTERNAL_ERROR');
      case 'busy':
        return { ...refusal(this.#chance() < 0.5 ? 429 : 503, 'BUSY'), retryAfterMs: busyMs };
      case 'revoked':
        return refusal(401, 'AUTH_INVALID_TOKEN');
      case 'loses-replies':
        this.#record(entry);
        return { kind: 'unreachable', why: 'Cut.' };
      case 'forgets-keys':
        return this.#withoutKeys(entry);
      default:
        return this.#record(entry);
    }
  }

  #record(entry: OutboxEntry): SubmitReply {
    const question = this.#questionOf(entry.key);
    if (question.recorded === entry.id) return { kind: 'accepted' };
    if (question.end !== undefined) return refusal(409, codes[question.end]);
    question.end = 'answered';
    question.recorded = entry.id;
    return { kind: 'accepted' };
  }

  /** A repetition is a conflict, after which the record is read: it tells whose answer it is, or cannot be read. */
  #withoutKeys(entry: OutboxEntry): SubmitReply {
    const { end, recorded } = this.#questionOf(entry.key);
    if (end === 'answered' && this.#chance() < 0.5) return { kind: 'unclear', why: 'The record cannot be read.' };
    if (recorded !== entry.id) return this.#record(entry);
    const mayBeOurs = entry.state.at === 'sending' && entry.state.attempt > 0;
    return mayBeOurs ? { kind: 'accepted' } : refusal(409, codes.answered);
  }

  #entryFor(item: number, flagged: boolean, windowMs: number): OutboxEntry {
    const now = this.#clock.now();
    const account = accounts[item % 2] as AccountId;
    const id = `00000000-0000-4000-8000-${String(this.#answers++).padStart(12, '0')}`;
    return {
      id,
      key: keyOf(item),
      account,
      notificationId: NotificationId.parse(String(item)),
      actionId: ActionId.parse('say'),
      data: `words ${id}`,
      words: `Say: words ${id}`,
      flagged,
      savedAt: now,
      state: { at: 'held', sendAt: now + windowMs },
    };
  }

  #serverOf(account: number): Server {
    return this.#servers[account] as Server;
  }

  #questionOf(key: ItemKey): Question {
    const known = this.#questions.get(key) ?? { end: undefined, recorded: undefined, out: 0 };
    this.#questions.set(key, known);
    return known;
  }

  #breaks(promise: string): void {
    this.#broken.push(promise);
  }

  /** From 0 to 1, the same in every run of a schedule. */
  #chance(): number {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }
}

function keyOf(item: number): ItemKey {
  return itemKey(accounts[item % 2] as AccountId, NotificationId.parse(String(item)));
}

function refusal(httpStatus: number, code: string): Extract<SubmitReply, { kind: 'refused' }> {
  return { kind: 'refused', httpStatus, code, message: 'Refused.' };
}
