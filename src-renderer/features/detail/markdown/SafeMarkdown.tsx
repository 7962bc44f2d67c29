import { type ComponentProps, isValidElement, memo, type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { dedent } from '#shared/text/dedent';
import { hasHiddenCharacters } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { reachableGroup } from '../../../ui/reachable.ts';
import { Sentence } from '../../../ui/Sentence.tsx';
import { useSpeech } from '../../../ui/speech-context.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { type Chunk, countBeginning, countLinks, cutBytes, mostLinks, shownBytes, splitMarkdown } from './chunks.ts';
import { imageAt, takeOutImages } from './inline-images.ts';
import { LinkButton } from './LinkButton.tsx';
import { Lazily } from './lazily.ts';
import { useAskForLink } from './link-asking.ts';
import { makeHarmless } from './make-harmless.ts';
import styles from './SafeMarkdown.module.css';
import { ShowInstead } from './ShowInstead.tsx';
import { namesItsHost, safeLink } from './safe-link.ts';
import { useGrowing } from './use-growing.ts';

/** All headings of a text have one level, below the heading that the text stands under: its own order may be any. */
type HeadingLevel = 'h2' | 'h3';

const allowedElements = [
  ...['p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code'],
  ...['strong', 'em', 'del', 'sup', 'a', 'img', 'input', 'span'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/**
 * Markdown that somebody else wrote, as React elements of an allow-list: no HTML, no style, no address that is loaded
 * or followed by itself. A long text shows its beginning; the rest comes in pieces as it is scrolled to, so that no
 * frame waits for it.
 */
export function SafeMarkdown({ text, headings }: { text: string; headings: HeadingLevel }) {
  const { chunks, length, images, isCut } = useMemo(() => {
    const taken = takeOutImages(text);
    const kept = cutBytes(taken.text, shownBytes);
    const shown = dedent(kept);
    const isCut = kept.length < taken.text.length;
    return { chunks: new Lazily(splitMarkdown(shown)), length: shown.length, images: taken.images, isCut };
  }, [text]);
  const beginning = useMemo(() => countBeginning(chunks), [chunks]);
  const { count, isWhole, showWhole, end } = useGrowing(beginning, chunks);
  const shown = chunks.first(count);
  const isAll = chunks.first(count + 1).length === count;
  const rest = length - shown.reduce((sum, chunk) => sum + chunk.text.length, 0);
  let links = 0;
  let at = 0;
  return (
    <div className={styles.markdown}>
      {shown.map((chunk) => {
        const key = at;
        const linksLeft = Math.max(0, mostLinks - links);
        at += chunk.text.length + 1;
        links += countLinks(chunk.text);
        return <ChunkView key={key} chunk={chunk} images={images} linksLeft={linksLeft} headings={headings} />;
      })}
      {!isAll && !isWhole && (
        <p className={styles.more}>
          <Button size="s" onClick={showWhole}>
            {words.evidence.markdown.showRest(roughly(rest))}
          </Button>
        </p>
      )}
      {!isAll && isWhole && <div ref={end} className={styles.end} />}
      {isCut && isAll && <p className={styles.more}>{words.evidence.markdown.cut(shownBytes / 1024)}</p>}
    </div>
  );
}

/** A count that is read as a size: in whole thousands where it is large. */
function roughly(characters: number): number {
  return characters < 1_000 ? characters : Math.round(characters / 1_000) * 1_000;
}

type ChunkProps = { chunk: Chunk; images: readonly string[]; linksLeft: number; headings: HeadingLevel };

const ChunkView = memo(function ChunkView({ chunk, images, linksLeft, headings }: ChunkProps) {
  useSpeech();
  const components = useMemo(() => componentsFor(images, headings), [images, headings]);
  const asItIs = (
    <div className={styles.plain} dir="auto">
      <VisibleText text={chunk.text} />
    </div>
  );
  if (chunk.kind === 'plain') return asItIs;
  if (chunk.kind === 'code') return <CodeBlock text={chunk.text} language={chunk.language} />;
  return (
    <ShowInstead fallback={asItIs}>
      <div className={styles.chunk}>
        <ReactMarkdown
          remarkPlugins={[[remarkGfm, { singleTilde: false }], remarkBreaks]}
          rehypePlugins={[[makeHarmless, { chipClass: styles.hidden, linksLeft }]]}
          allowedElements={allowedElements}
          unwrapDisallowed
          urlTransform={(url) => url}
          components={components}
        >
          {chunk.text}
        </ReactMarkdown>
      </div>
    </ShowInstead>
  );
});

type ElementProps<T extends 'a' | 'img' | 'input'> = ComponentProps<T>;

function componentsFor(images: readonly string[], Level: HeadingLevel): Components {
  const heading =
    (size: 1 | 2 | 3) =>
    ({ children }: { children?: ReactNode }) => (
      <Level dir="auto" data-size={size}>
        {children}
      </Level>
    );
  return {
    h1: heading(1),
    h2: heading(2),
    h3: heading(3),
    h4: heading(3),
    h5: heading(3),
    h6: heading(3),
    p: ({ children }) => <p dir="auto">{children}</p>,
    ul: ({ children }) => <ul dir="auto">{children}</ul>,
    ol: ({ children, start }) => (
      <ol dir="auto" start={start}>
        {children}
      </ol>
    ),
    pre: ({ children }) => <Fenced>{children}</Fenced>,
    table: ({ children }) => (
      <div className={styles.table} {...reachableGroup(words.evidence.markdown.table)}>
        <table>{children}</table>
      </div>
    ),
    input: ({ checked }: ElementProps<'input'>) => <span className={styles.tick}>{checked ? '☑' : '☐'}</span>,
    a: ({ href, children }: ElementProps<'a'>) => <MarkdownLink href={href}>{children}</MarkdownLink>,
    img: ({ src, alt }: ElementProps<'img'>) => <MarkdownImage images={images} src={src} alt={alt} />,
  };
}

/** A fenced block holds one `code` element, and that the text. */
function Fenced({ children }: { children: ReactNode }) {
  const code = isValidElement<ComponentProps<'code'>>(children) ? children.props : undefined;
  const text = typeof code?.children === 'string' ? code.children : '';
  return <CodeBlock text={text} language={/language-(\S+)/.exec(code?.className ?? '')?.[1]} />;
}

function MarkdownLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const ask = useAskForLink();
  const link = safeLink(href);
  if (!link) return children;
  const said = typeof children === 'string' ? children : '';
  return (
    <LinkButton link={link} showsHost={!namesItsHost(said, link)} onAsk={ask}>
      {children}
    </LinkButton>
  );
}

function MarkdownImage(props: { images: readonly string[]; src: ElementProps<'img'>['src']; alt: string | undefined }) {
  const ask = useAskForLink();
  const source = typeof props.src === 'string' ? props.src : undefined;
  const alt = props.alt ?? '';
  const picture = imageAt(props.images, source);
  if (picture) return <img className={styles.picture} src={picture} alt={alt} />;
  const link = safeLink(source);
  const { picture: unnamed, pictureOf, pictureNotShown } = words.evidence.markdown;
  const name = alt === '' ? unnamed : pictureOf(alt);
  const shown = hasHiddenCharacters(name) ? <VisibleText text={name} /> : name;
  if (!link) {
    return (
      <span className={styles.missing}>
        <Sentence words={pictureNotShown} parts={[shown]} />
      </span>
    );
  }
  return (
    <LinkButton link={link} showsHost onAsk={ask}>
      {shown}
    </LinkButton>
  );
}
