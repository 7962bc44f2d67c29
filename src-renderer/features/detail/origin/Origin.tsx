import type { ReactNode } from 'react';
import type { AccountView } from '#shared/inbox/app-state';
import type { ItemDetail } from '#shared/inbox/item';
import { AccountSwatch } from '../../../ui/AccountMark.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import metadata from '../evidence/Metadata.module.css';
import { Section } from '../Section.tsx';
import { lookAlike } from './look-alike.ts';
import { MuteService, type Muting } from './MuteService.tsx';
import styles from './Origin.module.css';

type Props = {
  item: ItemDetail;
  account: AccountView | undefined;
  /** The name of an account that was removed while its history was kept. */
  formerAccount?: string | undefined;
  services: readonly { id: string; name: string }[];
  onCopy: (text: string) => Promise<boolean>;
  onShowHistory?: ((serviceId: string) => void) | undefined;
  muting?: Muting | undefined;
};

/** Where a question comes from: what a person looks at before they trust it. */
export function Origin({ item, account, formerAccount, services, onCopy, onShowHistory, muting }: Props) {
  const { notification } = item;
  const twin = lookAlike({ id: item.serviceId, name: item.serviceName }, services);
  return (
    <Section title="Origin">
      <dl className={metadata.table}>
        <Row name="Service">
          <bdi>
            <VisibleText text={item.serviceName || 'unnamed'} />
          </bdi>
          {item.firstFromService && <Pill tone="warn">first question from this service</Pill>}
          {onShowHistory && (
            <Button size="s" variant="ghost" onClick={() => onShowHistory(item.serviceId)}>
              Earlier decisions
            </Button>
          )}
        </Row>
        {muting && (
          <Row name="Notifications">
            <MuteService item={item} muting={muting} />
          </Row>
        )}
        {twin && (
          <Row name="Looks like">
            <Pill tone="warn">another service</Pill>
            <span>
              “
              <bdi>
                <VisibleText text={twin.name} />
              </bdi>
              ” with the id{' '}
              <bdi>
                <VisibleText text={twin.id} cut={80} />
              </bdi>
            </span>
          </Row>
        )}
        <Row name="Service id">
          <bdi>
            <VisibleText text={item.serviceId} />
          </bdi>
        </Row>
        {item.project !== undefined && (
          <Row name="Project">
            <bdi>
              <VisibleText text={item.project} />
            </bdi>
          </Row>
        )}
        <Row name="Server">
          {account ? (
            <>
              <AccountSwatch colour={account.colour} />{' '}
              <bdi>
                <VisibleText text={account.name} />
              </bdi>{' '}
              <span className={styles.quiet}>{account.url}</span>
            </>
          ) : (
            <>
              <bdi>
                <VisibleText text={formerAccount ?? item.account} />
              </bdi>{' '}
              <span className={styles.quiet}>{formerAccount === undefined ? 'not connected now' : 'removed'}</span>
            </>
          )}
        </Row>
        <Row name="Question id">
          <bdi>
            <VisibleText text={notification.id} />
          </bdi>
          <CopyButton onCopy={() => onCopy(notification.id)} />
        </Row>
      </dl>
    </Section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={metadata.row}>
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
