import type { ItemRow } from '#shared/inbox/item';
import { VisibleText } from '../ui/VisibleText.tsx';

/** Who asks, and for which project. */
export function Origin({ row }: { row: ItemRow }) {
  return (
    <>
      <VisibleText text={row.serviceName || row.serviceId} />
      {row.project !== undefined && row.project !== '' && (
        <>
          {' · '}
          <VisibleText text={row.project} />
        </>
      )}
    </>
  );
}
