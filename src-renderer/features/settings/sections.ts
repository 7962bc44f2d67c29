/** The sections of Settings, top to bottom. */
export const sectionIds = [
  'accounts',
  'server',
  'local-key',
  'services',
  'bridges',
  'answers',
  'notifications',
  'why',
  'history',
  'data',
  'desktop',
  'keyboard',
  'appearance',
  'network',
  'start',
  'about',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** Brings a section before the person, with the focus on its title. */
export function goToSection(id: string): void {
  const title = document.getElementById(`settings-${id}-title`);
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
