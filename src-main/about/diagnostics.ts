import { createHash } from 'node:crypto';
import type { Versions } from '#shared/about/about';
import type { AccountView, AppState } from '#shared/inbox/app-state';
import type { Settings } from '#shared/inbox/settings';
import type { LoggedTrouble } from './log-tail.ts';

export type DiagnosticFacts = {
  versions: Versions;
  state: AppState;
  inFlight: number;
  troubles: LoggedTrouble[];
  /** The data folder that the app has when nobody moves it. */
  usualFolder: string;
  /** In ms. */
  now: number;
};

/**
 * What helps to find a fault, as JSON to paste into a report. Every field is picked by hand: numbers, states, and words
 * that this app chose itself. No token, key, title, name, path, address or word that a server or a person wrote.
 */
export function diagnosticsOf({ versions, state, inFlight, troubles, usualFolder, now }: DiagnosticFacts): string {
  const { platform, settings, localServer, desktop, counts } = state;
  return JSON.stringify(
    {
      made: new Date(now).toISOString(),
      versions,
      platform,
      speech: state.speech,
      dataFolder: state.dataFolder === usualFolder ? 'the usual one' : 'elsewhere',
      localServer: localServer.state,
      desktop,
      counts: { ...counts, inFlight, services: state.services.length, formerAccounts: state.formerAccounts.length },
      accounts: state.accounts.map(aboutAccount),
      settings: aboutSettings(settings),
      warnings: state.warnings.map(({ id }) => id),
      troubles,
    },
    null,
    2,
  );
}

function aboutAccount(account: AccountView) {
  const { kind, connection, transport, clockOffsetMs, paused, token, lastConnectedAt, lastError } = account;
  return {
    kind,
    host: kind === 'local' ? 'local' : hostMark(account.url),
    scheme: account.url.startsWith('https:') ? 'https' : 'http',
    state: connection.state,
    ...(connection.state === 'refused' && { because: connection.because }),
    transport,
    clockOffsetMs: Math.round(clockOffsetMs),
    paused,
    token,
    lastConnected: instant(lastConnectedAt),
    lastFailed: instant(lastError?.at),
  };
}

/** Tells two servers apart without saying which they are. */
function hostMark(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : url;
  return createHash('sha256').update(host).digest('hex').slice(0, 8);
}

function aboutSettings(settings: Settings) {
  const { mutedServices, certificateFile, summonShortcut, ...rest } = settings;
  return {
    ...plainOf(rest),
    mutedServices: mutedServices.length,
    certificateFile: certificateFile === '' ? 'none' : 'set',
    summonShortcut: summonShortcut === '' ? 'none' : 'set',
  };
}

/** Numbers, switches and the choices of a list. A setting that holds free text or a list has to be named above to be seen. */
function plainOf(settings: Record<string, unknown>): Record<string, unknown> {
  const isPlain = (name: string, value: unknown) =>
    value === null || typeof value === 'number' || typeof value === 'boolean' || choices.has(name);
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => isPlain(name, value)));
}

/** Settings whose value is one of a few words of ours. */
const choices = new Set(['theme', 'density', 'language']);

function instant(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
