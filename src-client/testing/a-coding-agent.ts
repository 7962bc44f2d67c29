import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aServer, endServer, type TestServer, userToken } from '#server/testing/a-server';
import { answered, aService } from '#server/testing/builders';
import { Terminal } from './a-terminal.ts';

/** What the person sees of one question. */
export type Seen = {
  id: string;
  status: string;
  deadline?: string;
  context: {
    title: string;
    description: string;
    project?: string;
    metadata: Record<string, unknown>;
    attachments?: { type: string; description?: string; data: string }[];
  };
  actions: {
    id: string;
    label: string;
    response_type: string;
    flags?: string[];
    options?: unknown;
    constraints?: unknown;
  }[];
};

/** A coding agent beside a server: it runs the hook with a recorded event, and the person answers. */
export class CodingAgent {
  readonly #name: 'claude-code' | 'codex';
  readonly server: TestServer;
  readonly env: Record<string, string>;
  readonly terminals: Terminal[] = [];
  /** All hooks of one agent share it, as they do on a machine. */
  readonly dataFolder = mkdtempSync(join(tmpdir(), 'atp-agent-'));

  static async start(name: 'claude-code' | 'codex'): Promise<CodingAgent> {
    const server = await aServer();
    server.clock.advance(Date.now() - server.clock.now()); // deadlines are made with this machine's clock
    const { key } = await aService(server);
    return new CodingAgent(name, server, { ATP_SERVER_URL: server.url, ATP_API_KEY: key });
  }

  private constructor(name: 'claude-code' | 'codex', server: TestServer, env: Record<string, string>) {
    this.#name = name;
    this.server = server;
    this.env = env;
  }

  /** A recorded event, with fields of its own. */
  event(name: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
    const file = new URL(`../hooks/fixtures/${this.#name}/${name}.json`, import.meta.url);
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>), ...fields };
  }

  /** Runs the hook. */
  runs(event: unknown, ...args: string[]): { terminal: Terminal; ended: Promise<number> } {
    const terminal = new Terminal({ TRIAGE_DATA_DIR: this.dataFolder, ...this.env });
    this.terminals.push(terminal);
    terminal.stdin = typeof event === 'string' ? event : JSON.stringify(event);
    return { terminal, ended: terminal.atp('hook', this.#name, ...args) };
  }

  /** What is printed for an event once the person has answered so, question by question. */
  async answers(event: unknown, ...answers: { action_id: string; response_data?: unknown }[]): Promise<unknown> {
    const { terminal, ended } = this.runs(event);
    for (const answer of answers) await answered(this.server, (await this.asked()).id, answer);
    if ((await ended) !== 0) throw new Error(`The hook ended with ${await ended}`);
    return terminal.out === '' ? undefined : JSON.parse(terminal.out);
  }

  /** The open question, once there is one. */
  async asked(): Promise<Seen> {
    for (;;) {
      const open = (await this.all()).find(({ status }) => status === 'created' || status === 'delivered');
      if (open) return open;
    }
  }

  async all(): Promise<Seen[]> {
    const { body } = await this.server.call('GET', '/api/v1/client/notifications?sort=oldest', { token: userToken });
    return body.notifications as Seen[];
  }

  async end(): Promise<void> {
    for (const terminal of this.terminals) terminal.remove();
    rmSync(this.dataFolder, { recursive: true, force: true });
    await endServer(this.server);
  }
}

/** The text of a piece of evidence. */
export function evidenceOf(seen: Seen, index = 0): string {
  return Buffer.from(seen.context.attachments?.[index]?.data ?? '', 'base64').toString('utf8');
}
