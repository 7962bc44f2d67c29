import type { AppState } from '#shared/inbox/app-state';
import { useStores } from '../../stores/use-stores.ts';
import { settingsWords as words } from '../../words/settings.ts';
import { CopiedFact, Fact, Lines, Section } from './parts.tsx';

export function AboutSection({ state }: { state: AppState }) {
  const { app } = useStores();
  return (
    <Section id="about" title={words.sections.about}>
      <Lines>
        <Fact label={words.about.version}>{state.version}</Fact>
        <Fact label={words.about.electron}>{state.electronVersion}</Fact>
        <CopiedFact
          label={words.about.dataFolder}
          value={state.dataFolder}
          copyLabel={words.about.copyFolder}
          onCopy={() => app.copyText(state.dataFolder)}
        />
      </Lines>
    </Section>
  );
}
