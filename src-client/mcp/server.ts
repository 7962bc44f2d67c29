import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { CallToolResult, ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { WireAction } from '#shared/protocol/wire/action';
import type { ATPClient } from '../client.ts';
import { ATPError } from '../error.ts';
import type { ActionToSend } from '../notification.ts';
import { Questions, type Standing } from './questions.ts';

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

export type McpOptions = {
  /** Made at the first call, so that the tools are listed although the app does not run yet. */
  connect: () => ATPClient;
  version: string;
  /** How long a call waits unless it says otherwise, in ms: shorter than the 60 s that clients allow by default. */
  waitMs: number;
  progressEveryMs: number;
};

const longestWaitSeconds = 3_600;

const standing = {
  status: z
    .enum(['answered', 'expired', 'withdrawn', 'still_waiting'])
    .describe('Only "answered" is an answer. "still_waiting": ask again with check_answer; never assume one.'),
  notification_id: z.string().describe('The id of the question.'),
  action_id: z.string().optional().describe('The action the person chose.'),
  response_data: z.unknown().optional().describe('The value of that action, by its response type.'),
  reason: z.string().optional(),
};
const late_answers = z
  .array(z.object({ ...standing, title: z.string() }))
  .optional()
  .describe('Earlier questions of yours that have ended meanwhile. Each is told once.');
const id = z.string().min(1).describe('The notification_id of a question you asked.');
const wait_seconds = z
  .number()
  .min(0)
  .max(longestWaitSeconds)
  .optional()
  .describe('How long this call may wait; by default a little under a minute.');
const title = z.string().min(1).max(256).describe('The decision in one line.');
const description = z.string().optional().describe('What the person needs to know, in Markdown. Be concrete.');

/** The tools by which an agent asks people, over MCP. None of them can answer. */
export function createMcpServer({ connect, version, waitMs, progressEveryMs }: McpOptions): McpServer {
  const server = new McpServer({ name: 'triage-inbox', version });
  let made: Questions | undefined;
  const questions = () => {
    made ??= new Questions(connect());
    return made;
  };

  /** Runs one tool: progress while it lasts, what came in late beside its result, failures as words. */
  const run = async (extra: Extra, work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> => {
    const stop = reportProgress(extra, progressEveryMs);
    try {
      const result = await work();
      const inHand = typeof result.notification_id === 'string' ? result.notification_id : undefined;
      const late = await questions().late(inHand);
      return told(late.length > 0 ? { ...result, late_answers: late } : result);
    } catch (thrown) {
      if (!(thrown instanceof ATPError)) throw thrown;
      const path = typeof thrown.details.path === 'string' ? ` (${thrown.details.path})` : '';
      return { isError: true, content: [{ type: 'text', text: `${thrown.message}${path} [${thrown.code}]` }] };
    } finally {
      stop();
    }
  };
  const waiting = (seconds: number | undefined, { signal }: Extra) => ({
    waitMs: seconds === undefined ? waitMs : seconds * 1000,
    signal,
  });

  server.registerTool(
    'ask_human',
    {
      title: 'Ask a person',
      description:
        'Asks the person in charge and waits for the answer. Use it before anything destructive, irreversible or costly, and when only a person can decide. Offer 2 to 4 clear actions; the person picks exactly one.',
      inputSchema: {
        title,
        description,
        project: z.string().optional().describe('Groups questions, such as a repository name.'),
        actions: z.array(WireAction).min(1).describe('The ways to answer.'),
        deadline_minutes: z.number().positive().optional().describe('When an answer comes too late.'),
        metadata: z.record(z.string(), z.unknown()).optional().describe('Facts shown as a table.'),
        wait_seconds,
      },
      outputSchema: { ...standing, late_answers },
    },
    ({ actions, deadline_minutes, wait_seconds: seconds, ...question }, extra) =>
      run(extra, () =>
        questions().ask(
          {
            ...withoutUndefined(question),
            actions: actions as unknown as ActionToSend[],
            ...(deadline_minutes === undefined ? {} : { deadline: new Date(Date.now() + deadline_minutes * 60_000) }),
          },
          waiting(seconds, extra),
        ),
      ),
  );

  server.registerTool(
    'check_answer',
    {
      title: 'Look for an answer',
      description: 'Says how a question you asked stands, and waits for it a while if it is still open.',
      inputSchema: { notification_id: id, wait_seconds },
      outputSchema: { ...standing, late_answers },
      annotations: { readOnlyHint: true },
    },
    ({ notification_id, wait_seconds: seconds }, extra) =>
      run(extra, (): Promise<Standing> => questions().check(notification_id, waiting(seconds, extra))),
  );

  server.registerTool(
    'withdraw_question',
    {
      title: 'Withdraw a question',
      description: 'Takes back a question that needs no answer any more.',
      inputSchema: { notification_id: id, reason: z.string().max(2000).optional().describe('Shown to the person.') },
      outputSchema: { withdrawn: z.boolean(), notification_id: z.string(), late_answers },
    },
    ({ notification_id, reason }, extra) =>
      run(extra, async () => {
        await questions().withdraw(notification_id, reason);
        return { withdrawn: true, notification_id };
      }),
  );

  server.registerTool(
    'notify_human',
    {
      title: 'Tell a person something',
      description: 'Tells the person something that needs no decision. Does not wait.',
      inputSchema: { title, description, project: z.string().optional() },
      outputSchema: { notification_id: z.string(), late_answers },
    },
    (message, extra) =>
      run(extra, async () => ({
        notification_id: await questions().tell({
          ...withoutUndefined(message),
          actions: [{ id: 'seen', label: 'Got it', response_type: 'simple' }],
        }),
      })),
  );

  server.registerTool(
    'list_my_questions',
    {
      title: 'List open questions',
      description: 'Lists the questions of this session that were open when last looked at, with how they stand now.',
      inputSchema: {},
      outputSchema: { questions: z.array(z.object({ ...standing, title: z.string() })), late_answers },
      annotations: { readOnlyHint: true },
    },
    (_none, extra) => run(extra, async () => ({ questions: await questions().mine() })),
  );
  return server;
}

function told(result: Record<string, unknown>): CallToolResult {
  return { structuredContent: result, content: [{ type: 'text', text: JSON.stringify(result) }] };
}

function reportProgress({ _meta, sendNotification, signal }: Extra, everyMs: number): () => void {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let progress = 0;
  const timer = setInterval(() => {
    if (signal.aborted) return;
    progress++;
    const params = { progressToken, progress, message: 'Waiting for the person.' };
    sendNotification({ method: 'notifications/progress', params }).catch(() => clearInterval(timer));
  }, everyMs);
  return () => clearInterval(timer);
}

function withoutUndefined<T extends Record<string, unknown>>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
