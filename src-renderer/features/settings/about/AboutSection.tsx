import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ActsLine } from '../ActsLine.tsx';
import { CopiedFact, Fact, Failure, Lines, Section } from '../parts.tsx';
import { Licences } from './Licences.tsx';

const parts = ['electron', 'chromium', 'node', 'sqlite'] as const;

/** What runs here, and what helps when it does not. */
export function AboutSection({ state }: { state: AppState }) {
  const { app, about } = useStores();
  const versions = useStore(about.store, (store) => store.versions);
  const failure = useStore(about.store, (store) => store.failure);
  useEffect(() => void about.read(), [about]);
  return (
    <Section id="about" title={words.settings.sections.about}>
      <Lines>
        <Fact label={words.about.versions.app}>{state.version}</Fact>
        {versions && (
          <>
            <Fact label={words.about.versions.os}>
              <span translate="no">{`${versions.os} (${versions.arch})`}</span>
            </Fact>
            <Fact label={words.about.builtOn}>
              {parts.map((part) => `${words.about.versions[part]} ${versions[part]}`).join(' · ')}
            </Fact>
          </>
        )}
        <CopiedFact
          label={words.about.dataFolder}
          value={state.dataFolder}
          copyLabel={words.about.copyFolder}
          onCopy={() => app.copyText(state.dataFolder)}
        />
        <ActsLine label={words.about.logs} hint={words.about.logsHint}>
          <Button size="s" onClick={() => void about.openLogs()}>
            {words.about.openLogs}
          </Button>
        </ActsLine>
        <ActsLine label={words.about.diagnostics} hint={words.about.diagnosticsHint}>
          <CopyButton label={words.about.copyDiagnostics} onCopy={() => about.copyDiagnostics()} />
        </ActsLine>
        <Licences />
      </Lines>
      {failure && <Failure>{failure.message}</Failure>}
    </Section>
  );
}
