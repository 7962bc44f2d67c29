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

/** The extended code of full-text search for an index of its own that is at fault: the rest of the file is sound. */
const corruptIndex = 267;

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
  return thrown instanceof Error && 'sqliteExtendedCode' in thrown && thrown.sqliteExtendedCode === corruptIndex;
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
