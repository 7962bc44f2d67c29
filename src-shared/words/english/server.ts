import type { LocalServerView } from '../../inbox/app-state.ts';

/** What Settings says about the server on this computer. */
export const server = {
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
};
