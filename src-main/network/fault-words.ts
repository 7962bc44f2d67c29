import { unreachable } from '#shared/result';
import { type FaultFacts, NetworkFault } from './network-fault.ts';

/** Says in words why nothing came back, and what the person can do. */
export function whyUnreachable(thrown: unknown): string {
  if (thrown instanceof NetworkFault) return wordsOfFacts(thrown.facts, thrown.cause);
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return slow;
  const code = codeOf(thrown);
  return (code !== undefined && (words[code] ?? wordsOfFamily(code))) || 'The server cannot be reached.';
}

function wordsOfFacts(facts: FaultFacts, cause: unknown): string {
  switch (facts.kind) {
    case 'unconnected':
      if (facts.proxy === undefined) return whyUnreachable(cause);
      return `The proxy ${facts.proxy} of this network cannot be reached: ${proxyWords[codeOf(cause) ?? ''] ?? 'it did not take the connection'}.`;
    case 'proxy-asks-who':
      return `The proxy ${facts.proxy} wants a name and a password. Set HTTPS_PROXY to http://name:password@${facts.proxy} in the app’s environment.`;
    case 'proxy-refused':
      return wordsOfRefusal(facts.proxy, facts.httpStatus);
    case 'proxy-unknown':
      return 'The system’s proxy settings cannot be read, so nothing was sent. Check them in the system’s network settings.';
    default:
      return unreachable(facts);
  }
}

function wordsOfRefusal(proxy: string, httpStatus: number | undefined): string {
  if (httpStatus === undefined) return `The proxy ${proxy} did not connect the app to the server.`;
  if (httpStatus >= 500) return `The proxy ${proxy} cannot reach the server (HTTP ${httpStatus}).`;
  return `The proxy ${proxy} does not let the app through to the server (HTTP ${httpStatus}).`;
}

const slow = 'The server did not answer in time.';
const cut = 'The connection was cut.';
const noWay = 'There is no way to the server from this network.';
const nameless = 'The server’s name cannot be found.';
const trustFile = 'If it is your organisation’s, name its certificate file in Settings.';
const unknownIssuer = `The server’s certificate comes from an authority that this computer does not know, so nothing was sent. ${trustFile}`;
const notTls = 'The server does not speak TLS at this port. Does its address begin with http:// instead of https://?';

/** By Node's and OpenSSL's codes, which do not change. */
const words: Record<string, string> = {
  ECONNREFUSED: 'Nothing listens at the server’s address.',
  ENOTFOUND: nameless,
  EAI_AGAIN: nameless,
  ECONNRESET: cut,
  EPIPE: cut,
  ECONNABORTED: cut,
  UND_ERR_SOCKET: cut,
  ETIMEDOUT: slow,
  UND_ERR_CONNECT_TIMEOUT: slow,
  ENETUNREACH: noWay,
  EHOSTUNREACH: noWay,
  ENETDOWN: noWay,
  DEPTH_ZERO_SELF_SIGNED_CERT: `The server’s certificate is signed by itself, so nothing was sent. ${trustFile}`,
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  CERT_HAS_EXPIRED:
    'The server’s certificate has expired, so nothing was sent. Its keeper has to renew it; if this computer’s date is wrong, set it right.',
  CERT_NOT_YET_VALID: 'The server’s certificate is not valid yet, so nothing was sent. Is this computer’s date right?',
  CERT_REVOKED: 'The server’s certificate was revoked, so nothing was sent. Ask its keeper.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The server’s certificate is for another name, so nothing was sent. Is the address right?',
  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
  ERR_SSL_HTTP_REQUEST: notTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notTls,
};

/** A proxy's faults, as the end of a sentence. */
const proxyWords: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its name cannot be found',
  EAI_AGAIN: 'its name cannot be found',
  ETIMEDOUT: 'it did not answer in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

function wordsOfFamily(code: string): string | undefined {
  if (code.startsWith('HPE_')) {
    return 'What answered does not speak HTTP. Does the server’s address begin with https:// instead of http://?';
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'No secure connection to the server could be made.';
  return undefined;
}

/** The code of a fault, which `fetch` puts into the cause of its error. */
function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return 'cause' in thrown ? codeOf(thrown.cause) : undefined;
}
