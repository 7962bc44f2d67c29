import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LocalServerFile } from '#shared/embedded/messages';
import { ATPError } from '../error.ts';
import { dataFolderOf, type Surroundings } from './data-folder.ts';

/** Where a server is and with which key it is asked. `from` says in words where that was found. */
export type Endpoint = { url: string; apiKey: string; webhookSecret: string | undefined; from: string };

export type EndpointWishes = {
  url?: string | undefined;
  apiKey?: string | undefined;
  webhookSecret?: string | undefined;
};

/** This machine and this process. */
export function surroundings(): Surroundings {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/**
 * Finds the server to ask: what the call says, else `ATP_SERVER_URL` and `ATP_API_KEY`, else the app that runs on this
 * machine (`local-server.json`). A key is never sent to a server that it was not given for: the file's key goes with the
 * file's address only. Throws an `ATPError` of code `NO_SERVER` or `NO_KEY` that says what to do.
 */
export function findEndpoint(wishes: EndpointWishes = {}, around: Surroundings = surroundings()): Endpoint {
  const { env } = around;
  const url = wishes.url || env.ATP_SERVER_URL || undefined;
  const apiKey = wishes.apiKey || env.ATP_API_KEY || undefined;
  const webhookSecret = wishes.webhookSecret || env.ATP_WEBHOOK_SECRET || undefined;
  if (url && apiKey) {
    return { url: checkedUrl(url), apiKey, webhookSecret, from: wishes.url ? 'the call' : 'ATP_SERVER_URL' };
  }
  const file = join(dataFolderOf(around), 'local-server.json');
  const local = readLocalServer(file);
  if (url && local && sameServer(url, local.url)) return fromFile(local, file, wishes);
  if (url) {
    throw new ATPError({
      code: 'NO_KEY',
      message: `No key for ${url}: set ATP_API_KEY to the key of your service.`,
    });
  }
  if (!local) {
    throw new ATPError({
      code: 'NO_SERVER',
      message: `Triage Inbox does not run here (there is no ${file}), and ATP_SERVER_URL is not set. Start the app, or set ATP_SERVER_URL and ATP_API_KEY.`,
    });
  }
  return { ...fromFile(local, file, wishes), ...(apiKey ? { apiKey } : {}) };
}

function fromFile(local: LocalServerFile, file: string, { webhookSecret }: EndpointWishes): Endpoint {
  return {
    url: checkedUrl(local.url),
    apiKey: local.api_key,
    webhookSecret: webhookSecret ?? local.webhook_secret,
    from: file,
  };
}

/** The file that the running app writes; undefined when there is none or it cannot be read. */
export function readLocalServer(file: string): LocalServerFile | undefined {
  try {
    return LocalServerFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function sameServer(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new ATPError({ code: 'BAD_URL', message: `Not the address of a server: ${text}` });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
