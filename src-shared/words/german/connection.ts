import type { connection as english } from '../english/connection.ts';
import { dative } from './dative.ts';

export const connection: typeof english = {
  live: 'verbunden',
  connecting: 'verbindet',
  catchingUp: 'holt nach',
  stopped: 'aus',
  retrying: 'versucht es',
  retryIn: (wait) => `wieder in ${dative(wait)}`,
  refused: {
    unauthorized: 'abgelehnt: Token',
    forbidden: 'abgelehnt: kein Zugang',
    version: 'abgelehnt: Version',
    policy: 'abgelehnt: Regeln',
  },
};
