import type { ReactNode } from 'react';
import type { AnswerView } from '#shared/inbox/item';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { UndoRing } from '../../../ui/UndoRing.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { answerHeading, returnedAdvice } from '../../../words/detail.ts';
import { holdWords } from '../../../words/holds.ts';
import styles from './AnswerStatus.module.css';

type Props = {
  answer: AnswerView;
  /** Whether it can be sent again: the item is still open. */
  canRetry: boolean;
  singleKeys: boolean;
  now: () => number;
  onUndo: () => void;
  onConfirmAgain: () => void;
  onCopy: (text: string) => Promise<boolean>;
};

/** What truly became of this person's answer (design.md 3.6). */
export function AnswerStatus(props: Props) {
  const { answer } = props;
  return (
    <div className={styles.status} data-state={answer.state}>
      <span className={styles.mark}>{mark(answer, props.now)}</span>
      <div className={styles.words}>
        <b>{answerHeading(answer)}</b>
        <div className={styles.answer}>
          “
          <bdi>
            <VisibleText text={answer.words} />
          </bdi>
          ”
        </div>
        <More {...props} />
      </div>
      {answer.state === 'held' && (
        <Button size="s" keyHint={props.singleKeys ? 'z' : undefined} onClick={props.onUndo}>
          Undo
        </Button>
      )}
      {/* Said once for each change, without the seconds. */}
      <div className={styles.spoken} role="status">
        {answerHeading(answer)}: {answer.words}
        {answer.state === 'returned' && `. ${answer.message}`}
      </div>
    </div>
  );
}

const icons: Record<Exclude<AnswerView['state'], 'held'>, IconName> = {
  waiting: 'cloud',
  sending: 'send',
  accepted: 'check',
  delivered: 'check',
  returned: 'warning',
};

function mark(answer: AnswerView, now: () => number): ReactNode {
  if (answer.state === 'held')
    return <UndoRing key={answer.savedAt} since={answer.savedAt} until={answer.sendAt} now={now} />;
  return <Icon name={icons[answer.state]} size={18} />;
}

function More(props: Props): ReactNode {
  const { answer, now } = props;
  switch (answer.state) {
    case 'held':
      return (
        <div className={styles.more} aria-hidden="true">
          <Seconds
            until={answer.sendAt}
            now={now}
            words={(s) => (s > 0 ? `Will be sent in ${s} s` : 'Being sent now')}
          />
        </div>
      );
    case 'waiting':
      if (answer.hold !== undefined) return <div className={styles.more}>{holdWords[answer.hold]}</div>;
      return (
        <div className={styles.more}>
          It is kept on this computer and sent as soon as that works.{' '}
          <Seconds until={answer.retryAt} now={now} words={(s) => (s > 0 ? `Next try in ${s} s.` : 'Trying now.')} />
          {answer.because !== undefined && (
            <div>
              Last time:{' '}
              <bdi>
                <VisibleText text={answer.because} cut={200} />
              </bdi>
            </div>
          )}
        </div>
      );
    case 'sending':
      return <div className={styles.more}>It is kept on this computer until the server says that it has it.</div>;
    case 'accepted':
      return <div className={styles.more}>The agent has not picked it up yet.</div>;
    case 'delivered':
      return null;
    case 'returned':
      return <Returned {...props} answer={answer} />;
  }
}

function Returned(props: Props & { answer: Extract<AnswerView, { state: 'returned' }> }) {
  const { answer, canRetry, onConfirmAgain, onCopy } = props;
  const advice = canRetry ? returnedAdvice[answer.because] : 'It was not sent. Your words are kept here.';
  return (
    <div className={styles.more}>
      <p>
        <bdi>
          <VisibleText text={answer.message} cut={500} />
        </bdi>
      </p>
      {advice !== undefined && <p>{advice}</p>}
      {(answer.code !== undefined || answer.requestId !== undefined) && (
        <p className={styles.facts}>
          {answer.code !== undefined && (
            <bdi>
              <VisibleText text={answer.code} cut={60} />
            </bdi>
          )}
          {answer.requestId !== undefined && (
            <>
              {' '}
              request{' '}
              <bdi>
                <VisibleText text={answer.requestId} cut={80} />
              </bdi>
            </>
          )}
        </p>
      )}
      <div className={styles.buttons}>
        {answer.because === 'confirm-again' && canRetry && (
          <Button size="s" onClick={onConfirmAgain}>
            Review and confirm…
          </Button>
        )}
        {!canRetry && <CopyButton label="Copy the answer" onCopy={() => onCopy(answer.words)} />}
      </div>
    </div>
  );
}

/** Seconds until a moment (ms of `now`), counted down when they change. */
function Seconds({ until, now, words }: { until: number; now: () => number; words: (seconds: number) => string }) {
  const left = Math.max(0, until - now());
  const seconds = Math.ceil(left / 1000);
  useRedrawAt(left === 0 ? undefined : until - (seconds - 1) * 1000);
  return <span className={styles.seconds}>{words(seconds)}</span>;
}
