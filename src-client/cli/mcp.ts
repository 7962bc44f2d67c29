import { z } from 'zod';
import { ATPClient } from '../client.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, UsageError } from './io.ts';

const WaitSeconds = z.coerce.number().min(1).max(3_600).default(50);

/** `atp mcp`: the MCP server on standard input and output, until its client leaves. */
export async function mcp(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) throw new UsageError('atp mcp takes no arguments.');
  const wait = WaitSeconds.safeParse(io.env.ATP_MCP_WAIT_SECONDS || undefined);
  if (!wait.success) throw new UsageError('ATP_MCP_WAIT_SECONDS is a number of seconds from 1 to 3600.');
  const [{ createMcpServer }, { StdioServerTransport }] = await Promise.all([
    import('../mcp/server.ts'),
    import('@modelcontextprotocol/sdk/server/stdio.js'),
  ]);
  const server = createMcpServer({
    connect: () => new ATPClient(findEndpoint({}, io)),
    version: '0.1.0',
    waitMs: wait.data * 1000,
    progressEveryMs: 15_000,
  });
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    io.stdin.once('end', resolve);
    io.interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.connect(new StdioServerTransport(io.stdin, io.stdout));
  await ended;
  await server.close();
  return exitCode.answered;
}
