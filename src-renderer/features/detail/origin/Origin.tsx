import type { ReactNode } from 'react';
import type { AccountView } from '#shared/inbox/app-state';
import type { ItemDetail } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { AccountSwatch } from '../../../ui/AccountMark.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { Sentence } from '../../../ui/Sentence.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import metadata from '../evidence/Metadata.module.css';
import { Section } from '../Section.tsx';
import { type AskerActs, AskerStanding } from './AskerStanding.tsx';
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
  asker?: AskerActs | undefined;
};

/** Where a question comes from: what a person looks at before they trust it. */
export function Origin({ item, account, formerAccount, services, onCopy, onShowHistory, muting, asker }: Props) {
  const { notification } = item;
  const twin = lookAlike({ id: item.serviceId, name: item.serviceName }, services);
  return (
    <Section title={words.origin.title}>
      <dl className={metadata.table}>
        <Row name={words.origin.service}>
          <bdi>
            <VisibleText text={item.serviceName || words.origin.unnamed} />
          </bdi>
          {item.firstFromService && <Pill tone="warn">{words.origin.first}</Pill>}
          {onShowHistory && (
            <Button size="s" variant="ghost" onClick={() => onShowHistory(item.serviceId)}>
              {words.origin.earlier}
            </Button>
          )}
        </Row>
        {muting && (
          <Row name={words.origin.notifications}>
            <MuteService item={item} muting={muting} />
          </Row>
        )}
        {asker && (
          <Row name={words.asker.asking}>
            <AskerStanding key={item.serviceId} name={item.serviceName || item.serviceId} acts={asker} />
          </Row>
        )}
        {twin && (
          <Row name={words.origin.looksLike}>
            <Pill tone="warn">{words.origin.another}</Pill>
            <span>
              <Sentence
                words={words.origin.twin}
                parts={[
                  <bdi key="name">
                    <VisibleText text={twin.name} />
                  </bdi>,
                  <bdi key="id">
                    <VisibleText text={twin.id} cut={80} />
                  </bdi>,
                ]}
              />
            </span>
          </Row>
        )}
        <Row name={words.origin.serviceId}>
          <bdi>
            <VisibleText text={item.serviceId} />
          </bdi>
        </Row>
        {item.project !== undefined && (
          <Row name={words.origin.project}>
            <bdi>
              <VisibleText text={item.project} />
            </bdi>
          </Row>
        )}
        <Row name={words.origin.server}>
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
              <span className={styles.quiet}>
                {formerAccount === undefined ? words.origin.notConnected : words.origin.removed}
              </span>
            </>
          )}
        </Row>
        <Row name={words.origin.questionId}>
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
