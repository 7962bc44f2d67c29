const lookEveryMs = 1_000;

/**
 * Calls back once when the process that started us is gone, whichever way it went: the system then gives us another
 * parent. Electron ends its utility processes too, but a server that outlived the app would keep its port and data.
 */
export function whenParentIsGone(run: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    run();
  }, lookEveryMs);
  timer.unref();
}
