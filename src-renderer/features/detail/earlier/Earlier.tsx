import type { EarlierDecisions } from '#shared/inbox/earlier';
import type { ItemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { dateAndTime } from '../../../words/times.ts';
import { Section } from '../Section.tsx';
import styles from './Earlier.module.css';

/** What was decided before for this service and project: facts to look at, no advice (look.md, principle 2). */
export function Earlier({ earlier, onOpen }: { earlier: EarlierDecisions; onOpen: (key: ItemKey) => void }) {
  const { decisions, alike } = earlier;
  if (decisions.length === 0) return null;
  return (
    <Section title={words.asker.earlier}>
      <p className={styles.about}>{alike ? words.asker.alike(alike.of, alike.answers) : words.asker.earlierHint}</p>
      <ul className={styles.list}>
        {decisions.map(({ key, title, at, words: answer, byMe, isAlike }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.decision}
              title={words.asker.open(title)}
              onClick={() => onOpen(key)}
            >
              <span className={styles.title} dir="auto">
                <VisibleText text={title} cut={120} />
              </span>
              <span className={styles.answer} dir="auto">
                <VisibleText text={answer ?? words.asker.answered} cut={80} />
              </span>
              <span className={styles.facts}>
                {[dateAndTime(at), !byMe && words.asker.byOther, isAlike && words.asker.isAlike]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
