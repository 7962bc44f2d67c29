/** What a run of code is, for its colour. */
const tones = ['plain', 'comment', 'word', 'string', 'number', 'name'] as const;
export type Tone = (typeof tones)[number];
export type Run = { text: string; tone: Tone };

/**
 * The runs of many lines as numbers, so that they pass from thread to thread without being copied: the runs of line n
 * begin at `starts[n]`.
 */
export type PackedLines = {
  starts: Uint32Array<ArrayBuffer>;
  lengths: Uint32Array<ArrayBuffer>;
  tones: Uint8Array<ArrayBuffer>;
};

export function packLines(lines: readonly (readonly Run[])[]): PackedLines {
  const runs = lines.flat();
  const starts = new Uint32Array(lines.length + 1);
  for (const [at, line] of lines.entries()) starts[at + 1] = (starts[at] ?? 0) + line.length;
  return {
    starts,
    lengths: Uint32Array.from(runs, ({ text }) => text.length),
    tones: Uint8Array.from(runs, ({ tone }) => tones.indexOf(tone)),
  };
}

/** More runs than this in one line are no code that anybody reads: it stays plain. */
const mostRuns = 200;

/** The runs of one line, whose text is `line`; undefined when it stays plain. */
export function runsOf(packed: PackedLines, at: number, line: string): Run[] | undefined {
  const from = packed.starts[at] ?? 0;
  const to = packed.starts[at + 1] ?? from;
  if (to - from > mostRuns) return undefined;
  const runs: Run[] = [];
  let begin = 0;
  for (let run = from; run < to; run++) {
    const end = begin + (packed.lengths[run] ?? 0);
    runs.push({ text: line.slice(begin, end), tone: tones[packed.tones[run] ?? 0] ?? 'plain' });
    begin = end;
  }
  return begin === line.length ? runs : undefined;
}
