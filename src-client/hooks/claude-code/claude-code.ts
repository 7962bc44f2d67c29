import { unreachable } from '#shared/result';
import type { Origin } from '../permission.ts';
import { type Agent, nothing, type Step } from '../step.ts';
import { contentOf } from '../tool-call.ts';
import { answerElicitation, elicitationContent } from './elicitation.ts';
import { ClaudeCodeEvent } from './input.ts';
import { askPermission } from './permission.ts';
import { reviewPlan } from './plan.ts';
import { askQuestions } from './questions.ts';

const name = 'Claude Code';

export const claudeCode: Agent = {
  name,
  stepFor: (raw) => {
    const event = ClaudeCodeEvent.safeParse(raw).data;
    return event ? stepFor(event) : nothing;
  },
};

function stepFor(event: ClaudeCodeEvent): Step {
  const { session_id: session, agent_id: subagent, agent_type, cwd } = event;
  const origin: Origin = { agent: agent_type === undefined ? name : `${name}, ${agent_type}`, cwd, session, subagent };
  switch (event.hook_event_name) {
    case 'PermissionRequest':
    case 'PreToolUse':
      if (event.tool_name === 'AskUserQuestion') return askQuestions(event, origin);
      if (event.tool_name === 'ExitPlanMode') return reviewPlan(event, origin);
      // Before each use of a tool nobody has to be asked yet.
      return event.hook_event_name === 'PermissionRequest' ? askPermission(event, origin) : nothing;
    case 'Elicitation':
      return answerElicitation(event, origin);
    case 'PostToolUse':
    case 'PostToolUseFailure':
    case 'PermissionDenied': {
      const { tool_name, tool_input, tool_use_id: toolUse } = event;
      const call = { session, subagent, toolUse, content: contentOf(tool_name, tool_input) };
      return { do: 'settle', settled: { what: 'call', call } };
    }
    case 'ElicitationResult':
      return { do: 'settle', settled: { what: 'call', call: { session, content: elicitationContent(event) } } };
    case 'UserPromptSubmit':
    case 'Stop':
      return { do: 'settle', settled: { what: 'turn', session } };
    case 'SubagentStop':
      return { do: 'settle', settled: { what: 'turn', session, subagent } };
    case 'SessionEnd':
      return { do: 'settle', settled: { what: 'session', session } };
    default:
      return unreachable(event);
  }
}
