import type { Settings } from '#shared/inbox/settings';
import { languageNames, languageSettings } from '#shared/words/language';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Choice, Lines, Section } from './parts.tsx';

const takeBackChoices = [0, 3, 5, 10, 20, 30, 60];
/** The same sizes that the application menu walks through, in percent. */
const textSizes = [90, 100, 110, 125, 150, 175, 200];

/** The value in force stands among the choices, also one that was set elsewhere. */
function withCurrent(choices: readonly number[], current: number): number[] {
  return [...new Set([...choices, current])].sort((a, b) => a - b);
}

export function AnswersSection({ settings }: { settings: Settings }) {
  const { app } = useStores();
  return (
    <Section id="answers" title={words.settings.sections.answers}>
      <Lines>
        <Choice
          label={words.settings.answers.takeBack}
          hint={words.settings.answers.takeBackHint}
          value={settings.takeBackSeconds}
          options={withCurrent(takeBackChoices, settings.takeBackSeconds).map((value) => {
            return { value, label: words.settings.answers.seconds(value) };
          })}
          onChange={(takeBackSeconds) => void app.changeSettings({ takeBackSeconds })}
        />
      </Lines>
    </Section>
  );
}

export function AppearanceSection({ settings }: { settings: Settings }) {
  const { app } = useStores();
  return (
    <Section id="appearance" title={words.settings.sections.appearance}>
      <Lines>
        <Choice
          label={words.settings.appearance.language}
          value={settings.language}
          options={languageSettings.map((value) => {
            return value === 'system'
              ? { value, label: words.settings.appearance.likeSystem }
              : { value, label: languageNames[value], lang: value };
          })}
          onChange={(language) => void app.changeSettings({ language })}
        />
        <Choice
          label={words.settings.appearance.theme}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => {
            return { value, label: words.settings.appearance.themes[value] };
          })}
          onChange={(theme) => void app.changeSettings({ theme })}
        />
        <Choice
          label={words.settings.appearance.textSize}
          value={settings.textSizePercent}
          options={withCurrent(textSizes, settings.textSizePercent).map((value) => {
            return { value, label: words.settings.appearance.percent(value) };
          })}
          onChange={(textSizePercent) => void app.changeSettings({ textSizePercent })}
        />
        <Choice
          label={words.place.density}
          hint={words.place.densityHint}
          value={settings.density}
          options={(['comfortable', 'compact'] as const).map((value) => {
            return { value, label: words.place.densities[value] };
          })}
          onChange={(density) => void app.changeSettings({ density })}
        />
      </Lines>
    </Section>
  );
}
