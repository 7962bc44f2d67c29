import type { Action } from '#shared/protocol/action';
import { isKnownFlag, type KnownFlag } from '#shared/protocol/flags';
import type { ResponseData } from '#shared/validation/validate-response';
import { words } from '#shared/words/words';
import { controlOf } from '../controls/registry.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import { costEntries } from '../words/costs.ts';
import { flagSentence } from '../words/flags.ts';
import styles from './AnswerConfirmation.module.css';
import { Value } from './AnswerForm.tsx';

const flagIcons: Record<KnownFlag, IconName> = {
  destructive: 'trash',
  irreversible: 'warning',
  affects_others: 'people',
  costly: 'coin',
  experimental: 'flask',
  time_sensitive: 'clock',
  requires_confirmation: 'shield',
};

type Props = {
  action: Action;
  data: ResponseData;
  serviceName: string;
  question: string;
  metadata: Record<string, unknown>;
  onConfirm: () => void;
  onCancel: () => void;
};

/** The second, deliberate act: what would be sent, and every flag in words. */
export function AnswerConfirmation({ action, data, serviceName, question, metadata, onConfirm, onCancel }: Props) {
  const costs = action.flags.includes('costly') ? costEntries(metadata) : [];
  const isDestructive = action.flags.includes('destructive');
  return (
    <ConfirmDialog
      title={
        <bdi>
          <VisibleText text={action.label} cut={256} />
        </bdi>
      }
      danger={isDestructive}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p className={styles.question} dir="auto">
        <bdi>
          <VisibleText text={question} cut={256} />
        </bdi>
      </p>
      <ul className={styles.flags}>
        {action.flags.map((flag) => (
          <li key={flag} className={styles.flag} data-destructive={flag === 'destructive' || undefined}>
            <Icon name={isKnownFlag(flag) ? flagIcons[flag] : 'info'} className={styles.icon} />
            <span>{flagSentence(flag)}</span>
          </li>
        ))}
      </ul>
      {costs.length > 0 && (
        <dl className={styles.costs}>
          {costs.map(([key, value]) => (
            <div key={key}>
              <dt>
                <bdi>
                  <VisibleText text={key} cut={60} />
                </bdi>
              </dt>
              <dd>
                <bdi>
                  <VisibleText text={value} cut={120} />
                </bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p dir="auto">
        <Sentence
          words={words.answering.sendsSentence}
          parts={[
            <b key="what" className={styles.value}>
              {controlOf(action).asksForValue ? (
                <Value action={action} data={data} />
              ) : (
                <bdi>
                  <VisibleText text={action.label} cut={60} />
                </bdi>
              )}
            </b>,
            <bdi key="to">
              <VisibleText text={serviceName} cut={60} />
            </bdi>,
          ]}
        />
      </p>
    </ConfirmDialog>
  );
}
