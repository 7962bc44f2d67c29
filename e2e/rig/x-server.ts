import { execFileSync } from 'node:child_process';

/** What the X server itself says about windows: not what the app believes. */
export class XServer {
  constructor(private readonly display: Record<string, string>) {}

  /** The window that typing goes to. */
  focused(): string {
    return this.ask('getwindowfocus', '-f');
  }

  /** How many windows of that process a person can see. */
  visibleWindows(pid: number): number {
    return this.ask('search', '--onlyvisible', '--all', '--pid', String(pid), '--name', '.').split('\n').filter(Boolean)
      .length;
  }

  /** Types on the keyboard, to whatever window has the focus. */
  type(text: string): void {
    this.ask('type', '--delay', '20', text);
  }

  /** Presses a key, as X names it: `ctrl+Return`, `Escape`. */
  press(key: string): void {
    this.ask('key', key);
  }

  /** Gives the focus to a window, as a click into it does. */
  focus(window: number): void {
    this.ask('windowfocus', String(window));
  }

  movePointer(x: number, y: number): void {
    this.ask('mousemove', String(x), String(y));
  }

  private ask(...args: string[]): string {
    const env = { PATH: process.env.PATH, ...this.display };
    try {
      return execFileSync('xdotool', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return ''; // nothing found
    }
  }
}
