import { useEffect, useState } from 'react';
import type { Attachment } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { Section } from '../Section.tsx';
import { AttachmentView } from './AttachmentView.tsx';
import styles from './Metadata.module.css';

/** As many as the protocol allows (section 18); a server that lets more through does not flood the page. */
const mostAttachments = 10;
/** Attachments of so many characters together are drawn in one frame. */
const lightWeight = 16 * 1024;

export function Evidence(props: { attachments: readonly Attachment[]; onSave: (index: number) => Promise<boolean> }) {
  const { attachments, onSave } = props;
  const drawn = useOneByOne(attachments);
  if (attachments.length === 0) return null;
  const hidden = attachments.length - mostAttachments;
  return (
    <Section title={words.evidence.title}>
      {attachments.slice(0, Math.min(drawn, mostAttachments)).map((attachment, index) => (
        // What is attached never changes place within one revision.
        <AttachmentView key={keyOf(attachment, index)} attachment={attachment} index={index} onSave={onSave} />
      ))}
      {hidden > 0 && <p className={styles.rest}>{words.evidence.notShown(hidden)}</p>}
    </Section>
  );
}

/** How many are drawn so far: small ones all at once, heavy ones one after the other, each in a task of its own. */
function useOneByOne(attachments: readonly Attachment[]): number {
  const weight = attachments.reduce((sum, { data, description }) => sum + (data ?? description ?? '').length, 0);
  const isLight = weight <= lightWeight;
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (isLight || drawn >= attachments.length) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [isLight, drawn, attachments.length]);
  return isLight ? attachments.length : drawn;
}

function keyOf(attachment: Attachment, index: number): string {
  return `${index} ${attachment.type} ${attachment.uri ?? attachment.data?.length ?? ''}`;
}
