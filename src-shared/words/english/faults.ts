const trustFile = 'If it is your organisation’s, name its certificate file in Settings.';

/** Why nothing came back from a server, and what the person can do. Addresses, names and paths are ready to be shown. */
export const faults = {
  unreachable: 'The server cannot be reached.',
  slow: 'The server did not answer in time.',
  cut: 'The connection was cut.',
  noWay: 'There is no way to the server from this network.',
  nameless: 'The server’s name cannot be found.',
  nothingListens: 'Nothing listens at the server’s address.',
  selfSigned: `The server’s certificate is signed by itself, so nothing was sent. ${trustFile}`,
  unknownIssuer: `The server’s certificate comes from an authority that this computer does not know, so nothing was sent. ${trustFile}`,
  certificateExpired:
    'The server’s certificate has expired, so nothing was sent. Its keeper has to renew it; if this computer’s date is wrong, set it right.',
  certificateNotYet: 'The server’s certificate is not valid yet, so nothing was sent. Is this computer’s date right?',
  certificateRevoked: 'The server’s certificate was revoked, so nothing was sent. Ask its keeper.',
  certificateName: 'The server’s certificate is for another name, so nothing was sent. Is the address right?',
  notTls: 'The server does not speak TLS at this port. Does its address begin with http:// instead of https://?',
  notHttp: 'What answered does not speak HTTP. Does the server’s address begin with https:// instead of http://?',
  notSecure: 'No secure connection to the server could be made.',
  proxyUnreachable: (proxy: string, why: string) => `The proxy ${proxy} of this network cannot be reached: ${why}.`,
  /** The end of the sentence before. */
  proxy: {
    nothingListens: 'nothing listens there',
    nameless: 'its name cannot be found',
    slow: 'it did not answer in time',
    untrusted: 'its certificate is not trusted',
    expired: 'its certificate has expired',
    otherName: 'its certificate is for another name',
    notTaken: 'it did not take the connection',
  },
  proxyAsksWho: (proxy: string) =>
    `The proxy ${proxy} wants a name and a password. Set HTTPS_PROXY to http://name:password@${proxy} in the app’s environment.`,
  proxyUnknown:
    'The system’s proxy settings cannot be read, so nothing was sent. Check them in the system’s network settings.',
  proxySilent: (proxy: string) => `The proxy ${proxy} did not connect the app to the server.`,
  proxyFails: (proxy: string, httpStatus: number) => `The proxy ${proxy} cannot reach the server (HTTP ${httpStatus}).`,
  proxyRefuses: (proxy: string, httpStatus: number) =>
    `The proxy ${proxy} does not let the app through to the server (HTTP ${httpStatus}).`,
  loginPage:
    'A login page of the network answered instead of the server. Open a web page, sign in, then retry. Nothing was lost.',
  webPage:
    'A web page answered instead of the server. If the network asks you to sign in, open a web page and do that, then retry; if not, check the address.',
  movedTo: (origin: string) => `The server wants to be reached at ${origin}. Change its address to that.`,
  fellSilent: 'The server fell silent.',
  serverEnded: 'The server ended the connection.',
  serverClosed: (code: number) => `The server closed the connection (${code}).`,
  tooLarge: 'The server sent a message beyond all measure.',
  pageInstead: (httpStatus: number) => `A web page (HTTP ${httpStatus}) came back instead of the connection.`,
  refusedStream: (httpStatus: number) => `The server answered the connection with HTTP ${httpStatus}.`,
  refusedCall: (httpStatus: number) => `The server answered with HTTP ${httpStatus}.`,
  notAtp: 'Something answered that does not speak the Agent Triage Protocol.',
  starting: 'The server is starting.',
  readAnew: 'The history was damaged and is read anew.',
  catchingUpFailed: 'Catching up failed unexpectedly.',
  sendingFailed: 'Sending failed unexpectedly.',
  notConnected: 'This account is not connected.',
  tokenChanged: 'The token was changed meanwhile.',
  diskRefused: 'The disk did not take it.',
  certificateFileUnused: (file: string, why: string) => `The certificate file ${file} is not used: ${why}.`,
  certificateFileHint: (path: string) =>
    `It was looked for at ${path}. Servers that need it stay offline until it is there and well.`,
  /** The end of the sentence before. */
  certificateFile: {
    none: 'it holds no certificate in PEM form (“-----BEGIN CERTIFICATE-----”)',
    damaged: 'a certificate in it is damaged',
    missing: 'there is no such file',
    folder: 'it is a folder',
    notPermitted: 'the app may not read it',
  },
};
