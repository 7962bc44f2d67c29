import type { Interval } from '../statistics/bootstrap.ts';
import type { Bar } from './figure.ts';
import type { Judged, Verdict } from './verdict.ts';

const head = ['', 'measured', 'ours', 'floor', 'against the floor', 'p95', 'p99', 'n', 'good', 'goal', ''];
const verdicts: Record<Verdict, string> = { goal: '✓ goal', good: '✓ good', missed: '✗ missed' };

/** The figures as lines of text, one each, in columns. */
export function table(all: readonly Judged[]): string {
  const rows = all.map((one) => {
    const { figure } = one;
    const amount = (value: number | undefined) => (value === undefined ? '–' : `${plain(value)} ${figure.unit}`.trim());
    const isDifference = figure.good.difference !== undefined;
    return [
      figure.name,
      figure.what,
      amount(one.p50),
      amount(one.floor),
      isDifference ? interval(one.difference, '+', ` ${figure.unit}`) : interval(one.ratio, '×', ''),
      plain(one.p95),
      plain(one.p99),
      String(one.samples),
      barWords(figure.good, figure.unit),
      barWords(figure.goal, figure.unit),
      verdicts[one.verdict],
    ];
  });
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => Array.from(row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

/** "×1.42 (1.31–1.55)": the value, and where 95 of 100 resamplings lie. */
function interval(of: Interval | undefined, before: string, after: string): string {
  if (of === undefined) return '–';
  return `${before}${plain(of.value)} (${plain(of.low)}–${plain(of.high)})${after}`;
}

/** "×2, p95 50 ms" */
export function barWords(bar: Bar, unit: string): string {
  return Object.entries(bar)
    .map(([name, value]) => {
      if (name === 'ratio') return `×${value}`;
      if (name === 'difference') return `+${value} ${unit}`;
      return `${name} ${value} ${unit}`.trim();
    })
    .join(', ');
}

/** As many digits as one can use. */
function plain(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
