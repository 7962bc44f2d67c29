import type { Page } from 'playwright/test';

/**
 * Every text of a page that holds two plain Latin letters in a row (a single one is a key): what a person sees, and what a screen reader says. In a trial
 * language the app writes none of its words so; what agents sent is Greek in that test. Code, keys, what is marked as not
 * to be translated, addresses, and names in a language of their own are nobody's words to translate.
 */
export function looseWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const notToTranslate = 'code, pre, kbd, [translate="no"], :root [lang]';
    const isAddress = /^https?:\/\/\S+$/;
    const spoken = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'title',
      'placeholder',
      'alt',
    ];
    const isShown = (element: Element) =>
      element instanceof HTMLOptionElement || element.checkVisibility({ visibilityProperty: true });
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.matches('script, style') || element.closest(notToTranslate) || !isShown(element)) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const texts = [...own.map((node) => node.textContent), ...spoken.map((name) => element.getAttribute(name))];
      const where = `${element.tagName.toLowerCase()}.${element.className}`;
      for (const text of texts)
        if (/[A-Za-z]{2}/.test(text ?? '') && !isAddress.test(text ?? '')) found.push(`${where}: ${text}`);
    }
    return [...new Set(found)];
  });
}

/**
 * Every element that is too narrow for what is in it, so that something is cut off or stands over its neighbours. What
 * scrolls sideways on purpose can be reached with the keyboard to do so.
 */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('html, html :not(svg, svg *)')) {
      const { clientWidth, scrollWidth, tagName, className, textContent } = element;
      if (clientWidth <= 1 || scrollWidth <= clientWidth + 1 || !element.checkVisibility()) continue;
      const { overflowX, display } = getComputedStyle(element);
      if (display === 'inline') continue;
      if (/auto|scroll/.test(overflowX) && element.matches('[tabindex="0"], textarea, pre, nav')) continue;
      const holdsText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE);
      // Whatever hangs over harmlessly is caught by one of those around it, where it goes too far.
      if (overflowX === 'visible' && !holdsText && !element.matches('html, body, button')) continue;
      found.push(`${tagName.toLowerCase()}.${className} ${scrollWidth} > ${clientWidth}: ${textContent.slice(0, 60)}`);
    }
    return found;
  });
}
