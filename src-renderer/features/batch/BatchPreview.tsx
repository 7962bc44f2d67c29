import { useId } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { controlOf } from '../../controls/registry.tsx';
import type { BatchPreview as Preview } from '../../stores/batch.ts';
import { useStores } from '../../stores/use-stores.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './BatchPreview.module.css';
import { PreviewItems } from './PreviewItems.tsx';
import { SentValue } from './SentValue.tsx';

/** The deliberate act: every question that would be answered, what is sent and to whom, before anything is. */
export function BatchPreview() {
  const { batch } = useStores();
  const preview = useStore(batch.store, (state) => state.preview);
  return preview ? <Dialog preview={preview} /> : null;
}

function Dialog({ preview }: { preview: Preview }) {
  const { batch } = useStores();
  const id = useId();
  const { action, items, unticked, input, serviceName } = preview;
  const { Control, read, asksForValue } = controlOf(action);
  const answer = read(action, input);
  const count = items.length - unticked.size;
  const said = words.batch;
  return (
    <ConfirmDialog
      title={said.title(items.length)}
      confirmLabel={said.confirm(count)}
      isReady={answer.ok && count > 0}
      onConfirm={() => {
        if (answer.ok) void batch.confirm(answer.value);
      }}
      onCancel={batch.cancel}
    >
      {asksForValue && (
        <div className={styles.control}>
          <Control
            action={action}
            input={input}
            onInput={batch.changeInput}
            disabled={false}
            message={!answer.ok && answer.error.because === 'invalid' ? answer.error.message : undefined}
            id={id}
            digitKeys={false}
            now={Date.now}
          />
        </div>
      )}
      <p className={styles.sends} role="status">
        {answer.ok ? (
          <>
            {said.sends} <SentValue action={action} data={answer.value} /> {said.to(count)}{' '}
            <bdi>
              <VisibleText text={serviceName} cut={60} />
            </bdi>
            .
          </>
        ) : (
          said.noAnswerYet
        )}
      </p>
      <PreviewItems items={items} unticked={unticked} onTick={batch.tick} />
    </ConfirmDialog>
  );
}
