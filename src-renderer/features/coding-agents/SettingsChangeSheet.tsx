import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { LookedAt } from '../../stores/coding-agents.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './SettingsChangeSheet.module.css';

/**
 * The change to an agent's settings: shown first, made when the person says so, then what became of it. It lies over the
 * page, whatever the test question makes of the page below.
 */
export function SettingsChangeSheet() {
  const { codingAgents } = useStores();
  const lookedAt = useStore(codingAgents.store, (state) => state.lookedAt);
  return lookedAt ? <OpenSheet lookedAt={lookedAt} /> : null;
}

function OpenSheet({ lookedAt }: { lookedAt: LookedAt }) {
  const { codingAgents } = useStores();
  const { agent, isRemoval, at } = lookedAt;
  const name = words.agents.names[agent];
  const isToBeMade = (at === 'shown' || at === 'changing') && lookedAt.change.diff !== '';
  return (
    <Sheet
      title={isRemoval ? words.agents.removeOf(name) : words.agents.setUpOf(name)}
      closeLabel={isToBeMade ? words.agents.cancel : words.agents.close}
      onClose={codingAgents.close}
      footer={
        isToBeMade && (
          <Button aria-disabled={at === 'changing'} onClick={() => void codingAgents.change()}>
            {words.agents.change}
          </Button>
        )
      }
    >
      <Body lookedAt={lookedAt} />
    </Sheet>
  );
}

function Body({ lookedAt }: { lookedAt: LookedAt }) {
  switch (lookedAt.at) {
    case 'reading':
      return <p className={styles.quiet}>{words.agents.reading}</p>;
    case 'failed':
      return (
        <p role="alert" className={styles.failure}>
          {words.agents.notChanged} {lookedAt.error.message} {lookedAt.error.hint}
        </p>
      );
    case 'changed': {
      const { backup, notes } = lookedAt.change;
      return (
        <div role="status" className={styles.outcome}>
          <p>{words.agents.changed}</p>
          {backup !== undefined && <p className={styles.quiet}>{words.agents.backup(backup)}</p>}
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {!lookedAt.isRemoval && <p>{words.agents.testSent}</p>}
        </div>
      );
    }
    case 'shown':
    case 'changing': {
      const { file, diff, notes } = lookedAt.change;
      if (diff === '') return <p className={styles.quiet}>{words.agents.nothingToChange}</p>;
      return (
        <>
          <p>{words.agents.willChange(file)}</p>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <DiffLines diff={diff} />
        </>
      );
    }
  }
}

function DiffLines({ diff }: { diff: string }) {
  let place = 0;
  const lines = diff
    .trimEnd()
    .split('\n')
    .map((line) => ({ line, place: place++ }));
  return (
    <pre className={styles.diff}>
      {lines.map(({ line, place }) => (
        <span key={place} data-kind={kindOf(line)}>
          {`${line}\n`}
        </span>
      ))}
    </pre>
  );
}

function kindOf(line: string): 'added' | 'removed' | 'head' | 'same' {
  if (/^(---|\+\+\+|@@)/.test(line)) return 'head';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'same';
}
