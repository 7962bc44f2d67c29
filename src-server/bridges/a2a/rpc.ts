import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result';
import { userAgent } from '../../webhooks/attempt.ts';
import { type AttemptOutcome, reach, type Way } from '../../webhooks/reach.ts';
import type { A2aSettings } from '../settings.ts';
import { replyJson } from './reply-json.ts';

/** The largest reply that is read, bytes. */
const maxReplyBytes = 4 * 1024 * 1024;

/** The agent's own error for a task it does not know (appendix A.2), and the one of JSON-RPC for its own faults. */
const unknownTask = -32001;
const internalError = -32603;

/** Why a call led to nothing: `outcome` says whether it is worth another try. */
export type RpcFailure = { unknownTask: boolean; outcome: AttemptOutcome };

const RpcReply = z.union([
  z.object({ error: z.object({ code: z.number(), message: z.string().catch('') }) }),
  z.object({ result: z.unknown() }),
]);

/** A JSON-RPC request as bytes. */
export function rpcRequest(id: string, method: string, params: object): Buffer {
  return Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params }), 'utf8');
}

/** Posts a JSON-RPC request to an agent and returns the result in its reply. */
export async function callAgent(
  { endpoint, dialect }: Pick<A2aSettings, 'endpoint' | 'dialect'>,
  body: Buffer,
  way: Omit<Way, 'now'>,
): Promise<Result<unknown, RpcFailure>> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': userAgent,
    ...(dialect === '1.0' ? { 'a2a-version': '1.0' } : {}),
  };
  const outcome = await reach(endpoint, { method: 'POST', headers, body, mostReplyBytes: maxReplyBytes }, way);
  if (outcome.kind !== 'answered' || outcome.status < 200 || outcome.status > 299) {
    return fail({ unknownTask: false, outcome });
  }
  const reply = RpcReply.safeParse(replyJson(outcome.body));
  if (!reply.success) return failed('The reply is not JSON-RPC.');
  if (!('error' in reply.data)) return ok(reply.data.result);
  const { code, message } = reply.data.error;
  const said = `The agent refused it: ${message.slice(0, 200)} (${code})`;
  if (code === internalError) return failed(said);
  return fail({ unknownTask: code === unknownTask, outcome: { kind: 'refused', message: said } });
}

function failed(message: string) {
  return fail({ unknownTask: false, outcome: { kind: 'failed', message } as const });
}
