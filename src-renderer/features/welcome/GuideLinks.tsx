import { words } from '#shared/words/words';
import type { GuideName } from '../../stores/guides.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './GuideLinks.module.css';

/** The pages on the other ways to ask. */
export function GuideLinks() {
  const { guides } = useStores();
  const names = Object.keys(words.agents.guide) as GuideName[];
  return (
    <ul className={styles.guides}>
      {names.map((name) => (
        <li key={name}>
          <Button size="s" onClick={() => void guides.read(name)}>
            {words.agents.guide[name]}
          </Button>
        </li>
      ))}
    </ul>
  );
}
