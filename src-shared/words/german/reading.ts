import type { reading as english } from '../english/reading.ts';
import { number, plural } from '../plural.ts';

export const reading: typeof english = {
  moreInLine: (count) =>
    `… und ${plural(count, { one: 'weiteres Zeichen', other: 'weitere Zeichen' })} in dieser Zeile`,
  showAllLines: (count) => `Alle ${number(count)} Zeilen anzeigen`,
  showMoreRows: (count, left) => `${number(count)} weitere von ${number(left)} Zeilen anzeigen`,
  showRest: (characters) => `Rest anzeigen (${size(characters)})`,
  showMoreOptions: (count, left) => `${number(count)} weitere von ${number(left)} anzeigen`,
  code: 'Code',
  table: 'Tabelle',
  rowsAndColumns: (rows, columns) =>
    `${plural(rows, { one: 'Zeile', other: 'Zeilen' })}, ${plural(columns, { one: 'Spalte', other: 'Spalten' })}`,
};

function size(characters: number): string {
  const shown = characters < 1_000 ? characters : Math.round(characters / 1_000) * 1_000;
  return plural(shown, { one: 'Zeichen', other: 'Zeichen' });
}
