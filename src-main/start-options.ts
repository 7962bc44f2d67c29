import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type NetworkEnvironment, readNetworkEnvironment } from '#main/network/network-environment';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { type Language, spokenLanguages } from '#shared/words/language';

const Url = z.url({ protocol: /^https?$/ });
const empty = (value: unknown) => (value === '' ? undefined : value);

const Environment = z.object({
  TRIAGE_DATA_DIR: z.preprocess(empty, z.string().optional()),
  TRIAGE_SERVER_URL: z.preprocess(empty, Url.optional()).catch(undefined),
  TRIAGE_SERVER_TOKEN: z.preprocess(empty, z.string().optional()),
  TRIAGE_DEV_SERVER_URL: z.preprocess(empty, Url.optional()).catch(undefined),
  TRIAGE_LANGUAGE: z.preprocess(empty, z.enum(spokenLanguages).optional()).catch(undefined),
  ATP_LIMITS: z.preprocess(empty, z.string().optional()),
  XDG_CONFIG_HOME: z.preprocess(empty, z.string().optional()),
  APPDATA: z.preprocess(empty, z.string().optional()),
});

/** An account for this run only; its token is never stored (design.md 2). */
export type RunAccount = { id: AccountId; url: string; token: string };

/** What a link asks for: an item, in one account when it names one. A link never carries an answer. */
export type ItemLink = { id: NotificationId; account: AccountId | undefined };

export type StartOptions = {
  dataFolder: string;
  hidden: boolean;
  runAccount: RunAccount | undefined;
  devServerUrl: string | undefined;
  /** `ATP_LIMITS` for the server that comes with the app, as it was given; the server reads it. */
  serverLimits: string | undefined;
  /** Spoken instead of the system's language; a test of layouts may take one that nobody can choose. */
  language: Language | undefined;
  network: NetworkEnvironment;
  link: ItemLink | undefined;
};

/** The machine as it was found at the root. */
export type Surroundings = {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  platform: string;
  home: string;
  isPackaged: boolean;
};

/** Reads the command line and the environment, once. What cannot be read is left out. */
export function readStartOptions({ argv, env, platform, home, isPackaged }: Surroundings): StartOptions {
  const found = Environment.parse(env);
  const { TRIAGE_SERVER_URL: url, TRIAGE_SERVER_TOKEN: token } = found;
  return {
    dataFolder: dataFolderOf(found, platform, home),
    hidden: argv.includes('--hidden'),
    runAccount: url && token ? { id: accountIdOfUrl(url), url: withoutCredentials(url), token } : undefined,
    devServerUrl: isPackaged ? undefined : found.TRIAGE_DEV_SERVER_URL,
    serverLimits: found.ATP_LIMITS,
    language: found.TRIAGE_LANGUAGE,
    network: readNetworkEnvironment(env),
    link: linkIn(argv),
  };
}

function dataFolderOf(env: z.infer<typeof Environment>, platform: string, home: string): string {
  return env.TRIAGE_DATA_DIR ? resolve(env.TRIAGE_DATA_DIR) : usualDataFolder(env, platform, home);
}

/** Where the data is when nobody moves it (design.md 2). */
export function usualDataFolder(
  env: { XDG_CONFIG_HOME?: string | undefined; APPDATA?: string | undefined },
  platform: string,
  home: string,
): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Triage Inbox');
    case 'win32':
      return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Triage Inbox');
    default:
      return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'triage-inbox');
  }
}

/** The same URL gives the same id, so that items and answers of an earlier run go on. */
export function accountIdOfUrl(url: string): AccountId {
  const { host } = new URL(url);
  const plain = withoutCredentials(url).replace(/\/+$/, '');
  const digest = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  return AccountId.parse(`${host.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 48)}-${digest}`);
}

function withoutCredentials(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname === '/' ? '' : pathname}`;
}

/** The last `triage-inbox://notification/<id>[?account=…]` among the arguments, if there is one. */
export function linkIn(argv: readonly string[]): ItemLink | undefined {
  return argv.map(parseLink).findLast((link) => link !== undefined);
}

/** Reads a `triage-inbox:` link; undefined when it is anything else. */
export function parseLink(text: string): ItemLink | undefined {
  if (!text.startsWith('triage-inbox:') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.host !== 'notification') return undefined;
  const id = NotificationId.safeParse(decoded(url.pathname.slice(1)));
  const account = AccountId.safeParse(url.searchParams.get('account'));
  if (!id.success || (url.searchParams.has('account') && !account.success)) return undefined;
  return { id: id.data, account: account.data };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
