import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { CopiedFact, Fact, Lines, Section } from './parts.tsx';

export function AboutSection({ state }: { state: AppState }) {
  const { app } = useStores();
  return (
    <Section id="about" title={words.settings.sections.about}>
      <Lines>
        <Fact label={words.settings.about.version}>{state.version}</Fact>
        <Fact label={words.settings.about.electron}>{state.electronVersion}</Fact>
        <CopiedFact
          label={words.settings.about.dataFolder}
          value={state.dataFolder}
          copyLabel={words.settings.about.copyFolder}
          onCopy={() => app.copyText(state.dataFolder)}
        />
      </Lines>
    </Section>
  );
}
