import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ItemDetail } from '#shared/inbox/item';
import type { Action } from '#shared/protocol/action';
import { words } from '#shared/words/words';
import { AnswerConfirmation } from '../../answer/AnswerConfirmation.tsx';
import { AnswerForm } from '../../answer/AnswerForm.tsx';
import { AnswerStatus } from '../../answer/AnswerStatus.tsx';
import { EndingStatus } from '../../answer/EndingStatus.tsx';
import { Unsent } from '../../answer/Unsent.tsx';
import { unsentInputs } from '../../answer/unsent.ts';
import { isAnswerable, takesAnswer } from '../../controls/answerable.ts';
import { controlOf } from '../../controls/registry.tsx';
import { localTimeWords } from '../../controls/time-words.ts';
import type { ComposerStores } from '../../stores/composer.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './Composer.module.css';

type Props = { stores: ComposerStores; item: ItemDetail; serverNow: () => number };

/** The control of the one action, or why it can no longer be answered. */
export function ComposerBody({ stores, item, serverNow }: Props) {
  const request = useStore(stores.store, (state) => state.request);
  const offered = item.notification.actions.find((one) => one.id === request?.actionId);
  const action = offered && isAnswerable(offered) ? offered : undefined;
  useEffect(() => {
    if (action) document.title = words.composer.windowTitle(action.label);
  });
  if (!takesAnswer(item)) return <Over stores={stores} item={item} />;
  if (!action) return <p className={styles.note}>{words.composer.noAction}</p>;
  return <Answering stores={stores} item={item} serverNow={serverNow} action={action} />;
}

function Answering({ stores, item, serverNow, action }: Props & { action: Action }) {
  const { openItem } = stores;
  const { draft, changed, attempted, confirming, submitting, error } = useStore(openItem);
  const commands = openItem.getState();
  const serviceName = item.serviceName || words.question.theService;
  const input = draft.inputs[action.id];
  return (
    <div className={styles.body}>
      <RefusedReply stores={stores} action={action} />
      {changed && (
        <Banner
          tone="warn"
          icon="warning"
          heading={words.composer.changed}
          isAlert
          action={
            <Button size="s" onClick={commands.lookedAgain}>
              {words.composer.readAgain}
            </Button>
          }
        />
      )}
      {error && (
        <Banner tone="warn" icon="warning" heading={error.message} isAlert>
          {error.hint}
        </Banner>
      )}
      <div className={styles.form}>
        <AnswerForm
          action={action}
          input={input}
          serviceName={serviceName}
          disabled={changed || submitting}
          attempted={attempted === action.id}
          isOnly
          singleKeys={false}
          takesFocus
          now={serverNow}
          onInput={(next) => commands.setInput(action.id, next)}
          onSend={commands.send}
        />
      </div>
      {confirming && (
        <AnswerConfirmation
          action={action}
          data={confirming.data}
          serviceName={serviceName}
          question={item.title}
          metadata={item.notification.context.metadata}
          onConfirm={commands.confirm}
          onCancel={commands.cancelConfirmation}
        />
      )}
    </div>
  );
}

/** Why a reply came back, where the control does not say it itself. */
function RefusedReply({ stores, action }: { stores: ComposerStores; action: Action }) {
  const request = useStore(stores.store, (state) => state.request);
  const problem = useStore(stores.store, (state) => state.problem);
  const input = useStore(stores.openItem, (state) => state.draft.inputs[action.id]);
  const read = controlOf(action).read(action, input);
  const isSaidBelow = !read.ok && read.error.because === 'invalid';
  if (problem === undefined) return null;
  return (
    <Banner tone="warn" icon="warning" heading={words.composer.refused} isAlert>
      {!isSaidBelow && (
        <>
          {request?.text !== undefined && (
            <>
              {words.composer.youWrote} “
              <bdi>
                <VisibleText text={request.text} cut={120} />
              </bdi>
              ”.{' '}
            </>
          )}
          {problem}
        </>
      )}
    </Banner>
  );
}

/** How the question ended, and what was typed for it. */
function Over({ stores, item }: { stores: ComposerStores; item: ItemDetail }) {
  const { openItem } = stores;
  const draft = useStore(openItem, (state) => state.draft);
  const { undo, confirmAgain, copyText } = openItem.getState();
  return (
    <div className={styles.over} role="status">
      <EndingStatus item={item} />
      {item.answer ? (
        <AnswerStatus
          answer={item.answer}
          ending={item.ending}
          canRetry={false}
          now={Date.now}
          onUndo={undo}
          onConfirmAgain={confirmAgain}
          onCopy={copyText}
        />
      ) : (
        <Unsent inputs={unsentInputs(item.notification.actions, draft, localTimeWords)} onCopy={copyText} />
      )}
    </div>
  );
}
