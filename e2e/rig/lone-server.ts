import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { RegisterServiceReply } from '#shared/protocol/service';
import { Agent, callJson } from './agent.ts';
import { projectRoot } from './project.ts';
import { UserClient } from './user-client.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';

/** The server of this project started alone, as `npm run server` does, with tokens that the test knows. */
export class LoneServer {
  readonly userToken = `user_${randomBytes(24).toString('hex')}`;
  readonly adminToken = `admin_${randomBytes(24).toString('hex')}`;
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'triage-e2e-server-'));
  private child: ChildProcess | undefined;
  readonly log: string[] = [];
  url = '';

  static async start(): Promise<LoneServer> {
    const server = new LoneServer();
    await server.run();
    return server;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Starts it again on the same data and the same address. */
  startAgain(): Promise<void> {
    return this.run(new URL(this.url).port);
  }

  private async run(port = '0'): Promise<void> {
    const child = spawn(process.execPath, ['dist/server/standalone.cjs'], {
      cwd: projectRoot,
      env: {
        PATH: process.env.PATH,
        ATP_HOST: '127.0.0.1',
        ATP_PORT: port,
        ATP_DATA_DIR: this.dataDir,
        ATP_USER_TOKEN: this.userToken,
        ATP_ADMIN_TOKEN: this.adminToken,
        ATP_LIMITS: 'off',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (part) => this.log.push(String(part)));
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as { event?: string; url?: string };
      if (said.event !== 'listening' || !said.url) continue;
      this.url = said.url;
      child.stdout.resume();
      return;
    }
    throw new Error(`The server ended without saying that it listens. ${this.log.join('')}`);
  }

  /** Registers a service whose answers go to `receiver`, and gives its key and secret to agent and receiver. */
  async register(name: string, receiver: WebhookReceiver): Promise<Agent> {
    const body = {
      name,
      description: 'A service of the end-to-end tests.',
      callback_url: receiver.url,
      webhook_secret: randomBytes(24).toString('hex'),
    };
    const reply = await callJson(`${this.url}/api/v1/services`, { method: 'POST', token: this.adminToken, body });
    const { api_key, webhook_secret } = RegisterServiceReply.parse(reply.body);
    receiver.secret = webhook_secret;
    return new Agent(this.url, api_key);
  }

  client(): UserClient {
    return new UserClient(this.url, this.userToken);
  }

  /** How an app is pointed at this server, or at a proxy before it. */
  env(url = this.url): Record<string, string> {
    return { TRIAGE_SERVER_URL: url, TRIAGE_SERVER_TOKEN: this.userToken };
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
