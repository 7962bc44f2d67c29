import type { Place } from './table.ts';

/** Inputs in which one presses, but does not type. */
const pressed = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'image', 'file', 'color']);

const controls =
  'a[href], button, input, select, summary, [role="slider"], [role="radio"], [role="checkbox"], [role="tab"], [role="button"]';

/** Where a key press landed. */
export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (isField(target)) return 'field';
  if (target.closest('[role="listbox"][data-items]')) return 'list';
  return target.closest(controls) ? 'control' : 'page';
}

function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !pressed.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.closest('[role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"]') !== null;
}
