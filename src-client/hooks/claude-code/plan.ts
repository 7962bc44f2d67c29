import { commonOf, denial, type Origin, reasonOf } from '../permission.ts';
import { nothing, type Step } from '../step.ts';
import { contentOf } from '../tool-call.ts';
import { oneLine, textEvidence } from '../words.ts';
import type { AskingEvent } from './input.ts';
import { allowed, denied } from './output.ts';
import { rememberings } from './suggestions.ts';

const longestPlan = 256 * 1024;

/** A plan to review: approved it runs, else the agent keeps planning with what the person says. */
export function reviewPlan(event: AskingEvent, origin: Origin): Step {
  const { tool_input, tool_name, tool_use_id } = event;
  const { plan } = tool_input;
  if (typeof plan !== 'string' || plan.trim() === '' || plan.length > longestPlan) return nothing;
  const remembered =
    event.hook_event_name === 'PermissionRequest' ? rememberings(event.permission_suggestions, 'Approve') : [];
  const heading = /^\s*#*\s*(.+)$/m.exec(plan)?.[1] ?? '';
  return {
    do: 'ask',
    call: {
      session: origin.session,
      subagent: origin.subagent,
      toolUse: tool_use_id,
      content: contentOf(tool_name, tool_input),
    },
    questions: [
      {
        ...commonOf(origin, tool_name),
        title: `Approve the plan: ${oneLine(heading)}?`,
        attachments: [textEvidence('text/markdown', 'plan.md', plan)],
        actions: [
          { id: 'approve', label: 'Approve the plan', response_type: 'simple' },
          ...remembered.map(({ action }) => action),
          denial('Keep planning', 'What should change?'),
        ],
      },
    ],
    answer: ([chosen]) => {
      if (chosen?.action_id === 'approve') return allowed(event, tool_input);
      if (chosen?.action_id === 'deny') {
        return denied(event, reasonOf(chosen.response_data, 'The person wants you to keep planning.'));
      }
      const rule = remembered.find(({ action }) => action.id === chosen?.action_id);
      return rule && allowed(event, tool_input, [rule.raw]);
    },
  };
}
