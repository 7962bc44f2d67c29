import type { Warnings } from '#main/warnings';
import { Network } from './network.ts';
import { type NetworkEnvironment, routesOfEnvironment, withCredentials } from './network-environment.ts';
import { type Route, routesOfPac } from './route.ts';
import { systemAuthorities } from './system-authorities.ts';
import { Trust } from './trust.ts';

export type NetworkSurroundings = {
  environment: NetworkEnvironment;
  platform: string;
  warnings: Warnings;
  /** Asks the system for the way to a URL, in the words of a PAC script (Electron's `session.resolveProxy`). */
  resolveProxy?: (url: string) => Promise<string>;
  settings?: {
    readonly current: { certificateFile: string };
    onChanged: (listener: () => void) => unknown;
  };
  /** Other certificates are believed now, so that what was refused may be tried again. */
  onTrustChanged?: () => void;
};

/** The network of this machine and this person. Without a system to ask (plain Node) the environment names the proxy. */
export function createNetwork({ environment, platform, warnings, ...rest }: NetworkSurroundings): Network {
  const { resolveProxy, settings, onTrustChanged } = rest;
  const certificateFile = () => settings?.current.certificateFile ?? '';
  const trust = new Trust({
    systemAuthorities: () => systemAuthorities(platform),
    files: () => [...environment.certificateFiles, certificateFile()].filter((path) => path !== ''),
    warnings,
  });
  const network = new Network({
    routesTo: resolveProxy
      ? (url) => askSystem(url, resolveProxy, environment)
      : async (url) => routesOfEnvironment(url, environment),
    trust,
  });
  let before = certificateFile();
  settings?.onChanged(() => {
    if (certificateFile() === before) return;
    before = certificateFile();
    trust.readFiles();
    network.trustChanged();
    onTrustChanged?.();
  });
  return network;
}

/** A system that cannot say which proxy is meant gives no way: a direct one might be a way around it. */
async function askSystem(url: URL, resolveProxy: (url: string) => Promise<string>, environment: NetworkEnvironment) {
  const answer = await resolveProxy(url.href).catch(() => '');
  return routesOfPac(answer).map((route: Route) => withCredentials(route, environment));
}
