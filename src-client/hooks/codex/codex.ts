import { z } from 'zod';
import { unreachable } from '#shared/result';
import { permissionQuestion, reasonOf } from '../permission.ts';
import { type Agent, nothing, type Step } from '../step.ts';
import { contentOf } from '../tool-call.ts';

const id = z.string().min(1).max(500);
const common = {
  session_id: id,
  cwd: z.string().max(4_096).catch(''),
  agent_id: id.nullish().catch(undefined),
  agent_type: z.string().max(200).nullish().catch(undefined),
};
const tool = { tool_name: id, tool_input: z.record(z.string(), z.unknown()), tool_use_id: id.optional() };

/** The events of Codex that mean something to us (its hooks page, and the schemas in its repository). */
const CodexEvent = z.discriminatedUnion('hook_event_name', [
  z.object({ hook_event_name: z.literal('PermissionRequest'), ...common, ...tool }),
  z.object({ hook_event_name: z.literal('PostToolUse'), ...common, ...tool }),
  z.object({ hook_event_name: z.literal('UserPromptSubmit'), ...common }),
  z.object({ hook_event_name: z.literal('Stop'), ...common }),
  z.object({ hook_event_name: z.literal('Interrupt'), ...common }),
  z.object({ hook_event_name: z.literal('SubagentStop'), ...common }),
  z.object({ hook_event_name: z.literal('SessionEnd'), ...common }),
]);
type CodexEvent = z.infer<typeof CodexEvent>;

const name = 'Codex';

export const codex: Agent = {
  name,
  stepFor: (raw) => {
    const event = CodexEvent.safeParse(raw).data;
    return event ? stepFor(event) : nothing;
  },
};

function stepFor(event: CodexEvent): Step {
  const { session_id: session, cwd } = event;
  const subagent = event.agent_id ?? undefined;
  switch (event.hook_event_name) {
    case 'PermissionRequest': {
      const { tool_name, tool_input, tool_use_id: toolUse } = event;
      const agent = event.agent_type ? `${name}, ${event.agent_type}` : name;
      const question = permissionQuestion(
        { agent, cwd, session, subagent },
        { tool: tool_name, input: tool_input, cwd },
        [], // it refuses to be told rules by a hook
      );
      if (!question) return nothing;
      return {
        do: 'ask',
        call: { session, subagent, toolUse, content: contentOf(tool_name, tool_input) },
        questions: [question],
        answer: ([chosen]) => decisionFor(chosen),
      };
    }
    case 'PostToolUse': {
      const { tool_name, tool_input, tool_use_id: toolUse } = event;
      const call = { session, subagent, toolUse, content: contentOf(tool_name, tool_input) };
      return { do: 'settle', settled: { what: 'call', call } };
    }
    case 'UserPromptSubmit':
    case 'Stop':
    case 'Interrupt':
      return { do: 'settle', settled: { what: 'turn', session } };
    case 'SubagentStop':
      return { do: 'settle', settled: { what: 'turn', session, subagent } };
    case 'SessionEnd':
      return { do: 'settle', settled: { what: 'session', session } };
    default:
      return unreachable(event);
  }
}

function decisionFor(chosen: { action_id: string; response_data: unknown } | undefined): object | undefined {
  const decided = (decision: object) => ({ hookSpecificOutput: { hookEventName: 'PermissionRequest', decision } });
  if (chosen?.action_id === 'allow_once') return decided({ behavior: 'allow' });
  if (chosen?.action_id !== 'deny') return undefined;
  const message = reasonOf(chosen.response_data, 'The person denied this and gave no reason.');
  return decided({ behavior: 'deny', message });
}
