import type { ReactNode } from 'react';
import type { ItemDetail } from '#shared/inbox/item';
import { isOpen } from '#shared/protocol/lifecycle';
import { words } from '#shared/words/words';
import { Age } from '../../../ui/Age.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { ServiceIcon } from '../../../ui/ServiceIcon.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { statusWords } from '../../../words/endings.ts';
import styles from './Header.module.css';

type Props = {
  item: ItemDetail;
  clockOffsetMs: number;
  now: () => number;
  toolbar: ReactNode;
  onBack: (() => void) | undefined;
};

/** Who asks, about what, since when and for how long. */
export function Header({ item, clockOffsetMs, now, toolbar, onBack }: Props) {
  const name = item.serviceName || words.question.unnamedService;
  const clock = { clockOffsetMs, now };
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {onBack && (
          <Button variant="ghost" size="s" aria-label={words.question.back} onClick={onBack}>
            <Icon name="chevron-left" />
          </Button>
        )}
        <ServiceIcon id={item.serviceId} name={name} size={24} />
        <div className={styles.who}>
          <b>
            <bdi>
              <VisibleText text={name} cut={60} />
            </bdi>
          </b>
          <span className={styles.facts}>
            {item.project !== undefined && (
              <span className={styles.fact}>
                <bdi>
                  <VisibleText text={item.project} cut={60} />
                </bdi>
              </span>
            )}
            <span className={styles.fact}>
              <Age
                since={item.timestamp}
                {...clock}
                justNow={words.question.askedJustNow}
                words={words.question.askedAgo}
              />
            </span>
          </span>
        </div>
        {isOpen(item.status) && item.ending === undefined ? (
          item.deadline !== undefined && <Countdown deadline={item.deadline} {...clock} />
        ) : (
          <Pill>{statusWords(item)}</Pill>
        )}
        {toolbar}
      </div>
    </header>
  );
}
