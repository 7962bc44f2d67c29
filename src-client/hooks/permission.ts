import type { ActionToSend } from '../notification.ts';
import { projectOf } from './repository.ts';
import type { Question } from './step.ts';
import { shownCall, type ToolCall } from './tool-call.ts';
import { quoted } from './words.ts';

/** Where a question comes from, as its facts. */
export type Origin = { agent: string; cwd: string; session: string; subagent?: string | undefined };

/** What is the same in every question of one event. */
export function commonOf({ agent, cwd, session, subagent }: Origin, tool: string | undefined) {
  const project = projectOf(cwd);
  const metadata = {
    agent,
    ...(tool === undefined ? {} : { tool }),
    cwd,
    session,
    ...(subagent === undefined ? {} : { subagent }),
  };
  return { ...(project === undefined ? {} : { project }), metadata };
}

/** Denies; what is typed goes back to the agent. */
export function denial(label: string, placeholder: string): ActionToSend {
  return { id: 'deny', label, response_type: 'text', constraints: { max_length: 4_000, placeholder } };
}

/** The reason as the person typed it, or that there is none. */
export function reasonOf(data: unknown, otherwise: string): string {
  return typeof data === 'string' && data.trim() !== '' ? data : otherwise;
}

/** A permission request as a question: allow once, the remembering ways to allow, deny. Undefined: not to be shown whole. */
export function permissionQuestion(
  origin: Origin,
  call: ToolCall,
  remembering: readonly ActionToSend[],
): Question | undefined {
  const shown = shownCall(call);
  if (!shown) return undefined;
  const flags = shown.isDestructive ? ['destructive'] : [];
  return {
    ...commonOf(origin, call.tool),
    title: `${shown.title}?`,
    description: shown.note === undefined ? '' : quoted(shown.note),
    attachments: [shown.evidence],
    actions: [
      { id: 'allow_once', label: 'Allow once', response_type: 'simple', flags },
      ...remembering.map((action) => ({ ...action, flags: [...(action.flags ?? []), ...flags] })),
      denial('Deny, and say why', 'What should it do instead?'),
    ],
  };
}
