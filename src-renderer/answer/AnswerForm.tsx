import { useEffect, useId, useRef } from 'react';
import { valueWords } from '#shared/inbox/answer-words';
import type { DraftInput } from '#shared/inbox/draft';
import type { Action } from '#shared/protocol/action';
import { cutText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { controlOf } from '../controls/registry.tsx';
import { localTimeWords } from '../controls/time-words.ts';
import { useKeyHint } from '../keyboard/key-hints.tsx';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import styles from './AnswerForm.module.css';
import { FlagBadges } from './FlagBadges.tsx';

type Props = {
  action: Action;
  input: DraftInput | undefined;
  serviceName: string;
  disabled: boolean;
  /** Whether Send was tried, so that what is missing is said. */
  attempted: boolean;
  /** The only action: it has no button of its own, so its flags stand here and the digits choose its options. */
  isOnly: boolean;
  singleKeys: boolean;
  /** Whether the focus goes to the control: it was opened a moment ago. */
  takesFocus: boolean;
  now: () => number;
  onInput: (input: DraftInput | undefined) => void;
  onSend: () => void;
};

/** An action's control, what it would send, and Send. */
export function AnswerForm(props: Props) {
  const { action, input, disabled, isOnly, serviceName, takesFocus } = props;
  const id = useId();
  const sendKey = useKeyHint('send');
  const form = useRef<HTMLDivElement>(null);
  const { Control, read, pressDigit } = controlOf(action);
  const digitKeys = isOnly && props.singleKeys && !disabled;
  /** Where the digits choose nothing, the first of them leads here. */
  const isReachedByDigit = digitKeys && pressDigit?.(action, input, 1) === undefined;
  const answer = read(action, input);
  const problem = answer.ok ? undefined : answer.error;
  const message = problem?.because === 'invalid' || props.attempted ? problem?.message : undefined;

  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input, textarea, [role="slider"]')?.focus();
  }, [takesFocus]);

  return (
    <div ref={form} className={styles.form} data-reached={isReachedByDigit || undefined}>
      {isReachedByDigit && (
        <span className={styles.digit}>
          <Kbd>1</Kbd>
        </span>
      )}
      {isOnly && action.flags.length > 0 && (
        <div className={styles.flags}>
          <FlagBadges flags={action.flags} id={`${id}-flags`} />
        </div>
      )}
      <Control
        action={action}
        input={input}
        onInput={props.onInput}
        disabled={disabled}
        message={message}
        id={id}
        digitKeys={digitKeys}
        now={props.now}
      />
      <div className={styles.foot}>
        <span className={styles.sends}>
          {answer.ok && (
            <Sentence
              words={words.answering.sends}
              parts={[
                <b key="what">
                  <Value action={action} data={answer.value} />
                </b>,
                <bdi key="to">
                  <VisibleText text={serviceName} cut={60} />
                </bdi>,
              ]}
            />
          )}
        </span>
        <Button
          variant="primary"
          keyHint={sendKey}
          aria-label={words.answering.sendNamed(action.label)}
          aria-disabled={disabled || !answer.ok || undefined}
          aria-describedby={isOnly && action.flags.length > 0 ? `${id}-flags` : undefined}
          onClick={props.onSend}
        >
          {words.answering.send}
        </Button>
      </div>
    </div>
  );
}

/** What an answer carries, in the sender's words, short enough for a line. */
export function Value({ action, data }: { action: Action; data: unknown }) {
  const value = valueWords(action, data, localTimeWords) ?? '';
  if (value === '') return words.answering.emptyText;
  return (
    <bdi>
      <VisibleText text={cutText(value, 160)} />
    </bdi>
  );
}
