import type { privacy as english } from '../english/privacy.ts';

export const privacy: typeof english = {
  hint: 'Was auf diesem Rechner bleibt und was andere auf seinem Bildschirm lesen können.',
};
