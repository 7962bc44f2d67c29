import type { AskingEvent } from './input.ts';

/** The tool runs with this input. Tools that wait for a person need it with the consent, even unchanged. */
export function allowed(event: AskingEvent, updatedInput?: object, updatedPermissions?: readonly unknown[]): object {
  const input = updatedInput === undefined ? {} : { updatedInput };
  if (event.hook_event_name === 'PreToolUse') return specific(event, { permissionDecision: 'allow', ...input });
  const permissions = updatedPermissions === undefined ? {} : { updatedPermissions };
  return specific(event, { decision: { behavior: 'allow', ...input, ...permissions } });
}

/** The tool does not run, and the agent reads why. */
export function denied(event: AskingEvent, message: string): object {
  if (event.hook_event_name === 'PreToolUse') {
    return specific(event, { permissionDecision: 'deny', permissionDecisionReason: message });
  }
  return specific(event, { decision: { behavior: 'deny', message } });
}

export function specific({ hook_event_name }: { hook_event_name: string }, fields: object): object {
  return { hookSpecificOutput: { hookEventName: hook_event_name, ...fields } };
}
