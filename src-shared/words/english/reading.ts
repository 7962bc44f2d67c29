import { number, plural } from '../plural.ts';

/** What stands beside long texts, tables, trees and pictures while they are read. */
export const reading = {
  moreInLine: (count: number) =>
    `… and ${plural(count, { one: 'more character', other: 'more characters' })} in this line`,
  showAllLines: (count: number) => `Show all ${number(count)} lines`,
  showMoreRows: (count: number, left: number) => `Show ${number(count)} more of ${number(left)} rows`,
  showRest: (characters: number) => `Show the rest (${size(characters)})`,
  showMoreOptions: (count: number, left: number) => `Show ${number(count)} more of ${number(left)}`,
  code: 'Code',
  table: 'Table',
  rowsAndColumns: (rows: number, columns: number) =>
    `${plural(rows, { one: 'row', other: 'rows' })}, ${plural(columns, { one: 'column', other: 'columns' })}`,
};

function size(characters: number): string {
  return characters < 1_000
    ? plural(characters, { one: 'character', other: 'characters' })
    : `${number(Math.round(characters / 1_000) * 1_000)} characters`;
}
