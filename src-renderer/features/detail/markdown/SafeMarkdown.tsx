import { type ComponentProps, memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkBreaks from 'remark-breaks';
import remarkGfm from 'remark-gfm';
import { dedent } from '#shared/text/dedent';
import { hasHiddenCharacters } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { Sentence } from '../../../ui/Sentence.tsx';
import { useSpeech } from '../../../ui/speech-context.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { type Chunk, countBeginning, countLinks, cutBytes, mostLinks, shownBytes, splitMarkdown } from './chunks.ts';
import { imageAt, takeOutImages } from './inline-images.ts';
import { LinkButton } from './LinkButton.tsx';
import { useAskForLink } from './link-asking.ts';
import { makeHarmless } from './make-harmless.ts';
import styles from './SafeMarkdown.module.css';
import { ShowInstead } from './ShowInstead.tsx';
import { namesItsHost, safeLink } from './safe-link.ts';

/** All headings of a text have one level, below the heading that the text stands under: its own order may be any. */
type HeadingLevel = 'h2' | 'h3';

const allowedElements = [
  ...['p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code'],
  ...['strong', 'em', 'del', 'sup', 'a', 'img', 'input', 'span'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/**
 * Markdown that somebody else wrote, as React elements of an allow-list: no HTML, no style, no address that is loaded
 * or followed by itself. A long text shows its beginning; the rest comes in pieces, so that no frame waits for it.
 */
export function SafeMarkdown({ text, headings }: { text: string; headings: HeadingLevel }) {
  const { chunks, images, isCut } = useMemo(() => {
    const taken = takeOutImages(text);
    const kept = cutBytes(taken.text, shownBytes);
    return { chunks: splitMarkdown(dedent(kept)), images: taken.images, isCut: kept.length < taken.text.length };
  }, [text]);
  const beginning = useMemo(() => countBeginning(chunks), [chunks]);
  const [isWhole, setIsWhole] = useState(false);
  const [count, setCount] = useState(beginning);
  const wanted = isWhole ? chunks.length : beginning;

  useEffect(() => {
    if (count >= wanted) return;
    const timer = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(timer);
  }, [count, wanted]);

  const rest = chunks.slice(beginning).reduce((sum, chunk) => sum + chunk.text.length, 0);
  let links = 0;
  let at = 0;
  return (
    <div className={styles.markdown}>
      {chunks.slice(0, Math.max(count, beginning)).map((chunk) => {
        const key = at;
        const linksLeft = Math.max(0, mostLinks - links);
        at += chunk.text.length;
        links += countLinks(chunk.text);
        return <ChunkView key={key} chunk={chunk} images={images} linksLeft={linksLeft} headings={headings} />;
      })}
      {beginning < chunks.length && !isWhole && (
        <p className={styles.more}>
          <Button size="s" onClick={() => setIsWhole(true)}>
            {words.evidence.markdown.showRest(roughly(rest))}
          </Button>
        </p>
      )}
      {isCut && (isWhole || beginning === chunks.length) && (
        <p className={styles.more}>{words.evidence.markdown.cut(shownBytes / 1024)}</p>
      )}
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
    input: ({ checked }: ElementProps<'input'>) => <span className={styles.tick}>{checked ? '☑' : '☐'}</span>,
    a: ({ href, children }: ElementProps<'a'>) => <MarkdownLink href={href}>{children}</MarkdownLink>,
    img: ({ src, alt }: ElementProps<'img'>) => <MarkdownImage images={images} src={src} alt={alt} />,
  };
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
