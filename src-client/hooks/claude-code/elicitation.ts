import { z } from 'zod';
import type { ActionToSend } from '../../notification.ts';
import { commonOf, type Origin } from '../permission.ts';
import { nothing, type Step } from '../step.ts';
import { oneLine, quoted } from '../words.ts';
import { actionFor } from './form-field.ts';
import type { ClaudeCodeEventOf } from './input.ts';
import { specific } from './output.ts';

const Form = z.object({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()) });

/** An MCP server asks: answered here when its form has one field that one typed action asks for, or none. */
export function answerElicitation(event: ClaudeCodeEventOf<'Elicitation'>, origin: Origin): Step {
  const { mcp_server_name: server, message, mode, requested_schema } = event;
  const form = Form.safeParse(requested_schema).data;
  if ((mode ?? 'form') !== 'form' || !form) return nothing;
  const [field, ...others] = Object.entries(form.properties);
  if (others.length > 0) return nothing;
  const answer: ActionToSend | undefined = field
    ? actionFor(...field)
    : { id: 'answer', label: 'Accept', response_type: 'simple' };
  if (!answer) return nothing;
  const title = `${oneLine(server, 60)} asks: ${oneLine(message)}`;
  return {
    do: 'ask',
    call: { session: origin.session, subagent: origin.subagent, content: elicitationContent(event) },
    questions: [
      {
        ...commonOf(origin, `MCP server ${oneLine(server, 60)}`),
        title,
        description: title.endsWith(`: ${message}`) ? '' : quoted(message),
        actions: [answer, { id: 'decline', label: 'Decline', response_type: 'simple' }],
      },
    ],
    answer: ([chosen]) => {
      if (chosen?.action_id === 'decline') return specific(event, { action: 'decline' });
      if (chosen?.action_id !== 'answer') return undefined;
      const content = field ? Object.fromEntries([[field[0], chosen.response_data]]) : {};
      return specific(event, { action: 'accept', content });
    },
  };
}

/** The id of an elicitation where it has one, else its server: a server asks one thing at a time. */
export function elicitationContent({
  mcp_server_name,
  elicitation_id,
}: ClaudeCodeEventOf<'Elicitation' | 'ElicitationResult'>): string {
  return `elicitation ${JSON.stringify([mcp_server_name, elicitation_id ?? null])}`;
}
