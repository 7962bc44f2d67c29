import { settingsWords } from '../../words/settings.ts';

export type SectionId = keyof typeof settingsWords.sections;

/** The sections of Settings, top to bottom. */
export const sectionIds = Object.keys(settingsWords.sections) as SectionId[];

/** Brings a section before the person, with the focus on its title. */
export function goToSection(id: string): void {
  const title = document.getElementById(`settings-${id}-title`);
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
