import type { Ending } from '../status.ts';

/**
 * The answer as a script reads it: the action's id when the action has no value; the value alone when there was only one
 * action to take; else the id, a space and the value. Several chosen options stand on lines of their own.
 */
export function answerLine(
  { action_id, response_data }: Extract<Ending, { status: 'answered' }>,
  actions: number | undefined,
): string {
  if (response_data === null || response_data === undefined) return action_id;
  const value = Array.isArray(response_data)
    ? response_data.join('\n')
    : typeof response_data === 'object'
      ? JSON.stringify(response_data)
      : String(response_data);
  return actions === 1 ? value : `${action_id} ${value}`;
}

/** The whole ending as one line of JSON, for `--json`. */
export function endingJson(ending: Ending): string {
  const { notification, ...facts } = ending;
  const { notification_id, responder, metadata } = notification;
  return JSON.stringify({ notification_id, ...facts, ...(responder ? { responder } : {}), metadata });
}
