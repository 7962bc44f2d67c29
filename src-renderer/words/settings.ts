import type { LocalServerView } from '#shared/inbox/app-state';
import type { SignatureScheme } from '#shared/protocol/service';
import { countWords, number } from './shell.ts';

export const settingsWords = {
  title: 'Settings',
  sectionLinks: 'Sections',
  sections: {
    server: 'Server',
    'local-key': 'Local key',
    services: 'Services',
    answers: 'Answers',
    notifications: 'Notifications',
    keyboard: 'Keyboard',
    appearance: 'Appearance',
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
    connection: 'Connection',
    connectionOf: (account: string, state: string) => `${account}: ${state}`,
  },

  localKey: {
    hint: 'Scripts and agents on this computer ask with this key. It can ask, but it cannot answer.',
    label: 'Key of “Local agents”',
    copy: 'Copy key',
    file: 'Programs find it in',
    copyFile: 'Copy path',
    notYet: 'The key is shown as soon as the server runs.',
  },

  services: {
    title: 'Registered services',
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
  },

  answers: {
    takeBack: 'Time to take an answer back',
    takeBackHint: 'An answer leaves this computer only after this time. Until then Undo means that nothing was sent.',
    seconds: (n: number) => (n === 0 ? 'None: send at once' : countWords(n, 'second', 'seconds')),
  },

  notifications: {
    native: 'Show a notification when a question arrives',
    content: 'Say in the notification what is asked',
    contentHint: 'Switched off, it only says that something waits: good for screens that others see.',
  },

  keyboard: {
    singleKeys: 'Use single keys such as j, k and 1',
    singleKeysHint: 'They never act while you type in a field.',
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
