import type { AttachmentToSend, NotificationToSend } from '../notification.ts';

/** A question of an agent, without the id and the deadline that every one of them gets when it is sent. */
export type Question = Pick<NotificationToSend, 'title' | 'description' | 'project' | 'metadata' | 'actions'> & {
  attachments?: readonly AttachmentToSend[];
};

/** What the person chose, read from whatever server there is. */
export type Chosen = { action_id: string; response_data: unknown };

/** By what an open question is found again when the agent goes on without us. */
export type Call = {
  session: string;
  /** Set inside a subagent: the end of the main turn is not its end. */
  subagent?: string | undefined;
  /** The tool call, by its id where the event has one. */
  toolUse?: string | undefined;
  /** What is asked for, by its content: permission requests have no id. */
  content?: string | undefined;
};

/** Which open questions need no answer any more. */
export type Settled =
  | { what: 'call'; call: Call }
  /** The turn of the main agent, or of one subagent, is over. */
  | { what: 'turn'; session: string; subagent?: string | undefined }
  | { what: 'session'; session: string };

/** What a hook does about one event. `answer` makes what goes back to the agent; undefined leaves it to the agent's own prompt. */
export type Step =
  | { do: 'ask'; call: Call; questions: readonly Question[]; answer: (chosen: readonly Chosen[]) => object | undefined }
  | { do: 'settle'; settled: Settled }
  | { do: 'nothing' };

export const nothing: Step = { do: 'nothing' };

/** One coding agent: reads its event and says what to do. Anything it does not know is `nothing`. */
export type Agent = { name: string; stepFor: (event: unknown) => Step };
