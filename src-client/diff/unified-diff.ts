type Edit = { kind: ' ' | '-' | '+'; line: string };

const contextLines = 3;
/** Above so many pairs of lines the middle is shown as replaced instead of compared line by line. */
const mostPairs = 4_000_000;

/**
 * The change from one text to the other as a unified diff, empty when there is none. `undefined` stands for no file.
 * The name is shown as it is given, without `a/` and `b/`, on one line whatever it holds.
 */
export function unifiedDiff(before: string | undefined, after: string | undefined, name: string): string {
  const edits = editsBetween(linesOf(before), linesOf(after));
  if (before === after || edits.every(({ kind }) => kind === ' ')) return '';
  const line = name.replace(/\p{Cc}+/gu, ' ');
  const head = [`--- ${before === undefined ? '/dev/null' : line}`, `+++ ${after === undefined ? '/dev/null' : line}`];
  return `${[...head, ...hunksOf(edits)].join('\n')}\n`;
}

/** A last line without a line break is another line than the same one with it, as in every diff. */
function linesOf(text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop();
  return last === '' || last === undefined ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const all = (kind: Edit['kind'], lines: readonly string[]) => lines.map((line): Edit => ({ kind, line }));
  return [
    ...all(' ', before.slice(0, start)),
    ...middleOf(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...all(' ', before.slice(before.length - end)),
  ];
}

/** The longest common subsequence, by the table. */
function middleOf(before: readonly string[], after: readonly string[]): Edit[] {
  const removed = before.map((line): Edit => ({ kind: '-', line }));
  const added = after.map((line): Edit => ({ kind: '+', line }));
  const width = after.length + 1;
  if (before.length * after.length > mostPairs) return [...removed, ...added];
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      edits.push({ kind: ' ', line: before[i] ?? '' });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) edits.push(...removed.slice(i, ++i));
    else edits.push(...added.slice(j, ++j));
  }
  return [...edits, ...removed.slice(i), ...added.slice(j)];
}

function hunksOf(edits: readonly Edit[]): string[] {
  const isNear = edits.map(() => false);
  for (const [index, { kind }] of edits.entries()) {
    if (kind !== ' ') isNear.fill(true, Math.max(0, index - contextLines), index + contextLines + 1);
  }
  const out: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (let index = 0; index < edits.length; ) {
    if (!isNear[index]) {
      oldLine++;
      newLine++;
      index++;
      continue;
    }
    const end = isNear.indexOf(false, index);
    const hunk = edits.slice(index, end === -1 ? edits.length : end);
    const olds = hunk.filter(({ kind }) => kind !== '+').length;
    const news = hunk.filter(({ kind }) => kind !== '-').length;
    out.push(`@@ -${rangeOf(oldLine, olds)} +${rangeOf(newLine, news)} @@`);
    out.push(...hunk.map(({ kind, line }) => `${kind}${line}`));
    oldLine += olds;
    newLine += news;
    index += hunk.length;
  }
  return out;
}

/** An empty range is named by the line before it. */
function rangeOf(start: number, count: number): string {
  return count === 1 ? `${start}` : `${count === 0 ? start - 1 : start},${count}`;
}
