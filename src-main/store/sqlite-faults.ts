/** The content of a file is at fault: it has to be set aside. */
export class DamagedDatabase extends Error {}

/** The file was written by a newer version of this app, which alone may touch it. */
export class NewerDatabase extends Error {
  constructor() {
    super('it was written by a newer version of this app');
  }
}

/** SQLite's primary result codes for a file that is at fault itself, and not the disk or the rights to it. */
const corrupt = 11;
const notADatabase = 26;

/** How full-text search says that its own tables are at fault: the rest of the file may be sound. */
const corruptIndex = 267;
const corruptIndexWords = /\bfts5\b/i;

/** Primary result codes of a disk or a folder that does not do its part, in words that go on after "because". */
const diskWords: ReadonlyMap<number | string, string> = new Map<number | string, string>([
  [3, 'the data folder may not be written'],
  [8, 'the data folder is read-only'],
  [10, 'the disk reports an error'],
  [13, 'the disk is full'],
  [14, 'the data folder may not be written'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EROFS', 'the data folder is read-only'],
  ['EACCES', 'the data folder may not be written'],
  ['EPERM', 'the data folder may not be written'],
]);

/** Whether only the index of full-text search is at fault, which can be built again. */
export function isIndexDamage(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || thrown instanceof DamagedDatabase) return false;
  const { sqliteExtendedCode } = { sqliteExtendedCode: undefined, ...thrown };
  return sqliteExtendedCode === corruptIndex || corruptIndexWords.test(thrown.message);
}

/** Whether what `PRAGMA quick_check` found is about full-text search alone. */
export function isAboutIndex(found: string): boolean {
  return corruptIndexWords.test(found);
}

/** Whether a statement failed because of what stands in the file. */
export function isDamage(thrown: unknown): boolean {
  if (thrown instanceof DamagedDatabase) return true;
  if (isIndexDamage(thrown)) return false;
  const code = codeOf(thrown);
  return code === corrupt || code === notADatabase;
}

/** Why the disk did not take it, in words for a person; undefined for every fault that is not the disk's. */
export function diskTrouble(thrown: unknown): string | undefined {
  if (thrown instanceof NewerDatabase) return thrown.message;
  const code = codeOf(thrown);
  return code === undefined ? undefined : diskWords.get(code);
}

/** A statement that cannot even be prepared fails without a code, in SQLite's own words for it. */
const codesByWords: readonly (readonly [RegExp, number])[] = [
  [/malformed/, corrupt],
  [/file is not a database/, notADatabase],
  [/readonly database/, 8],
  [/disk I\/O error/, 10],
  [/database or disk is full/, 13],
  [/unable to open database file/, 14],
];

function codeOf(thrown: unknown): number | string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if ('errcode' in thrown && typeof thrown.errcode === 'number') return thrown.errcode & 0xff; // above: the kinds of it
  const { message } = thrown;
  const byWords = codesByWords.find(([words]) => words.test(message))?.[1];
  return byWords ?? ('code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined);
}
