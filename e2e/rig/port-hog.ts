import { createServer, type Server } from 'node:net';

const ports = Array.from({ length: 20 }, (_, index) => 4680 + index);

/**
 * Takes the ports that the app tries first, and those that other apps give back meanwhile, so that the app has to look
 * further and finds one that nobody else will come to.
 */
export class PortHog {
  private readonly held = new Map<number, Server>();
  private readonly timer = setInterval(() => void this.take(), 10);

  /** Ports up to this one are taken. */
  readonly last = ports.at(-1) ?? 0;

  async take(): Promise<void> {
    await Promise.all(ports.filter((port) => !this.held.has(port)).map((port) => this.tryPort(port)));
  }

  private tryPort(port: number): Promise<void> {
    const server = createServer();
    this.held.set(port, server);
    return new Promise((resolve) => {
      server.once('error', () => {
        this.held.delete(port); // another app has it; perhaps later
        resolve();
      });
      server.listen(port, '127.0.0.1', resolve);
    });
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.held.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  }
}
