/** A part of a text: read as Markdown by itself, one fenced block of code, or too odd for both and shown as it is. */
export type Chunk =
  | { kind: 'markdown' | 'plain'; text: string }
  | { kind: 'code'; text: string; language: string | undefined };

/** guarantees.md 2: so much of a text is shown, in bytes. */
export const shownBytes = 256 * 1024;
/** Reading Markdown takes time that grows with its weight (see `weigh`); a piece this heavy keeps a frame free. */
const chunkWeight = 2_400;
/** A text up to this weight is one chunk: nothing that belongs together is ever taken apart in it. */
const wholeWeight = 8_000;
/** A line costs as much as so many characters: it may become an element of its own. */
const lineWeight = 12;
/** A piece of plain text, in characters. */
const plainLength = 3_000;
/** Lines that open more containers than this are no text but an attempt to nest (guarantees.md 2: nesting 100). */
const nestedLine = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){24}/m;
/** More marks than this in one chunk are no text either; pairing them up is what takes the time. */
const mostMarks = 1_000;
/** A table with more columns than this is filled up with empty cells by the thousand. */
const wideTable = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|){24}/m;
const linkMark = /\]\(|\]\[|\[\^|https?:|www\.|@/g;
/** guarantees.md 2: so many links of a text work. */
export const mostLinks = 200;

/** Cuts a text after so many bytes of UTF-8, never inside a character. Returns it whole when it is short enough. */
export function cutBytes(text: string, bytes: number): string {
  // A UTF-16 unit takes three bytes at most, so most texts need no counting.
  if (text.length * 3 <= bytes) return text;
  const encoded = new TextEncoder().encode(text);
  if (encoded.length <= bytes) return text;
  return new TextDecoder().decode(encoded.slice(0, bytes)).replace(/\ufffd$/, '');
}

/** How many links and footnotes a text holds at most; more than there are, if anything. */
export function countLinks(text: string): number {
  return text.match(linkMark)?.length ?? 0;
}

function weigh(text: string): number {
  return text.length + (text.match(/\n/g)?.length ?? 0) * lineWeight;
}

/**
 * Splits a text at empty lines, outside of fenced code, into chunks that are each quickly read. They are found as they
 * are asked for: a long text costs what is shown of it.
 */
export function* splitMarkdown(text: string): Generator<Chunk> {
  if (weigh(text) <= wholeWeight) return yield asChunk(text);
  let from = 0;
  let weight = 0;
  for (const block of blocksOf(text)) {
    if (weight + block.weight > chunkWeight) {
      yield* split(text.slice(from, block.from));
      from = block.from;
      weight = 0;
    }
    weight += block.weight;
  }
  yield* split(text.slice(from));
}

/** How many chunks are shown of a text at first: the whole of a short one, the beginning of a long one. */
export function countBeginning(chunks: Iterable<Chunk>): number {
  let weight = 0;
  let count = 0;
  for (const chunk of chunks) {
    weight += weigh(chunk.text);
    if (count > 0 && weight > chunkWeight) break;
    count += 1;
  }
  return count;
}

type Block = { from: number; weight: number };

/** Where the blocks of a text begin: after empty lines, but for those inside of fenced code. */
function* blocksOf(text: string): Generator<Block> {
  let from = 0;
  let lines = 0;
  let fence: string | undefined;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    lines += 1;
    const mark = fenceAt(text, at, next);
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) && text.slice(at, next).trim() === mark) fence = undefined;
    at = next;
    if (fence !== undefined || !isBlankBefore(text, at)) continue;
    yield { from, weight: at - from + lines * lineWeight };
    from = at;
    lines = 0;
  }
  yield { from, weight: text.length - from + lines * lineWeight };
}

/** The marks that open or close fenced code on the line from `at` to `next`. Most lines are told by one character. */
function fenceAt(text: string, at: number, next: number): string | undefined {
  const first = text[at];
  if (first !== '`' && first !== '~' && first !== ' ') return undefined;
  return /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(at, next))?.[1];
}

/** Whether the line that ends at `end` is empty. */
function isBlankBefore(text: string, end: number): boolean {
  for (let at = end - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '\n' && at < end - 1) return true;
    if (character !== '\n' && character !== ' ' && character !== '\t' && character !== '\r') return false;
  }
  return true;
}

/** A block that is too heavy for a chunk is no prose: it is shown as it is, in pieces. */
function split(text: string): Chunk[] {
  if (text.trim() === '') return [];
  if (weigh(text) <= wholeWeight) return [asChunk(text)];
  const code = asCode(text);
  if (code) return [code];
  const pieces: Chunk[] = [];
  for (let at = 0; at < text.length; at += plainLength) {
    pieces.push({ kind: 'plain', text: text.slice(at, at + plainLength) });
  }
  return pieces;
}

/** A text that is one fenced block and nothing else. */
function asCode(text: string): Chunk | undefined {
  const headEnd = text.indexOf('\n') + 1;
  const [, mark, language] = /^(`{3,20}|~{3,20})(?!`|~)[ \t]*([^\s`]{0,40})/.exec(text.slice(0, headEnd)) ?? [];
  if (mark === undefined) return undefined;
  const inside = text.slice(headEnd);
  const end = inside.trimEnd();
  const closing = end.lastIndexOf('\n') + 1;
  const isClosed = end.slice(closing).trim().startsWith(mark);
  return { kind: 'code', text: isClosed ? inside.slice(0, closing) : inside, language: language || undefined };
}

function asChunk(text: string): Chunk {
  const marks = text.match(/[*_[\]`~<&!\\]/g)?.length ?? 0;
  const isOdd = nestedLine.test(text) || wideTable.test(text) || marks > mostMarks || countLinks(text) > mostLinks;
  return { kind: isOdd ? 'plain' : 'markdown', text };
}
