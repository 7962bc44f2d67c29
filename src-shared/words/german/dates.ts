import type { dates as english } from '../english/dates.ts';

export const dates: typeof english = { today: 'Heute', tomorrow: 'Morgen', yesterday: 'Gestern' };
