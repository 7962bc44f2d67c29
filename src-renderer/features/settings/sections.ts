/** The sections of Settings, top to bottom, and what they have in common. */
export const sectionGroups = [
  { group: 'connections', ids: ['accounts', 'server', 'local-key', 'services', 'bridges', 'network'] },
  { group: 'answering', ids: ['answers', 'notifications', 'why'] },
  { group: 'app', ids: ['appearance', 'keyboard', 'desktop'] },
  { group: 'yours', ids: ['privacy', 'data'] },
  { group: 'help', ids: ['start', 'about'] },
] as const;

export type SectionId = (typeof sectionGroups)[number]['ids'][number];

export const sectionIds: readonly SectionId[] = sectionGroups.flatMap(({ ids }) => ids);

/** Brings a section before the person, with the focus on its title. */
export function goToSection(id: string): void {
  const title = document.getElementById(`settings-${id}-title`);
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
