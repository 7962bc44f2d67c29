import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

/** What the command palette says. */
export const palette = {
  title: 'Command palette',
  field: 'Find a command, a question or a setting',
  groups: {
    question: 'This question',
    commands: 'Commands',
    filters: 'Show only',
    settings: 'Settings',
    preferences: 'Look and notifications',
  },
  recent: 'Chosen lately',
  questions: 'Questions',
  results: 'Results',
  found: (n: number) => (n === 0 ? 'Nothing found' : plural(n, { one: 'result', other: 'results' })),
  nothing: (typed: string) => `Nothing found for “${foreign(typed, 40)}”`,
  current: 'is set',
  answer: 'answer',
  ended: 'in History',
  showAll: 'Show everything again',
  onlyFrom: (name: string) => `Show only ${foreign(name, 60)}`,
  section: (title: string) => `Settings: ${title}`,
  themes: { system: 'Theme: like the system', light: 'Theme: light', dark: 'Theme: dark' },
  themeAlso: 'appearance colours mode',
  textSize: (percent: number) => `Text size: ${number(percent)} %`,
  textSizeAlso: 'appearance zoom larger smaller font',
  pause: {
    'in-an-hour': 'Pause notifications for one hour',
    tomorrow: 'Pause notifications until tomorrow, 8 o’clock',
  },
  resume: 'Show notifications again',
  pauseAlso: 'do not disturb quiet snooze mute',
};
