import type { ItemDetail } from '#shared/inbox/item';
import { VisibleText } from '../../../ui/VisibleText.tsx';

/** The answers that an item had offered, by their labels. */
export function Offered({ item }: { item: ItemDetail }) {
  const { actions } = item.notification;
  if (actions.length === 0) return null;
  return (
    <p>
      Answers that were offered:{' '}
      {actions.map((action, index) => (
        <span key={action.id}>
          {index > 0 && ', '}“
          <bdi>
            <VisibleText text={action.label} cut={60} />
          </bdi>
          ”
        </span>
      ))}
    </p>
  );
}
