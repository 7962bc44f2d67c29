import { z } from 'zod';

const id = z.string().min(1).max(500);

const common = {
  session_id: id,
  cwd: z.string().max(4_096).catch(''),
  agent_id: id.optional().catch(undefined),
  agent_type: z.string().max(200).optional().catch(undefined),
};
const tool = { tool_name: id, tool_input: z.record(z.string(), z.unknown()), tool_use_id: id.optional() };

const event = <N extends string, F extends z.ZodRawShape>(name: N, fields: F) =>
  z.object({ hook_event_name: z.literal(name), ...common, ...fields });

const elicited = { mcp_server_name: id, elicitation_id: id.nullish(), message: z.string().catch('') };

/** The events of Claude Code that mean something to us (hooks reference of 2.1.240). All others are none of these. */
export const ClaudeCodeEvent = z.discriminatedUnion('hook_event_name', [
  event('PermissionRequest', { ...tool, permission_suggestions: z.array(z.unknown()).catch([]) }),
  event('PreToolUse', tool),
  event('PostToolUse', tool),
  event('PostToolUseFailure', tool),
  event('PermissionDenied', tool),
  event('Elicitation', { ...elicited, mode: z.string().nullish(), requested_schema: z.unknown() }),
  event('ElicitationResult', elicited),
  event('UserPromptSubmit', {}),
  event('Stop', {}),
  event('SubagentStop', {}),
  event('SessionEnd', {}),
]);
export type ClaudeCodeEvent = z.infer<typeof ClaudeCodeEvent>;
export type ClaudeCodeEventOf<N extends ClaudeCodeEvent['hook_event_name']> = Extract<
  ClaudeCodeEvent,
  { hook_event_name: N }
>;
/** The two events in which a tool waits for a person. */
export type AskingEvent = ClaudeCodeEventOf<'PermissionRequest' | 'PreToolUse'>;
