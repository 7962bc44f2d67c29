import { number, plural } from '../plural.ts';

/** What stands around what an agent sent along: details, pictures, code, tables, long texts. */
export const evidence = {
  title: 'Evidence',
  notShown: (n: number) => `${plural(n, { one: 'more attachment is', other: 'more attachments are' })} not shown.`,
  attachment: 'Attachment',
  unreadable: (why: string) => `This attachment cannot be read. ${why}`,
  both: 'It names both an address and its content.',
  noContent: 'It carries no content.',
  notBase64: 'Its content is not valid Base64.',
  notText: 'It is not text in UTF-8, so it cannot be shown here.',
  bytes: (n: number) => plural(n, { one: 'byte', other: 'bytes' }),
  kilobytes: (size: string) => `${size} KB`,
  megabytes: (size: string) => `${size} MB`,
  cannotOpen: (address: string) => `This address cannot be opened from here: ${address}`,
  openLink: 'Open link',
  save: 'Save as…',
  saved: 'Saved',

  details: 'Details',
  moreRows: (n: number, left: number) => `Show ${number(n)} more of ${plural(left, { one: 'row', other: 'rows' })}`,
  empty: 'empty',
  none: 'none',
  moreCharacters: (n: number) => ` … and ${plural(n, { one: 'more character', other: 'more characters' })}`,

  image: {
    picture: 'Picture',
    attached: 'Attached picture',
    tooLarge: 'The picture is too large to show.',
    damaged: 'The picture is damaged and cannot be shown.',
    enlarge: (name: string) => `Enlarge: ${name}`,
    fit: 'Fit',
    percent: (n: number) => `${number(n)} %`,
    close: 'Close',
  },
  table: (rows: number, columns: number) =>
    `${plural(rows, { one: 'row', other: 'rows' })}, ${plural(columns, { one: 'column', other: 'columns' })}`,
  diff: {
    counts: (added: number, removed: number) =>
      `${plural(added, { one: 'line', other: 'lines' })} added, ${number(removed)} removed`,
    unified: 'Unified',
    split: 'Side by side',
  },
  json: {
    search: 'Search in this JSON',
    searchHint: 'Search',
    notFound: 'Not found',
    found: (n: number) => `${number(n)} found`,
    nothing: 'nothing',
    tooDeep: '(nested too deeply to show)',
    list: (n: number) => `list, ${plural(n, { one: 'entry', other: 'entries' })}`,
    object: (n: number) => `object, ${plural(n, { one: 'entry', other: 'entries' })}`,
    showMore: (n: number) => `Show ${number(n)} more`,
  },
  text: {
    allLines: (n: number) => `Show all ${plural(n, { one: 'line', other: 'lines' })}`,
    moreInLine: (n: number) => ` … and ${plural(n, { one: 'more character', other: 'more characters' })} in this line`,
  },
  markdown: {
    code: 'Code',
    table: 'Table',
    showRest: (characters: number) =>
      `Show the rest (${plural(characters, { one: 'character', other: 'characters' })})`,
    cut: (kilobytes: number) => `The text is longer than this app shows (${number(kilobytes)} KB). It ends here.`,
    picture: 'Picture',
    pictureOf: (name: string) => `Picture: ${name}`,
    pictureNotShown: (picture: string) => `${picture} (not shown)`,
  },
  hiddenCharacter: (name: string) => `A character that cannot be seen: ${name}`,
};
