import type { buttons as english } from '../english/buttons.ts';

export const buttons: typeof english = {
  cancel: 'Abbrechen',
  confirm: 'Bestätigen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied: 'Nicht kopiert',
};
