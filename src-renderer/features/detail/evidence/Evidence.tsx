import type { Attachment } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { Section } from '../Section.tsx';
import { AttachmentView } from './AttachmentView.tsx';
import styles from './Metadata.module.css';

/** As many as the protocol allows (section 18); a server that lets more through does not flood the page. */
const mostAttachments = 10;

export function Evidence(props: { attachments: readonly Attachment[]; onSave: (index: number) => Promise<boolean> }) {
  const { attachments, onSave } = props;
  if (attachments.length === 0) return null;
  const hidden = attachments.length - mostAttachments;
  return (
    <Section title={words.evidence.title}>
      {attachments.slice(0, mostAttachments).map((attachment, index) => (
        // What is attached never changes place within one revision.
        <AttachmentView key={keyOf(attachment, index)} attachment={attachment} index={index} onSave={onSave} />
      ))}
      {hidden > 0 && <p className={styles.rest}>{words.evidence.notShown(hidden)}</p>}
    </Section>
  );
}

function keyOf(attachment: Attachment, index: number): string {
  return `${index} ${attachment.type} ${attachment.uri ?? attachment.data?.length ?? ''}`;
}
