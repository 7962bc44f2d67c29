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
  const article = () => document.querySelector('article');
  const isShown = (place: number) => article()?.querySelector('h1')?.textContent?.match(/^#(\d+)/)?.[1] === String(place);
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
      await frame();
      closeDialog();
    }
    return all.length;
  };

  const steps: (Step & { from: number; to: number })[] = [];
  press('Home');
  for (let place = 0; place < count; place++) {
    const from = performance.now();
    if (place > 0) press('j');
    while (!isShown(place)) {
      if (performance.now() - from > 8_000) throw new Error(`Item ${place} does not show.`);
      await frame();
    }
    await frame();
    await frame();
    const tried = await tryEverything();
    await frame();
    steps.push({ from, to: performance.now(), blockedMs: 0, tried });
  }
  await frame();
  await frame();
  observer.disconnect();
  return steps.map(({ from, to, tried }) => {
    const own = tasks.filter(({ start }) => start >= from && start < to);
    return { blockedMs: Math.max(0, ...own.map(({ ms }) => ms)), tried };
  });
}
