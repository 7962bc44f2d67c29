import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { CodingAgentView } from '#shared/agents/coding-agent';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './CodingAgents.module.css';

/** The coding agents of this computer, each with a way to let it ask here, or no longer. */
export function CodingAgents() {
  const { codingAgents } = useStores();
  const { agents, failure } = useStore(codingAgents.store);
  useEffect(() => void codingAgents.read(), [codingAgents]);
  if (failure) {
    return (
      <p role="alert" className={styles.failure}>
        {words.agents.listFailed} {failure.message} {failure.hint}
      </p>
    );
  }
  if (!agents) return <p className={styles.quiet}>{words.agents.looking}</p>;
  if (agents.length === 0) return <p className={styles.quiet}>{words.agents.none}</p>;
  return (
    <ul className={styles.agents}>
      {agents.map((one) => (
        <Agent key={one.agent} view={one} />
      ))}
    </ul>
  );
}

function Agent({ view }: { view: CodingAgentView }) {
  const { codingAgents } = useStores();
  const { agent, isSetUp = false, problem } = view;
  const name = words.agents.names[agent];
  return (
    <li className={styles.agent}>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{problem ?? (isSetUp ? words.agents.isSetUp : words.agents.isNot)}</span>
      </span>
      {problem === undefined && (
        <Button
          size="s"
          aria-label={isSetUp ? words.agents.removeOf(name) : words.agents.setUpOf(name)}
          onClick={() => void codingAgents.lookAt(agent, isSetUp)}
        >
          {isSetUp ? words.agents.remove : words.agents.setUp}
        </Button>
      )}
    </li>
  );
}
