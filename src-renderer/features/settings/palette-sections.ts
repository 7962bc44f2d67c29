import { words } from '#shared/words/words';
import type { PaletteSource } from '../../palette/entry.ts';
import { sectionIds } from './sections.ts';

/** Every section of Settings, for the command palette. */
export const settingsSections: PaletteSource = ({ navigation, route }) =>
  sectionIds.map((section) => ({
    id: `section:${section}`,
    group: 'settings',
    title: words.palette.section(words.settings.sections[section]),
    run: () => {
      route.goToSection(section);
      navigation.show('settings');
    },
  }));
