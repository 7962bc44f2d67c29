import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ServiceListing } from '#shared/protocol/service';
import { call } from '../call.ts';
import { ATPClient } from '../client.ts';
import { findEndpoint } from '../where/endpoint.ts';
import { exitCode } from './exit-codes.ts';
import { type Io, print, say, UsageError } from './io.ts';

const options = {
  name: { type: 'string' },
  description: { type: 'string' },
  callback: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * `atp services [list|register]`: for whoever runs a server, with its `ATP_ADMIN_TOKEN`. The app's own server has its
 * services in Settings; its token is never written down.
 */
export async function services(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = read(args);
  const [verb = 'list', ...more] = positionals;
  if (more.length > 0 || !['list', 'register'].includes(verb))
    throw new UsageError('Say atp services list, or atp services register.');
  const adminToken = io.env.ATP_ADMIN_TOKEN;
  if (!adminToken) {
    throw new UsageError(
      'Set ATP_ADMIN_TOKEN to the token of the server. The services of the app itself are in its Settings.',
    );
  }
  const url = io.env.ATP_SERVER_URL || findEndpoint({}, io).url;
  const client = new ATPClient({ url, apiKey: adminToken });
  if (verb === 'register') {
    if (!values.name) throw new UsageError('atp services register needs --name.');
    const callback_url = values.callback ?? null;
    const made = await client.registerService(
      { name: values.name, description: values.description ?? '', callback_url },
      adminToken,
    );
    print(io, JSON.stringify(made, null, 2));
    say(io, 'Keep the key: it is shown this once.');
    return exitCode.answered;
  }
  const Listing = z.object({ services: z.array(ServiceListing) });
  const { services: all } = await call(fetch, Listing, {
    url: client.url,
    token: adminToken,
    method: 'GET',
    path: '/admin/services',
    timeoutMs: 15_000,
  });
  for (const one of all) {
    print(
      io,
      values.json
        ? JSON.stringify(one)
        : [one.service_id, one.status, one.name, one.callback_url ?? 'no callback'].join('\t'),
    );
  }
  return exitCode.answered;
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
