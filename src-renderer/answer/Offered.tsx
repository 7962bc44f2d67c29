import type { ItemDetail } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { Sentence } from '../ui/Sentence.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';

/** The answers that an item had offered, by their labels. */
export function Offered({ item }: { item: ItemDetail }) {
  const { actions } = item.notification;
  if (actions.length === 0) return null;
  return (
    <p>
      <Sentence
        words={words.question.offered}
        parts={[
          actions.map((action, index) => (
            <span key={action.id}>
              {index > 0 && ', '}
              <Sentence
                words={words.endings.quoted}
                parts={[
                  <bdi key="label">
                    <VisibleText text={action.label} cut={60} />
                  </bdi>,
                ]}
              />
            </span>
          )),
        ]}
      />
    </p>
  );
}
