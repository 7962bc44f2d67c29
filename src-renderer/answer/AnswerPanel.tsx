import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ItemDetail } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { isAnswerable, shownAction, takesAnswer } from '../controls/answerable.ts';
import { localTimeWords } from '../controls/time-words.ts';
import type { OpenItemStore } from '../stores/open-item.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions } from './Actions.tsx';
import { AnswerConfirmation } from './AnswerConfirmation.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './AnswerPanel.module.css';
import { AnswerStatus } from './AnswerStatus.tsx';
import { ClosedNote } from './ClosedNote.tsx';
import { EndingStatus } from './EndingStatus.tsx';
import { Notes } from './Notes.tsx';
import { Unsent } from './Unsent.tsx';
import { unsentInputs } from './unsent.ts';

type Props = {
  store: OpenItemStore;
  item: ItemDetail;
  singleKeys: boolean;
  /** This machine's clock, and the server's, in ms. */
  now: () => number;
  serverNow: () => number;
};

/** Where an item is answered, and afterwards what became of the answer. */
export function AnswerPanel({ store, item, singleKeys, now, serverNow }: Props) {
  const { draft, changed, attempted, confirming, submitting, error } = useStore(store);
  const commands = store.getState();
  const isOpen = takesAnswer(item);
  const disabled = changed || submitting;
  const actions = item.notification.actions;
  const shown = shownAction(item, draft);
  const isOnly = actions.length === 1;
  const openedLate = useOpenedLate(shown?.id);
  const panel = useKeptFocus(isOpen);
  const confirmed = actions.filter(isAnswerable).find((action) => action.id === confirming?.actionId);
  const serviceName = item.serviceName || words.question.theService;

  return (
    <>
      {changed && isOpen && <ChangedBanner onLooked={commands.lookedAgain} />}
      {error && (
        <Banner
          tone="warn"
          icon="warning"
          heading={error.message}
          isAlert
          action={
            <Button size="s" variant="ghost" onClick={commands.dismissError}>
              {words.banners.dismiss}
            </Button>
          }
        >
          {error.hint}
        </Banner>
      )}
      <ClosedNote item={item} serverNow={serverNow} />
      <div ref={panel} className={styles.panel} tabIndex={-1} data-answer>
        <EndingStatus item={item} />
        {!isOpen && !item.answer && (
          <Unsent inputs={unsentInputs(actions, draft, localTimeWords)} onCopy={commands.copyText} />
        )}
        {item.answer && (
          <AnswerStatus
            answer={item.answer}
            ending={item.ending}
            canRetry={isOpen}
            now={now}
            onUndo={commands.undo}
            onConfirmAgain={commands.confirmAgain}
            onCopy={commands.copyText}
          />
        )}
        {isOpen && (
          <div className={styles.offer}>
            {!(isOnly && shown) && (
              <Actions
                actions={actions}
                openAction={shown?.id ?? null}
                disabled={disabled}
                digitKeys={singleKeys}
                onPress={commands.press}
              />
            )}
            {shown && (
              <AnswerForm
                key={shown.id}
                action={shown}
                input={draft.inputs[shown.id]}
                serviceName={serviceName}
                disabled={disabled}
                attempted={attempted === shown.id}
                isOnly={isOnly}
                singleKeys={singleKeys}
                takesFocus={openedLate}
                now={serverNow}
                onInput={(input) => commands.setInput(shown.id, input)}
                onSend={commands.send}
              />
            )}
            <Notes actions={actions} />
          </div>
        )}
      </div>
      {confirming && confirmed && (
        <AnswerConfirmation
          action={confirmed}
          data={confirming.data}
          serviceName={serviceName}
          question={item.title}
          metadata={item.notification.context.metadata}
          onConfirm={commands.confirm}
          onCancel={commands.cancelConfirmation}
        />
      )}
    </>
  );
}

function ChangedBanner({ onLooked }: { onLooked: () => void }): ReactNode {
  return (
    <Banner
      tone="warn"
      icon="warning"
      heading={words.question.changed}
      isAlert
      action={
        <Button size="s" onClick={onLooked}>
          {words.question.readAgain}
        </Button>
      }
    >
      {words.question.changedHint}
    </Banner>
  );
}

/** Whether the shown action was opened after the item was, so that the focus may follow. */
function useOpenedLate(actionId: string | undefined): boolean {
  const first = useRef(actionId);
  if (actionId !== first.current) first.current = undefined;
  return actionId !== undefined && first.current !== actionId;
}

/** When what had the focus goes away with an answer, the focus stays in the panel instead of falling to the page. */
function useKeptFocus(isOpen: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(isOpen);
  useEffect(() => {
    if (before.current === isOpen) return;
    before.current = isOpen;
    if (document.activeElement === document.body) panel.current?.focus();
  }, [isOpen]);
  return panel;
}
