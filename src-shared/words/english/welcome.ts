import { plural } from '../plural.ts';

/** What the page of the first start says, and Settings › Getting started. */
export const welcome = {
  title: 'Welcome',
  intro:
    'Agents ask, you decide. A server is already running on this computer, so anything on it can ask you a question right now.',
  tryTitle: 'See it at work',
  tryHint: 'Sends one question of every kind through the server, exactly as an agent would.',
  sendSamples: 'Send sample questions',
  sending: 'Sending…',
  sent: (n: number) => `${plural(n, { one: 'question', other: 'questions' })} sent. They are in your inbox now.`,
  samplesFailed: 'The samples could not be sent.',
  askTitle: 'Ask from a script',
  askHint: { sh: 'Paste this into a terminal on this computer.', powershell: 'Paste this into PowerShell.' },
  copyCommand: 'Copy command',
  loadingCommand: 'The command appears here as soon as the server is ready.',
  commandFailed: 'The command could not be read.',
  nextTitle: 'What happens next',
  next: [
    'The question appears in the list on the left, and as a notification.',
    'You answer it. For a few seconds you can take the answer back.',
    'The answer goes to the agent, once, and stays in History.',
  ],
  putAway: 'Don’t show this again',
  stillInSettings: 'You find this page again in Settings.',
};
