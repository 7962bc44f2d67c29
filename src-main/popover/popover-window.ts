import { type BrowserWindow, screen } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import { isKnown, placeNear } from '#main/windows/placement';
import { closeGently, displays, makeSmallWindow, type SmallWindowPorts } from '#main/windows/small-window';
import type { Rectangle } from '#main/windows/window-place';
import { clickMeans } from './click-means.ts';

export type PopoverPorts = SmallWindowPorts & {
  clock: Clock;
  log: Logger;
  /** What a click opens when there can be no popover. */
  instead: () => void;
};

/** At the usual text size, in px (look.md). */
const usualSize = { width: 400, height: 600 };
/** Kept so long after it was hidden, in ms: opened again it is there at once, and a forgotten one costs no memory. */
const keptMs = 60_000;

/** The inbox in narrow form, beside the tray icon: a click shows it, and a click anywhere else hides it. */
export class Popover {
  readonly #ports: PopoverPorts;
  #window: BrowserWindow | undefined;
  #hiddenAt = Number.NEGATIVE_INFINITY;
  #isLeaving = false;
  #cancelEnd = () => {};

  constructor(ports: PopoverPorts) {
    this.#ports = ports;
  }

  /** The tray icon was clicked. `icon`: where it is, if the system says so. */
  toggle(icon: Rectangle): void {
    const { clock, instead, log } = this.#ports;
    const isVisible = this.#window?.isVisible() ?? false;
    if (clickMeans({ isVisible, hiddenAt: this.#hiddenAt, now: clock.now() }) === 'hide') {
      this.#window?.hide();
      return;
    }
    this.#cancelEnd();
    try {
      this.#show(icon);
    } catch (thrown) {
      log.error('the popover was not made', { reason: reasonOf(thrown) });
      instead();
    }
  }

  hide(): void {
    this.#window?.hide();
  }

  /** For quitting: what was typed last is handed in. */
  async leave(graceMs: number): Promise<void> {
    this.#isLeaving = true;
    this.#cancelEnd();
    if (this.#window) await closeGently(this.#window, graceMs);
  }

  #show(icon: Rectangle): void {
    const { zoom } = this.#ports.pages;
    const size = { width: Math.round(usualSize.width * zoom), height: Math.round(usualSize.height * zoom) };
    const place = placeNear(isKnown(icon) ? icon : screen.getCursorScreenPoint(), size, displays());
    if (this.#window) {
      this.#window.setBounds(place);
      this.#window.show();
      this.#window.focus();
      return;
    }
    const window = this.#make(place);
    window.once('ready-to-show', () => {
      window.show();
      window.focus();
    });
  }

  #make(place: Rectangle): BrowserWindow {
    const window = makeSmallWindow(
      this.#ports,
      'popover',
      { ...place, title: 'Triage Inbox', skipTaskbar: true },
      () => window.destroy(), // the next click makes it anew
    );
    this.#window = window;
    window.on('blur', () => window.hide());
    window.on('hide', () => {
      this.#hiddenAt = this.#ports.clock.now();
      this.#endLater(window);
    });
    window.on('close', (event) => {
      if (this.#isLeaving) return;
      event.preventDefault();
      window.hide();
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    return window;
  }

  #endLater(window: BrowserWindow): void {
    const { clock } = this.#ports;
    this.#cancelEnd();
    this.#cancelEnd = clock.at(clock.now() + keptMs, () => {
      if (!window.isDestroyed() && !window.isVisible()) window.destroy();
    });
  }
}
