import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

/** What the sidebar says. */
export const sidebar = {
  label: 'Views',
  menu: 'Menu',
  services: 'Services',
  servers: 'Servers',
  waiting: (n: number) => `${number(n)} waiting`,
  onlyFrom: (name: string) => `Show only questions from ${foreign(name)}`,
};
