/** A part of a text that is read as Markdown by itself, or that is too odd for it and shown as it is. */
export type Chunk = { kind: 'markdown' | 'plain'; text: string };

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

/** Splits a text at empty lines, outside of fenced code, into chunks that are each quickly read. */
export function splitMarkdown(text: string): Chunk[] {
  if (weigh(text) <= wholeWeight) return [asChunk(text)];
  const chunks: Chunk[] = [];
  let pending = '';
  const finish = () => {
    if (pending.trim() !== '') chunks.push(...split(pending));
    pending = '';
  };
  for (const block of blocksOf(text)) {
    if (weigh(pending) + weigh(block) > chunkWeight) finish();
    pending += block;
  }
  finish();
  return chunks;
}

/** How many chunks are shown of a text at first: the whole of a short one, the beginning of a long one. */
export function countBeginning(chunks: readonly Chunk[]): number {
  let weight = 0;
  const after = chunks.findIndex((chunk) => {
    weight += weigh(chunk.text);
    return weight > chunkWeight;
  });
  return after === -1 ? chunks.length : Math.max(1, after);
}

function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block = '';
  let fence: string | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    block += line;
    if (fence === undefined && line.trim() === '') {
      blocks.push(block);
      block = '';
    }
  }
  return [...blocks, block];
}

/** A block that is too heavy for a chunk is no prose: it is shown as it is, in pieces. */
function split(text: string): Chunk[] {
  if (weigh(text) <= wholeWeight) return [asChunk(text)];
  const pieces: Chunk[] = [];
  for (let at = 0; at < text.length; at += plainLength) {
    pieces.push({ kind: 'plain', text: text.slice(at, at + plainLength) });
  }
  return pieces;
}

function asChunk(text: string): Chunk {
  const marks = text.match(/[*_[\]`~<&!\\]/g)?.length ?? 0;
  const isOdd = nestedLine.test(text) || wideTable.test(text) || marks > mostMarks || countLinks(text) > mostLinks;
  return { kind: isOdd ? 'plain' : 'markdown', text };
}
