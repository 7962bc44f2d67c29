import type { privacy as english } from '../english/privacy.ts';

export const privacy: typeof english = {
  title: 'Datenschutz',
  hint: 'Was auf diesem Computer bleibt und was andere auf seinem Bildschirm lesen können.',
};
