import { z } from 'zod';
import { isObject } from '#shared/protocol/json-shape';
import { digestOf } from '../../keys/digest.ts';

/** The states of a task that matter here (appendix A.4); `running` is every state in which nobody is asked for anything. */
export type TaskState =
  | 'running'
  | 'input-required'
  | 'auth-required'
  | 'completed'
  | 'failed'
  | 'canceled'
  | 'rejected';

const stateNames: Record<string, TaskState> = {
  'input-required': 'input-required',
  'auth-required': 'auth-required',
  completed: 'completed',
  failed: 'failed',
  canceled: 'canceled',
  cancelled: 'canceled',
  rejected: 'rejected',
};

/** `TASK_STATE_INPUT_REQUIRED` and `input-required` are the same. */
const State = z.string().transform((name): TaskState => {
  const plain = name.replace(/^TASK_STATE_/, '').toLowerCase();
  return stateNames[plain.replaceAll('_', '-')] ?? 'running';
});

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Message = z.object({ messageId: optional(z.string()), parts: z.array(z.unknown()).catch([]) });

/** A task as `tasks/get` gives it, in either wire form (appendices A.3 to A.5). */
export const Task = z.object({
  id: z.string(),
  contextId: optional(z.string().max(256)),
  status: z.object({ state: State, message: optional(Message), timestamp: optional(z.string()) }),
  artifacts: z.array(z.object({ parts: z.array(z.unknown()).catch([]) })).catch([]),
  history: z.array(z.object({ messageId: optional(z.string()) })).catch([]),
});
export type Task = z.infer<typeof Task>;

/** What the agent says with its state, or, when the task has ended without a word, with what it made. */
export function partsOf({ status, artifacts }: Task): unknown[] {
  const said = status.message?.parts ?? [];
  return said.length > 0 || status.state !== 'completed' ? said : artifacts.flatMap(({ parts }) => parts);
}

/** The texts among parts, a blank line between them. */
export function textOf(parts: readonly unknown[]): string {
  const texts = parts.flatMap((part) => (isObject(part) && typeof part.text === 'string' ? [part.text] : []));
  return texts.join('\n\n').trim();
}

/** The structured values among parts. */
export function dataOf(parts: readonly unknown[]): unknown[] {
  return parts.flatMap((part) => (isObject(part) && part.data !== undefined && part.data !== null ? [part.data] : []));
}

/**
 * Tells one state of a task from the next, also when it asks twice: by the id of the agent's message, else by its time. A
 * task that runs or has ended is always the same.
 */
export function markOf(task: Task): string {
  const { state, message, timestamp } = task.status;
  if (state !== 'input-required' && state !== 'auth-required') return state;
  const about = [message?.messageId ?? timestamp ?? null, textOf(partsOf(task))];
  return `${state} ${digestOf(JSON.stringify(about)).toString('hex')}`;
}
