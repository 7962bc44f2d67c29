import { unreachable } from '#shared/result';
import { type BridgeItem, gotIt, jsonEvidence } from '../item.ts';
import { cut, firstLine, maxDescription, maxTitle } from '../texts.ts';
import { dataOf, partsOf, type Task, textOf } from './task.ts';

/** The one action of a question; its answer becomes a message to the task. */
export const answerAction = {
  id: 'answer',
  label: 'Answer',
  response_type: 'text',
  constraints: { min_length: 1, max_length: 20_000 },
} as const;

/** The item that a task's state asks for (appendix A.6), or undefined while it runs. */
export function itemOfTask(agentName: string, task: Task): BridgeItem | undefined {
  const text = textOf(partsOf(task));
  const words = wordsOf(agentName, task, text);
  if (!words) return undefined;
  const { id, contextId, status } = task;
  const values = dataOf(partsOf(task)).map((value) => ({ description: 'Data from the agent', value }));
  const attachments = jsonEvidence(values);
  return {
    context: {
      title: cut(words.title, maxTitle),
      description: cut(text || words.silent, maxDescription),
      metadata: { task_id: id, ...(contextId === undefined ? {} : { context_id: contextId }), state: status.state },
      ...(attachments.length === 0 ? {} : { attachments }),
    },
    actions: [status.state === 'input-required' ? answerAction : gotIt],
  };
}

/** The title, and what is said where the agent says nothing. */
function wordsOf(agent: string, { status: { state } }: Task, text: string) {
  const about = firstLine(text);
  const with_ = (title: string) => (about === '' ? title : `${title}: ${about}`);
  switch (state) {
    case 'running':
      return undefined;
    case 'input-required':
      return {
        title: about === '' ? `${agent} asks for your input` : `${agent}: ${about}`,
        silent: 'The agent waits for you and did not say what it wants to know.',
      };
    case 'auth-required':
      return {
        title: with_(`${agent} needs you to sign in`),
        silent: 'The agent waits until you have signed in where it works.',
      };
    case 'completed':
      return { title: with_(`${agent} has finished`), silent: 'The task is done.' };
    case 'failed':
      return { title: with_(`${agent} has failed`), silent: 'The task has failed.' };
    case 'canceled':
      return { title: with_(`${agent} has stopped`), silent: 'The task was canceled.' };
    case 'rejected':
      return { title: with_(`${agent} has declined`), silent: 'The agent has rejected the task.' };
    default:
      return unreachable(state);
  }
}
