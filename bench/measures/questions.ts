import { randomUUID } from 'node:crypto';
import { aQuestion } from '../../e2e/rig/agent.ts';
import { delivered, type ScriptedServer } from '../../e2e/rig/scripted-server.ts';

export type Question = { id: string; title: string; body: Record<string, unknown> };

const firstAt = Date.now() - 3_600_000;
let made = 0;

/** A question as agents ask it: a title, some lines, one action. Each is asked a moment after the one before it. */
export function question(title: string): Question {
  made += 1;
  const about = `${title}\n\nAll checks are green. The change touches the checkout and was reviewed by two people.`;
  const asked = aQuestion(title, undefined, { context: { description: about } });
  const body = delivered({ ...asked, timestamp: new Date(firstAt + made).toISOString() });
  return { id: String(body.id), title, body };
}

export function questions(count: number, title = 'Ship build'): Question[] {
  const run = randomUUID().slice(0, 4);
  return Array.from({ length: count }, (_, n) => question(`${title} ${run}-${n}?`));
}

/** What the server lists to whoever connects. */
export function list(scripted: ScriptedServer, open: readonly Question[]): void {
  scripted.list = {
    notifications: open.map(({ body }) => body),
    pagination: { has_more: false, next_cursor: null },
  };
  for (const { id, body } of open) scripted.one.set(id, body);
}

/** The server closes questions; they leave the inbox. */
export function withdraw(scripted: ScriptedServer, gone: readonly Question[]): void {
  const timestamp = new Date().toISOString();
  for (const { id } of gone) {
    scripted.push(
      JSON.stringify({ type: 'status_update', data: { notification_id: id, status: 'invalidated', timestamp } }),
    );
  }
}
