/** A line of a diff: its text without the mark, and its number before and after. */
export type DiffLine =
  | { kind: 'same'; text: string; before: number; after: number }
  | { kind: 'removed'; text: string; before: number }
  | { kind: 'added'; text: string; after: number }
  /** Where the lines that follow belong. */
  | { kind: 'place'; text: string }
  /** What stands between the hunks: the name of a file, or a remark of the tool. */
  | { kind: 'file' | 'remark'; text: string };

const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads a unified diff. Never fails: what does not belong to a hunk is a remark. The counts of a hunk's header decide
 * what belongs to it, so that a removed line that begins with "-- " is not taken for a header.
 */
export function parseDiff(lines: readonly string[]): DiffLine[] {
  const parsed: DiffLine[] = [];
  let before = 0;
  let after = 0;
  let leftBefore = 0;
  let leftAfter = 0;
  for (const line of lines) {
    const head = leftBefore > 0 || leftAfter > 0 || !line.startsWith('@@') ? undefined : hunk.exec(line);
    if (head) {
      before = Number(head[1]);
      after = Number(head[3]);
      leftBefore = Number(head[2] ?? 1);
      leftAfter = Number(head[4] ?? 1);
      parsed.push({ kind: 'place', text: line });
    } else if (line.startsWith('+') && leftAfter > 0) {
      parsed.push({ kind: 'added', text: line.slice(1), after: after++ });
      leftAfter--;
    } else if (line.startsWith('-') && leftBefore > 0) {
      parsed.push({ kind: 'removed', text: line.slice(1), before: before++ });
      leftBefore--;
    } else if ((line.startsWith(' ') || line === '') && leftBefore > 0 && leftAfter > 0) {
      parsed.push({ kind: 'same', text: line.slice(1), before: before++, after: after++ });
      leftBefore--;
      leftAfter--;
    } else parsed.push(outsideHunks(line));
  }
  return parsed;
}

function outsideHunks(line: string): DiffLine {
  const name = /^(?:\+\+\+ (?:b\/)?(.+?)(?:\t.*)?|rename to (.+))$/.exec(line);
  const file = name?.[1] ?? name?.[2];
  if (file !== undefined && file !== '/dev/null') return { kind: 'file', text: file };
  return { kind: 'remark', text: line };
}

/** A row of a diff side by side. Rows without sides go across. */
export type SplitRow = { across: DiffLine } | { left: DiffLine | undefined; right: DiffLine | undefined };

/** Pairs removed lines with the added ones that follow them, in order. */
export function splitRows(lines: readonly DiffLine[]): SplitRow[] {
  const rows: SplitRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at++)
      rows.push({ left: removed[at], right: added[at] });
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') {
      if (added.length > 0) flush();
      removed.push(line);
    } else if (line.kind === 'added') added.push(line);
    else {
      flush();
      rows.push(line.kind === 'same' ? { left: line, right: line } : { across: line });
    }
  }
  flush();
  return rows;
}

/** How many lines a diff adds and removes. */
export function countChanges(lines: readonly DiffLine[]): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  for (const { kind } of lines) {
    if (kind === 'added') added++;
    else if (kind === 'removed') removed++;
  }
  return { added, removed };
}
