import type { Settings } from '#shared/inbox/settings';
import { useStores } from '../../stores/use-stores.ts';
import { settingsWords as words } from '../../words/settings.ts';
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
    <Section id="answers" title={words.sections.answers}>
      <Lines>
        <Choice
          label={words.answers.takeBack}
          hint={words.answers.takeBackHint}
          value={settings.takeBackSeconds}
          options={withCurrent(takeBackChoices, settings.takeBackSeconds).map((value) => {
            return { value, label: words.answers.seconds(value) };
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
    <Section id="appearance" title={words.sections.appearance}>
      <Lines>
        <Choice
          label={words.appearance.theme}
          value={settings.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => {
            return { value, label: words.appearance.themes[value] };
          })}
          onChange={(theme) => void app.changeSettings({ theme })}
        />
        <Choice
          label={words.appearance.textSize}
          value={settings.textSizePercent}
          options={withCurrent(textSizes, settings.textSizePercent).map((value) => {
            return { value, label: words.appearance.percent(value) };
          })}
          onChange={(textSizePercent) => void app.changeSettings({ textSizePercent })}
        />
      </Lines>
    </Section>
  );
}
