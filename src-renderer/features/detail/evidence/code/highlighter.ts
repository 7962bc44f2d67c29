import workerUrl from './highlight-worker.ts?worker&url';
import type { PackedLines } from './tones.ts';

type Job = { text: string; language: string; done: (lines: PackedLines | undefined) => void };

/** A grammar that is not through after this long, in ms, never will be: the text stays plain. */
const longestMs = 1_500;
/** The thread ends when nothing was to be coloured for this long, in ms: its grammars are some megabytes. */
const idleMs = 20_000;

const waiting: Job[] = [];
let worker: Worker | undefined;
let running: Job | undefined;
let alarm: number | undefined;

/** Colours a text in the thread beside; undefined when it stays plain. */
export function highlight(
  text: string,
  language: string,
): { lines: Promise<PackedLines | undefined>; cancel: () => void } {
  const job: Job = { text, language, done: () => {} };
  const lines = new Promise<PackedLines | undefined>((resolve) => {
    job.done = resolve;
  });
  waiting.push(job);
  next();
  const cancel = () => {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
  };
  return { lines, cancel };
}

function next(): void {
  if (running) return;
  window.clearTimeout(alarm);
  running = waiting.shift();
  if (!running) {
    alarm = window.setTimeout(end, idleMs);
    return;
  }
  alarm = window.setTimeout(giveUp, longestMs);
  worker ??= start();
  worker.postMessage({ text: running.text, language: running.language });
}

function finish(lines: PackedLines | undefined): void {
  running?.done(lines);
  running = undefined;
  next();
}

function giveUp(): void {
  end();
  finish(undefined);
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}

function start(): Worker {
  const started = new Worker(trusted(workerUrl), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<PackedLines | undefined>) => finish(data);
  started.onerror = giveUp;
  return started;
}

/** Our policy wants the address of a script vouched for (`require-trusted-types-for`); this one is our own file. */
function trusted(url: string): string {
  const types = (window as { trustedTypes?: { createPolicy: (name: string, rules: object) => Policy } }).trustedTypes;
  policy ??= types?.createPolicy('highlight-worker', { createScriptURL: () => workerUrl });
  return policy ? policy.createScriptURL(url) : url;
}
type Policy = { createScriptURL: (url: string) => string };
let policy: Policy | undefined;
