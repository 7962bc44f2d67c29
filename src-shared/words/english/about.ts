import { plural } from '../plural.ts';

/** What Settings › About says. */
export const about = {
  versions: {
    app: 'Version',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Node.js',
    sqlite: 'SQLite',
    os: 'System',
  },
  builtOn: 'Built on',
  dataFolder: 'Data folder',
  copyFolder: 'Copy path',
  logs: 'Logs',
  logsHint: 'What the app noted about its own faults. No questions, answers, tokens or keys.',
  openLogs: 'Open folder',
  notOpened: (why: string) => `The folder could not be opened: ${why}.`,
  diagnostics: 'Diagnostics',
  diagnosticsHint:
    'Versions, states, counts and settings, to paste into a report. Nothing secret or personal: no tokens, questions, names, paths or addresses.',
  copyDiagnostics: 'Copy diagnostics',
  licences: 'Licences',
  licencesHint: 'Triage Inbox is under the MIT licence. It is built on the work of many others.',
  showLicences: 'Show licences',
  hideLicences: 'Hide licences',
  licencesOf: (n: number) => plural(n, { one: 'package', other: 'packages' }),
  notRead: 'The licences could not be read.',
  noText: 'Its authors name this licence and give no text of their own.',
  chromium: 'Those of Chromium’s many parts are in LICENSES.chromium.html, beside the program.',
};
