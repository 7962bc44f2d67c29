import type { server as english } from '../english/server.ts';

export const server: typeof english = {
  hint: 'Dieser Server läuft auf diesem Rechner und ist nur von ihm aus zu erreichen.',
  address: 'Adresse',
  state: 'Zustand',
  dataFolder: 'Datenordner',
  copyAddress: 'Adresse kopieren',
  copyFolder: 'Pfad kopieren',
  notYet: 'Noch nicht bereit',
  local: { starting: 'Startet', listening: 'Läuft', failed: 'Läuft nicht' },
};
