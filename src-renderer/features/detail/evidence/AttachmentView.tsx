import { type ReactNode, useMemo, useState } from 'react';
import { decodedBytes } from '#shared/protocol/attachment-rules';
import type { Attachment } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Sentence } from '../../../ui/Sentence.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { useAskForLink } from '../markdown/link-asking.ts';
import { SafeMarkdown } from '../markdown/SafeMarkdown.tsx';
import { safeLink } from '../markdown/safe-link.ts';
import styles from './AttachmentView.module.css';
import { languageOf } from './code/language.ts';
import { CsvView } from './csv/CsvView.tsx';
import { bareType, decodeText, isDiff, kindOf, readableData, sizeWords } from './decode.ts';
import { DiffView } from './diff/DiffView.tsx';
import { ImageView } from './image/ImageView.tsx';
import { JsonView } from './json/JsonView.tsx';
import { TextView } from './lines/TextView.tsx';

/** A picture larger than this is offered to be saved, not drawn. */
const largestImageBytes = 4 * 1024 * 1024;
/** So much of a text tells whether it is a diff. */
const lookedAt = 16 * 1024;

type Props = { attachment: Attachment; index: number; onSave: (index: number) => Promise<boolean> };

/** One piece of evidence: shown where that is safe, to be opened or saved on a click where it is not. */
export function AttachmentView({ attachment, index, onSave }: Props) {
  if (attachment.uri !== undefined && attachment.data === undefined) return <Address attachment={attachment} />;
  const data = readableData(attachment);
  if (!data.ok) {
    return (
      <Frame icon="warning" attachment={attachment}>
        <p className={styles.note}>{words.evidence.unreadable(data.error)}</p>
      </Frame>
    );
  }
  const size = sizeWords(decodedBytes(data.value));
  return (
    <Frame icon="file" attachment={attachment} size={size} action={<SaveButton onSave={() => onSave(index)} />}>
      <Content type={attachment.type} data={data.value} alt={attachment.description ?? ''} />
    </Frame>
  );
}

function Content({ type, data, alt }: { type: string; data: string; alt: string }) {
  const kind = kindOf(type);
  const text = useMemo(() => (kind === 'image' || kind === 'other' ? undefined : decodeText(data)), [kind, data]);
  if (kind === 'image') {
    if (decodedBytes(data) > largestImageBytes) return <p className={styles.note}>{words.evidence.image.tooLarge}</p>;
    return <ImageView source={`data:${bareType(type)};base64,${data}`} alt={alt || words.evidence.image.attached} />;
  }
  if (kind === 'other') return null;
  if (text === undefined) return <p className={styles.note}>{words.evidence.notText}</p>;
  if (kind === 'markdown') {
    return (
      <div className={styles.prose}>
        <SafeMarkdown text={text} headings="h3" />
      </div>
    );
  }
  const label = alt || bareType(type);
  if (kind === 'csv') return <CsvView text={text} type={bareType(type)} label={label} />;
  if (kind === 'json') return <JsonOrText text={text} label={label} />;
  if (isDiff(text.slice(0, lookedAt), type)) return <DiffView text={text} label={label} />;
  return <TextView text={text} language={languageOf(type, alt)} label={label} />;
}

function JsonOrText({ text, label }: { text: string; label: string }) {
  const parsed = useMemo(() => {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return undefined;
    }
  }, [text]);
  return parsed ? (
    <JsonView value={parsed.value} text={text} />
  ) : (
    <TextView text={text} language="json" label={label} />
  );
}

/** Content that lies elsewhere: its host is shown, and it opens outside, once the person has agreed. */
function Address({ attachment }: { attachment: Attachment }) {
  const ask = useAskForLink();
  const link = safeLink(attachment.uri);
  if (!link?.url.startsWith('http')) {
    return (
      <Frame icon="link" attachment={attachment}>
        <p className={styles.note}>
          <Sentence
            words={words.evidence.cannotOpen}
            parts={[<VisibleText key="address" text={attachment.uri ?? ''} cut={200} />]}
          />
        </p>
      </Frame>
    );
  }
  return (
    <Frame
      icon="link"
      attachment={attachment}
      size={link.host}
      action={
        <Button size="s" variant="ghost" onClick={() => ask(link)}>
          <Icon name="external" size={14} />
          {words.evidence.openLink}
        </Button>
      }
    />
  );
}

function Frame(props: {
  icon: IconName;
  attachment: Attachment;
  size?: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { type, description } = props.attachment;
  return (
    <div className={styles.attachment}>
      <div className={styles.head}>
        <Icon name={props.icon} size={14} className={styles.icon} />
        <span className={styles.what}>
          <b>
            <bdi>
              <VisibleText text={description || bareType(type) || words.evidence.attachment} />
            </bdi>
          </b>{' '}
          <span className={styles.facts}>
            {description && (
              <span translate="no">
                <VisibleText text={bareType(type)} cut={60} />
              </span>
            )}
            {props.size !== undefined && (
              <>
                {description ? ' · ' : ''}
                {props.size}
              </>
            )}
          </span>
        </span>
        {props.action}
      </div>
      {props.children && <div className={styles.content}>{props.children}</div>}
    </div>
  );
}

function SaveButton({ onSave }: { onSave: () => Promise<boolean> }) {
  const [isSaved, setIsSaved] = useState(false);
  return (
    <Button size="s" variant="ghost" onClick={() => void onSave().then(setIsSaved)}>
      <Icon name={isSaved ? 'check' : 'download'} size={14} />
      {isSaved ? words.evidence.saved : words.evidence.save}
    </Button>
  );
}
