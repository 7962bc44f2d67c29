/** What an agent runs at an event, in the shape that Claude Code and Codex share. */
export type Handler = {
  type: 'command';
  command: string;
  args?: string[];
  timeout: number;
  async?: true;
  statusMessage?: string;
};
export type HookEntry = { event: string; group: { matcher?: string; hooks: [Handler] } };

export type AgentName = 'claude-code' | 'codex';

/** How this program is started, and on which system. */
export type Program = { command: readonly [node: string, script: string]; platform: string };

/** The agent waits a little longer than our hook, so that the hook always ends by itself. */
const marginSeconds = 30;
const statusMessage = 'Asking in Triage Inbox';

/** The hooks that `atp install` registers. */
export function hookEntries(agent: AgentName, program: Program): HookEntry[] {
  const asking = (event: string, waitSeconds: number, matcher?: string): HookEntry => {
    const command = commandOf(program, ['hook', agent, '--wait', String(waitSeconds)]);
    const handler: Handler = { type: 'command', ...command, timeout: waitSeconds + marginSeconds, statusMessage };
    return { event, group: { ...(matcher === undefined ? {} : { matcher }), hooks: [handler] } };
  };
  const settling = (event: string, how: { async?: true } = {}): HookEntry => ({
    event,
    group: { hooks: [{ type: 'command', ...commandOf(program, ['hook', agent]), timeout: 10, ...how }] },
  });
  switch (agent) {
    case 'codex':
      // Its own prompt comes only when the hook has ended.
      return [asking('PermissionRequest', 570), settling('UserPromptSubmit'), settling('Stop')];
    case 'claude-code': {
      const beside = [
        'PostToolUse',
        'PostToolUseFailure',
        'ElicitationResult',
        'UserPromptSubmit',
        'Stop',
        'SubagentStop',
      ];
      return [
        // Its own dialog is open beside: that may take long. Questions have an event of their own.
        asking('PermissionRequest', 3_570, '^(?!AskUserQuestion$)'),
        asking('PreToolUse', 570, 'AskUserQuestion'),
        asking('Elicitation', 570),
        ...beside.map((event) => settling(event, { async: true })),
        settling('SessionEnd'),
      ];
    }
  }
}

/** A shell command, except on Windows: there it may be run by Bash or by PowerShell, which quote differently. */
function commandOf({ command, platform }: Program, args: string[]): Pick<Handler, 'command' | 'args'> {
  const [node, script] = command;
  if (platform === 'win32') return { command: node, args: [script, ...args] };
  const quoted = command.map((path) => `'${path.replaceAll("'", `'\\''`)}'`);
  return { command: [...quoted, ...args].join(' ') };
}

/** Whether a handler is one of ours: the command itself is the mark, since JSON has no comments. */
export function isOurs(handler: unknown, agent: AgentName): boolean {
  if (typeof handler !== 'object' || handler === null || !('command' in handler)) return false;
  const args = 'args' in handler && Array.isArray(handler.args) ? handler.args : [];
  return new RegExp(`\\batp(\\.mjs)?['"]? hook ${agent}\\b`).test([handler.command, ...args].join(' '));
}
