import { setTimeout } from 'node:timers/promises';
import type { RunningApp } from '../../e2e/rig/running-app.ts';
import type { ScriptedServer } from '../../e2e/rig/scripted-server.ts';
import type { WatchedPage } from '../rig/watched-page.ts';
import { type Question, questions, withdraw } from './questions.ts';

const stepMs = 10;

/** So many questions, evenly over so long; a sender that was held up catches up. */
export async function flood(scripted: ScriptedServer, all: readonly Question[], overMs: number): Promise<void> {
  const startedAt = performance.now();
  let sent = 0;
  while (sent < all.length) {
    const due = Math.min(all.length, Math.ceil((all.length * (performance.now() - startedAt + stepMs)) / overMs));
    for (; sent < due; sent++) {
      const one = all[sent];
      if (one) scripted.notify(one.body);
    }
    await setTimeout(stepMs);
  }
}

/** The inbox with some questions standing in it, as somebody looks at it. */
export async function standing(app: RunningApp, page: WatchedPage, count: number): Promise<void> {
  await app.live();
  await page.paintedAfter([listOf(count)], () => {});
}

/** What a list of so many says of itself. */
export function listOf(count: number) {
  return { selector: `[role=option][aria-setsize="${count}"]`, without: '[role=option][aria-busy]' };
}

/** Frames of the page from the first question of a flood until the list holds all of them. */
export async function framesInFlood(
  scripted: ScriptedServer,
  page: WatchedPage,
  { count, overMs, before }: { count: number; overMs: number; before: number },
): Promise<{ frames: number[]; asked: Question[] }> {
  const asked = questions(count);
  const frames = await page.framesDuring(() =>
    page.paintedAfter([listOf(before + count)], () => flood(scripted, asked, overMs)),
  );
  return { frames, asked };
}

export async function takeBack(
  scripted: ScriptedServer,
  page: WatchedPage,
  asked: readonly Question[],
  left: number,
): Promise<void> {
  await page.paintedAfter([listOf(left)], () => withdraw(scripted, asked));
}

/** A frame that people see stutter, in ms. */
export const longFrameMs = 50;

export function longFrames(frames: readonly number[]): number {
  return frames.filter((ms) => ms > longFrameMs).length;
}
