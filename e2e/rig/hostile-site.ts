import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ElectronApplication, _electron as launcher, type Page } from 'playwright/test';
import { makeBrowser } from './browser/make-browser.ts';
import { makeAppFolder } from './folder.ts';

/** The name that an attacker's DNS leads to this machine. */
export const rebound = 'rebind.example';

/** A web site on a port of its own, and a real Chromium in which somebody visits it. */
export class HostileSite {
  private constructor(
    private readonly server: Server,
    private readonly browser: ElectronApplication,
    private readonly tidy: () => void,
    readonly page: Page,
    readonly url: string,
  ) {}

  static async open(display: Record<string, string>): Promise<HostileSite> {
    const server = createServer((_, reply) => {
      reply.setHeader('content-type', 'text/html');
      reply.end('<!doctype html><title>Free kittens</title><h1>Free kittens</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = makeAppFolder();
    const { executablePath, remove } = makeBrowser();
    const browser = await launcher.launch({
      executablePath,
      args: [`--user-data-dir=${folder.data}`, `--host-resolver-rules=MAP ${rebound} 127.0.0.1`],
      env: { PATH: process.env.PATH ?? '', HOME: folder.home, ...display },
    });
    const page = await browser.firstWindow();
    const tidy = () => {
      remove();
      folder.remove();
    };
    const site = new HostileSite(server, browser, tidy, page, urlOf(server));
    await page.goto(site.url);
    return site;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
    this.server.closeAllConnections();
    this.tidy();
  }
}

/** A server without any protection, which writes down what reaches it: what the attacks do where nobody stops them. */
export class OpenDoor {
  /** `METHOD /path`, without the query. */
  readonly came = new Set<string>();
  private readonly server = createServer((request, reply) => {
    this.note(request.method, request.url);
    reply.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    reply.setHeader('access-control-allow-headers', 'authorization, content-type');
    reply.setHeader('access-control-allow-methods', 'GET, POST, PATCH, PUT, DELETE');
    reply.end('{}');
  });

  private note(method = '', url = ''): void {
    this.came.add(`${method} ${url.split('?')[0]}`);
  }

  async start(): Promise<string> {
    this.server.on('upgrade', (request, socket) => {
      this.note('UPGRADE', request.url);
      socket.destroy();
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return urlOf(this.server);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
