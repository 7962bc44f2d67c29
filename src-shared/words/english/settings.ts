import { number, plural } from '../plural.ts';

/** The frame of Settings, and its small sections. */
export const settings = {
  title: 'Settings',
  sectionLinks: 'Sections',
  sections: {
    accounts: 'Accounts',
    server: 'Server',
    'local-key': 'Local key',
    services: 'Services',
    bridges: 'Bridges',
    answers: 'Answers',
    notifications: 'Notifications',
    why: 'Why was I notified?',
    privacy: 'Privacy',
    data: 'Data',
    desktop: 'Desktop',
    keyboard: 'Keyboard',
    appearance: 'Appearance',
    network: 'Network',
    start: 'Getting started',
    about: 'About',
  },
  notSaved: 'The change was not saved.',

  answers: {
    takeBack: 'Time to take an answer back',
    takeBackHint: 'An answer leaves this computer only after this time. Until then Undo means that nothing was sent.',
    seconds: (n: number) => (n === 0 ? 'None: send at once' : plural(n, { one: 'second', other: 'seconds' })),
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
    days: (n: number) =>
      n % 365 === 0 ? plural(n / 365, { one: 'year', other: 'years' }) : plural(n, { one: 'day', other: 'days' }),
  },

  appearance: {
    language: 'Language',
    likeSystem: 'Like the system',
    theme: 'Theme',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    textSize: 'Text size',
    percent: (n: number) => `${number(n)} %`,
  },
};
