import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { verdictWords } from '../../../words/history.ts';
import { ActsLine } from '../ActsLine.tsx';
import { Failure, Lines, Section } from '../parts.tsx';
import { BackUpLine } from './BackUpLine.tsx';
import styles from './DataSection.module.css';
import { EraseLine } from './EraseLine.tsx';
import { RestoreLine } from './RestoreLine.tsx';
import { VerdictLines } from './VerdictLines.tsx';

/** What can be done with everything that is kept on this computer. */
export function DataSection({ counts }: { counts: AppState['counts'] }) {
  const { dataCare } = useStores();
  useEffect(() => void dataCare.read(), [dataCare]);
  return (
    <Section id="data" title={words.settings.sections.data}>
      <Lines>
        <BackUpLine />
        <RestoreLine />
        <ExportLine />
        <VerifyLine />
        <VerdictLines />
        <EraseLine counts={counts} />
      </Lines>
    </Section>
  );
}

function ExportLine() {
  const { historyCare } = useStores();
  const state = useStore(historyCare.store, (store) => store.export);
  useEffect(() => historyCare.forgetExport, [historyCare]);
  const hint = (
    <>
      {words.history.exportHint}
      <span role="status">
        {state.at === 'running' && ` ${words.history.exporting}`}
        {state.at === 'done' && ` ${words.history.exported(state.decisions)}`}
      </span>
      {state.at === 'failed' && <Failure>{state.error.message}</Failure>}
    </>
  );
  return (
    <ActsLine label={words.history.exportAll} hint={hint}>
      {(['csv', 'json'] as const).map((format) => (
        <Button
          key={format}
          size="s"
          aria-label={words.history.exportNames[format]}
          aria-busy={state.at === 'running'}
          onClick={() => void historyCare.export(format)}
        >
          {words.history.exportAs[format]}
        </Button>
      ))}
    </ActsLine>
  );
}

function VerifyLine() {
  const { historyCare } = useStores();
  const verification = useStore(historyCare.store, (state) => state.verification);
  const failure = useStore(historyCare.store, (state) => state.failure);
  useEffect(() => void historyCare.read(), [historyCare]);
  const isRunning = verification.at === 'running';
  const hint = (
    <>
      {words.history.verifyHint}
      {isRunning && ` ${words.history.checking(verification.done, verification.total)}`}
      <span role="status">
        {verification.at === 'done' && (
          <span className={styles.verdict} data-sound={verification.verdict.faultCount === 0}>
            {verdictWords(verification.verdict)}
          </span>
        )}
      </span>
      {failure && <Failure>{failure.message}</Failure>}
      {verification.at === 'failed' && (
        <Failure>
          {words.history.failed} {verification.why}
        </Failure>
      )}
    </>
  );
  return (
    <ActsLine label={words.history.verify} hint={hint}>
      {isRunning ? (
        <Button size="s" onClick={historyCare.stopVerifying}>
          {words.history.stop}
        </Button>
      ) : (
        <Button size="s" onClick={() => void historyCare.verify()}>
          {words.history.verify}
        </Button>
      )}
    </ActsLine>
  );
}
