import type { Page } from 'playwright/test';

/** What opening one item did: the longest time that the page was blocked, in ms by the clock on the wall. */
export type Step = { place: number; blockedMs: number; tried: number };

/** `glance`: those that are only opened; at the others everything is tried. */
type Route = { from: number; to: number; by: 'key' | 'click'; glance: number[] };

/**
 * Goes through the open list with the key for "next" and looks at each item as a curious person does: opens what is
 * folded, enlarges, unfolds, asks for links. All of it runs inside the page, without a way out and back for each step.
 * The titles of the items begin with `#` and their place in the list.
 */
export function walkThrough(page: Page, count: number, glance: number[]): Promise<Step[]> {
  return page.evaluate(walkInPage, { from: 0, to: count, by: 'key', glance } as Route);
}

/**
 * Looks at one item once more, and returns the longest task of the page in ms of its own time: what else the machine
 * did meanwhile does not count.
 */
export async function busyTime(page: Page, place: number): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser to be traced with.');
  await page.evaluate(walkInPage, {
    from: place === 0 ? 1 : 0,
    to: place === 0 ? 2 : 1,
    by: 'click',
    glance: [],
  } as Route);
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(walkInPage, { from: place, to: place + 1, by: 'click', glance: [] } as Route);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(({ pid, tid, tdur }) => tdur !== undefined && mains.has(`${pid} ${tid}`));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}
type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } };

async function walkInPage({ from, to, by, glance }: Route): Promise<Step[]> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let changes = 0;
  const mutations = new MutationObserver(() => {
    changes += 1;
  });
  mutations.observe(document.body, { childList: true, subtree: true, characterData: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  /** Until nothing was drawn for two frames, or for as long as something ticks. */
  const quiet = async () => {
    for (let still = 0, frames = 0; still < 2 && frames < 40; frames++) {
      const before = changes;
      await frame();
      still = changes === before ? still + 1 : 0;
    }
  };
  const until = async (isSo: () => unknown, what: string) => {
    for (const since = performance.now(); !isSo(); await frame()) {
      if (performance.now() - since > 8_000) throw new Error(what);
    }
  };
  const article = () => document.querySelector('article');
  const isShown = (place: number) =>
    article()
      ?.querySelector('h1')
      ?.textContent?.match(/^#(\d+)/)?.[1] === `${place}`;
  const list = document.querySelector<HTMLElement>('[role="listbox"]');
  const press = (key: string) =>
    list?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const click = async (place: number) => {
    const row = () => document.querySelector<HTMLElement>(`[role="option"][aria-posinset="${place + 1}"]`);
    const height = document.querySelector<HTMLElement>('[role="option"]')?.offsetHeight ?? 0;
    list?.scrollTo(0, place * height);
    await until(row, `Row ${place} is not drawn.`);
    row()?.click();
  };
  const closeDialog = () => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    if (dialog?.open) dialog.close();
  };
  const curious = /^(Show|Side by side|Unified|Enlarge|Open link)/;
  const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent ?? '';
  const tryEverything = async () => {
    const buttons = [...(article()?.querySelectorAll('button') ?? [])].filter((one) => curious.test(nameOf(one)));
    const links = [...(article()?.querySelectorAll('a') ?? [])].slice(0, 2);
    const folded = [...(article()?.querySelectorAll('details:not([open]) > summary') ?? [])].slice(0, 3);
    const all = [...buttons.slice(0, 6), ...links, ...folded] as HTMLElement[];
    for (const one of all) {
      if (!one.isConnected) continue;
      one.click();
      await new Promise((resolve) => setTimeout(resolve));
      closeDialog();
    }
    if (all.length > 0) await quiet();
    return all.length;
  };

  const steps: Step[] = [];
  for (let place = from; place < to; place++) {
    tasks.length = 0;
    if (by === 'click') await click(place);
    else press(place === from ? 'Home' : 'j');
    await until(() => isShown(place), `Item ${place} does not show.`);
    await quiet();
    const tried = glance.includes(place) ? 0 : await tryEverything();
    steps.push({ place, tried, blockedMs: Math.max(0, ...tasks) });
  }
  observer.disconnect();
  mutations.disconnect();
  return steps;
}
