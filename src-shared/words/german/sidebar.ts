import type { sidebar as english } from '../english/sidebar.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

export const sidebar: typeof english = {
  label: 'Ansichten',
  menu: 'Menü',
  services: 'Dienste',
  servers: 'Server',
  waiting: (n) => `${number(n)} warten`,
  onlyFrom: (name) => `Nur Fragen von ${foreign(name)} zeigen`,
};
