import { unreachable } from '#shared/result';
import { type Words, words } from '#shared/words/words';
import { type FaultFacts, NetworkFault } from './network-fault.ts';

/** Says in words why nothing came back, and what the person can do. */
export function whyUnreachable(thrown: unknown): string {
  if (thrown instanceof NetworkFault) return wordsOfFacts(thrown.facts, thrown.cause);
  if (thrown instanceof Error && thrown.name === 'TimeoutError') return words.faults.slow;
  const code = codeOf(thrown);
  const fault = code === undefined ? undefined : (faultOf[code] ?? faultOfFamily(code));
  return words.faults[fault ?? 'unreachable'];
}

function wordsOfFacts(facts: FaultFacts, cause: unknown): string {
  switch (facts.kind) {
    case 'unconnected':
      if (facts.proxy === undefined) return whyUnreachable(cause);
      return words.faults.proxyUnreachable(
        facts.proxy,
        words.faults.proxy[proxyFaultOf[codeOf(cause) ?? ''] ?? 'notTaken'],
      );
    case 'proxy-asks-who':
      return words.faults.proxyAsksWho(facts.proxy);
    case 'proxy-refused':
      return wordsOfRefusal(facts.proxy, facts.httpStatus);
    case 'proxy-unknown':
      return words.faults.proxyUnknown;
    default:
      return unreachable(facts);
  }
}

function wordsOfRefusal(proxy: string, httpStatus: number | undefined): string {
  if (httpStatus === undefined) return words.faults.proxySilent(proxy);
  if (httpStatus >= 500) return words.faults.proxyFails(proxy, httpStatus);
  return words.faults.proxyRefuses(proxy, httpStatus);
}

/** The faults that are said in one sentence. */
type Fault = {
  [F in keyof Words['faults']]: Words['faults'][F] extends string ? F : never;
}[keyof Words['faults']];

/** By Node's and OpenSSL's codes, which do not change. */
const faultOf: Record<string, Fault> = {
  ECONNREFUSED: 'nothingListens',
  ENOTFOUND: 'nameless',
  EAI_AGAIN: 'nameless',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  ECONNABORTED: 'cut',
  UND_ERR_SOCKET: 'cut',
  ETIMEDOUT: 'slow',
  UND_ERR_CONNECT_TIMEOUT: 'slow',
  ENETUNREACH: 'noWay',
  EHOSTUNREACH: 'noWay',
  ENETDOWN: 'noWay',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'selfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknownIssuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknownIssuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknownIssuer',
  CERT_UNTRUSTED: 'unknownIssuer',
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateNotYet',
  CERT_REVOKED: 'certificateRevoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateName',
  ERR_SSL_WRONG_VERSION_NUMBER: 'notTls',
  ERR_SSL_HTTP_REQUEST: 'notTls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'notTls',
};

const proxyFaultOf: Record<string, keyof Words['faults']['proxy']> = {
  ECONNREFUSED: 'nothingListens',
  ENOTFOUND: 'nameless',
  EAI_AGAIN: 'nameless',
  ETIMEDOUT: 'slow',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  CERT_HAS_EXPIRED: 'expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'otherName',
};

function faultOfFamily(code: string): Fault | undefined {
  if (code.startsWith('HPE_')) return 'notHttp';
  return code.startsWith('ERR_SSL_') || code === 'EPROTO' ? 'notSecure' : undefined;
}

/** The code of a fault, which `fetch` puts into the cause of its error. */
function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return 'cause' in thrown ? codeOf(thrown.cause) : undefined;
}
