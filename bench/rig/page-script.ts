/** What is to be seen: an element, with this text in it, and nothing that matches `without`. */
export type Wanted = { selector: string; text?: string; without?: string };

export type PageScript = {
  /** Waits for all of it to be painted; ask `painted` when. */
  arm(wanted: readonly Wanted[]): void;
  /** The moment at which the frame that shows it had been drawn, in ms since 1970. */
  painted(): Promise<number>;
  /** When the last key went down, as the browser noted it. */
  lastKeyAt(): number;
  startFrames(): void;
  /** The times between frames since then, in ms. */
  stopFrames(): number[];
};

declare global {
  var bench: PageScript;
}

const patienceMs = 20_000;

/**
 * Runs in a page. Painted is: the document holds it (seen by a MutationObserver, so at the end of the very task that put it
 * there), then an animation frame began, then the first task after that frame was style, layout and paint. Never too
 * early; too late by a frame at most, where the change was made inside of an animation frame. The floor is stamped by
 * the same lines.
 */
export function installPageScript(patience: number): void {
  const moment = (time: number) => performance.timeOrigin + time;
  const holds = ({ selector, text, without }: Wanted) => {
    const found = [...document.querySelectorAll(selector)];
    if (without !== undefined && document.querySelector(without)) return false;
    return found.some((element) => text === undefined || element.textContent?.includes(text));
  };
  let outcome: Promise<number> = Promise.reject(new Error('Nothing was asked for.'));
  outcome.catch(() => {});
  let keyAt = 0;
  let frames: number[] | undefined;
  window.addEventListener('keydown', (event) => (keyAt = moment(event.timeStamp)), { capture: true });

  globalThis.bench = {
    arm(wanted) {
      outcome = new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          observer.disconnect();
          reject(new Error(`Never painted: ${JSON.stringify(wanted)}`));
        }, patience);
        const look = () => {
          if (!wanted.every(holds)) return;
          observer.disconnect();
          clearTimeout(timer);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(moment(performance.now()));
            port2.postMessage(undefined);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        look();
      });
      outcome.catch(() => {});
    },
    painted: () => outcome,
    lastKeyAt: () => keyAt,
    startFrames() {
      const times: number[] = [];
      frames = times;
      const next = (time: number) => {
        if (frames !== times) return;
        times.push(time);
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    },
    stopFrames() {
      const times = frames ?? [];
      // The frame that is late right now counts as well.
      const all = [...times, performance.now()];
      frames = undefined;
      return all.slice(1).map((time, index) => time - (all[index] ?? time));
    },
  };
}

export { patienceMs };
