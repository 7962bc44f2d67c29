import { foreign } from '../foreign.ts';
import { form, number } from '../plural.ts';

/** What stands beside a question about who asks it, what can be done about them, and what was decided before. */
export const asker = {
  asking: 'Asking',
  suspended: 'Suspended: it cannot ask until you resume it.',
  revoked: 'Its key is revoked: it can neither ask nor read its answers.',
  suspend: 'Suspend…',
  resume: 'Resume',
  revoke: 'Revoke its key…',
  newKey: 'New key in Settings',
  suspendTitle: (name: string) => `Suspend ${foreign(name)}?`,
  suspendBody:
    'It cannot ask anything new until you resume it. It can still read your answers, and what it has asked stays open for you.',
  suspendConfirm: 'Suspend',
  revokeTitle: (name: string) => `Revoke the key of ${foreign(name)}?`,
  revokeBody:
    'Its key stops working at once and never works again: it can neither ask nor read your answers. What it has asked is kept. In Settings it can be given a new key.',
  revokeLocalTitle: 'Revoke the key of this computer’s scripts?',
  revokeLocalBody:
    'Every script and agent on this computer that asks with the key of “Local agents” stops being able to ask or to read answers, at once. The key leaves its file. What they have asked is kept. In Settings “Local agents” can be given a new key.',
  revokeConfirm: 'Revoke',
  localKeyRevoked: 'The key of “Local agents” is revoked.',
  localKeyRevokedHint: 'Settings › Services gives it a new one.',

  earlier: 'Earlier decisions',
  earlierHint: 'The last ones for this service and project.',
  alike: (of: number, answers: readonly { label: string; times: number }[]) => {
    const parts = answers.map(
      ({ label, times }) => `“${foreign(label, 60)}” ${form(times, { one: 'once', other: `${number(times)} times` })}`,
    );
    return `Of the last ${number(of)} like this you answered ${listOf(parts)}.`;
  },
  isAlike: 'like this one',
  byOther: 'answered elsewhere',
  answered: 'answered',
  open: (title: string) => `Open in History: ${foreign(title)}`,
};

function listOf(parts: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}
