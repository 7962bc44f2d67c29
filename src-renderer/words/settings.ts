import type { LocalServerView } from '#shared/inbox/app-state';
import type { ServiceStatus, SignatureScheme } from '#shared/protocol/service';
import { network } from '#shared/words/english/network';
import { bridgeWords } from './bridges.ts';
import { desktopWords } from './desktop.ts';
import { countWords, foreignWords as foreign, number } from './shell.ts';

export const settingsWords = {
  title: 'Settings',
  sectionLinks: 'Sections',
  sections: {
    accounts: 'Accounts',
    server: 'Server',
    'local-key': 'Local key',
    services: 'Services',
    bridges: bridgeWords.title,
    answers: 'Answers',
    notifications: 'Notifications',
    why: 'Why was I notified?',
    history: 'History',
    data: 'Data',
    desktop: desktopWords.title,
    keyboard: 'Keyboard',
    appearance: 'Appearance',
    network: network.title,
    start: 'Getting started',
    about: 'About',
  },
  notSaved: 'The change was not saved.',

  server: {
    hint: 'This server runs on this computer and listens to this computer only.',
    address: 'Address',
    state: 'State',
    dataFolder: 'Data folder',
    copyAddress: 'Copy address',
    copyFolder: 'Copy path',
    notYet: 'Not listening',
    local: { starting: 'Starting', listening: 'Running', failed: 'Not running' } satisfies Record<
      LocalServerView['state'],
      string
    >,
  },

  localKey: {
    hint: 'Scripts and agents on this computer ask with this key. It can ask, but it cannot answer.',
    label: 'Key of “Local agents”',
    copy: 'Copy key',
    file: 'Programs find it in',
    copyFile: 'Copy path',
    notYet: 'The key is shown as soon as the server runs.',
    none: 'Revoked: “Local agents” has no key.',
  },

  services: {
    hint: 'A service is whoever asks: one key for each agent or script, and an address where its answers go.',
    loading: 'Loading the services',
    failed: 'The services could not be read.',
    none: 'No service is registered yet.',
    callback: 'Answers go to',
    noCallback: 'No address: the agent reads its answers from the server',
    scheme: 'Signature',
    schemes: {
      plain: 'plain (HMAC of the body)',
      t_v1: 't=…,v1=… (with time stamp)',
    } satisfies Record<SignatureScheme, string>,
    created: 'Registered',
    readyMade: 'comes with the app',
    register: 'Register a service',
    name: 'Name',
    nameHint: 'What you see beside its questions.',
    description: 'Description',
    callbackUrl: 'Callback URL',
    callbackHint: 'Where the server posts each answer, for example http://127.0.0.1:8080/answers',
    callbackEmptyHint: 'Leave it empty if your script reads its answers from the server.',
    signature: 'Signature scheme',
    submit: 'Register',
    submitting: 'Registering…',
    refused: 'The service was not registered.',
    required: 'A name is needed.',
    callbackRequired: 'A callback URL is needed.',
    changeCallback: 'Change callback',
    setCallback: 'Set callback',
    saveCallback: 'Save',
    cancel: 'Cancel',
    issuedTitle: (name: string) => `${name} is registered`,
    issuedWarning: 'Copy both now. They are shown this once and cannot be read again.',
    apiKey: 'API key',
    webhookSecret: 'Webhook secret',
    copyApiKey: 'Copy API key',
    copyWebhookSecret: 'Copy webhook secret',
    issuedDone: 'I have kept them',
    rotatedTitle: (name: string) => `${name} has a new key`,
    rotatedWarning: 'Copy it now. It is shown this once and cannot be read again.',
    rotatedDone: 'I have kept it',
    key: 'Key',
    keySince: (when: string) => `since ${when}`,
    statuses: { active: 'active', suspended: 'suspended', revoked: 'revoked' } satisfies Record<ServiceStatus, string>,
    standings: {
      suspended: 'It can read its answers but cannot ask until you resume it.',
      revoked: 'It has no key and can neither ask nor read. Its questions are kept.',
    },
    rotate: 'Rotate key',
    newKey: 'Give it a new key',
    suspend: 'Suspend',
    resume: 'Resume',
    revoke: 'Revoke',
    rotateTitle: (name: string) => `Rotate the key of ${foreign(name)}?`,
    rotateBody: 'The old key stops working at once. The new one is shown once, here.',
    rotateLocalBody:
      'The old key stops working at once. The new one goes to its file, where scripts on this computer read it.',
    newKeyTitle: (name: string) => `Give ${foreign(name)} a new key?`,
    newKeyBody: 'With it the service can ask again. The key is shown once, here.',
    newLocalKeyBody: 'With it scripts on this computer can ask again. The key goes to its file.',
    revokeTitle: (name: string) => `Revoke ${foreign(name)}?`,
    revokeBody: 'Its key stops working at once and never works again. This cannot be undone. Its questions are kept.',
    keyInFile: 'The new key is in its file. Scripts that had copied the old one need the new one.',
  },

  deliveries: {
    title: 'Deliveries',
    hint: 'Each answer is posted to the service’s callback, and tried again for a while when that fails.',
    failed: 'The deliveries could not be read.',
    none: 'Nothing has been delivered yet.',
    noneWithoutCallback: 'Nothing is delivered: this service has no callback and reads its answers from the server.',
    list: (name: string) => `Deliveries of ${foreign(name)}`,
    refresh: 'Refresh',
    sendAgain: 'Send again',
    sendAgainOf: (title: string) => `Send again: ${foreign(title)}`,
    newest: (shown: number, total: number) => `The newest ${number(shown)} of ${number(total)}`,
  },

  answers: {
    takeBack: 'Time to take an answer back',
    takeBackHint: 'An answer leaves this computer only after this time. Until then Undo means that nothing was sent.',
    seconds: (n: number) => (n === 0 ? 'None: send at once' : countWords(n, 'second', 'seconds')),
  },

  keyboard: {
    singleKeys: 'Use single keys such as j, k and 1',
    singleKeysHint: 'They never act while you type in a field.',
  },

  history: {
    keep: 'Keep History',
    keepHint:
      'What ended longer ago is removed once a day. Open questions, drafts and answers on their way always stay.',
    forEver: 'for ever',
    days: (n: number) => (n % 365 === 0 ? countWords(n / 365, 'year', 'years') : countWords(n, 'day', 'days')),
  },

  appearance: {
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    percent: (n: number) => `${number(n)} %`,
  },

  about: {
    version: 'Version',
    electron: 'Electron',
    dataFolder: 'Data folder',
    copyFolder: 'Copy path',
  },
} as const;
