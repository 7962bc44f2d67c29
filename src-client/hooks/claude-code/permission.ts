import { type Origin, permissionQuestion, reasonOf } from '../permission.ts';
import { nothing, type Step } from '../step.ts';
import { contentOf } from '../tool-call.ts';
import type { ClaudeCodeEventOf } from './input.ts';
import { allowed, denied } from './output.ts';
import { rememberings } from './suggestions.ts';

/** A tool that may not run yet. */
export function askPermission(event: ClaudeCodeEventOf<'PermissionRequest'>, origin: Origin): Step {
  const { tool_name: tool, tool_input: input, tool_use_id: toolUse } = event;
  const remembered = rememberings(event.permission_suggestions, 'Allow');
  const question = permissionQuestion(
    origin,
    { tool, input, cwd: event.cwd },
    remembered.map(({ action }) => action),
  );
  if (!question) return nothing;
  return {
    do: 'ask',
    call: { session: origin.session, subagent: origin.subagent, toolUse, content: contentOf(tool, input) },
    questions: [question],
    answer: ([chosen]) => {
      if (chosen?.action_id === 'allow_once') return allowed(event);
      if (chosen?.action_id === 'deny') {
        return denied(event, reasonOf(chosen.response_data, 'The person denied this and gave no reason.'));
      }
      const rule = remembered.find(({ action }) => action.id === chosen?.action_id);
      return rule && allowed(event, undefined, [rule.raw]);
    },
  };
}
