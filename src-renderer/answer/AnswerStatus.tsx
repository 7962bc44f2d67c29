import type { ReactNode } from 'react';
import type { AnswerView, Ending } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { useKeyHint } from '../keyboard/key-hints.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { UndoRing } from '../ui/UndoRing.tsx';
import { useRedrawAt } from '../ui/use-moment.ts';
import { VisibleText } from '../ui/VisibleText.tsx';
import { answerHeading, waitingWords } from '../words/answering.ts';
import styles from './AnswerStatus.module.css';

type Props = {
  answer: AnswerView;
  /** How the item ended, if it did. */
  ending: Ending | undefined;
  /** Whether it can be sent again: the item is still open. */
  canRetry: boolean;
  now: () => number;
  onUndo: () => void;
  onConfirmAgain: () => void;
  onCopy: (text: string) => Promise<boolean>;
};

/** What truly became of this person's answer (design.md 3.6). */
export function AnswerStatus(props: Props) {
  const { answer } = props;
  const undoKey = useKeyHint('undo');
  return (
    <div className={styles.status} data-state={answer.state}>
      <span className={styles.mark}>{mark(answer, props.now)}</span>
      <div className={styles.words}>
        <b>{answerHeading(answer)}</b>
        <div className={styles.answer}>
          <Sentence
            words={words.endings.quoted}
            parts={[
              <bdi key="answer">
                <VisibleText text={answer.words} />
              </bdi>,
            ]}
          />
        </div>
        <More {...props} />
      </div>
      {answer.state === 'held' && (
        <Button size="s" keyHint={undoKey} onClick={props.onUndo}>
          {words.answering.undo}
        </Button>
      )}
    </div>
  );
}

/** What a person can do about an answer that came back while the question still waits. */
function adviceOn({ because }: ReturnedAnswer): string | undefined {
  return because === 'refused' ? words.answering.correctIt : undefined;
}

type ReturnedAnswer = Extract<AnswerView, { state: 'returned' }>;

function isLostTo(answer: ReturnedAnswer, ending: Ending | undefined): ending is Extract<Ending, { how: 'answered' }> {
  return answer.because === 'already-answered' && ending?.how === 'answered';
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
            words={(s) => (s > 0 ? words.answering.willBeSentIn(s) : words.answering.beingSent)}
          />
        </div>
      );
    case 'waiting':
      return (
        <div className={styles.more}>
          {answer.retryAt === undefined ? (
            waitingWords(answer.waitsFor, undefined)
          ) : (
            <Seconds until={answer.retryAt} now={now} words={(s) => waitingWords(answer.waitsFor, s * 1000)} />
          )}
          {answer.because !== undefined && (
            <div>
              <Sentence
                words={answer.waitsFor === 'connection' ? words.answering.lastTime : words.answering.serverSaid}
                parts={[
                  <bdi key="because">
                    <VisibleText text={answer.because} cut={200} />
                  </bdi>,
                ]}
              />
            </div>
          )}
        </div>
      );
    case 'sending':
      return <div className={styles.more}>{words.answering.untilServerHasIt}</div>;
    case 'accepted':
      return <div className={styles.more}>{words.answering.notPickedUp}</div>;
    case 'delivered':
      return null;
    case 'returned':
      return <Returned {...props} answer={answer} />;
  }
}

function Returned(props: Props & { answer: ReturnedAnswer }) {
  const { answer, ending, canRetry, onConfirmAgain, onCopy } = props;
  const advice = canRetry ? adviceOn(answer) : words.answering.keptHere;
  const isLost = isLostTo(answer, ending);
  return (
    <div className={styles.more}>
      {/* Who was first, with what and when, stands right above. */}
      {!isLost && (
        <p>
          <bdi>
            <VisibleText text={answer.message} cut={500} />
          </bdi>
        </p>
      )}
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
              <Sentence
                words={words.answering.request}
                parts={[
                  <bdi key="id">
                    <VisibleText text={answer.requestId} cut={80} />
                  </bdi>,
                ]}
              />
            </>
          )}
        </p>
      )}
      <div className={styles.buttons}>
        {answer.because === 'confirm-again' && canRetry && (
          <Button size="s" onClick={onConfirmAgain}>
            {words.answering.reviewAndConfirm}
          </Button>
        )}
        {!canRetry && <CopyButton label={words.answering.copyAnswer} onCopy={() => onCopy(answer.words)} />}
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
