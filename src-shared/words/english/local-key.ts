/** What Settings says about the key of this computer’s own scripts. */
export const localKey = {
  hint: 'Scripts and agents on this computer ask with this key. It can ask, but it cannot answer.',
  label: 'Key of “Local agents”',
  copy: 'Copy key',
  file: 'Programs find it in',
  copyFile: 'Copy path',
  notYet: 'The key is shown as soon as the server runs.',
  none: 'Revoked: “Local agents” has no key.',
};
