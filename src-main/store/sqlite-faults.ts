import { type Words, words } from '#shared/words/words';

/** The content of a file is at fault: it has to be set aside. */
export class DamagedDatabase extends Error {}

/** The file was written by a newer version of this app, which alone may touch it. */
export class NewerDatabase extends Error {
  constructor() {
    super('the file was written by a newer version of this app');
  }
}

/** SQLite's primary result codes for a file that is at fault itself, and not the disk or the rights to it. */
const corrupt = 11;
const notADatabase = 26;

/** How full-text search says that its own tables are at fault: the rest of the file may be sound. */
const corruptIndex = 267;
const corruptIndexWords = /\bfts5\b/i;

/** What keeps a disk or a folder from doing its part. */
export type DiskTrouble = keyof Words['storage']['trouble'];

/** By primary result codes and the system's. */
const troubles: ReadonlyMap<number | string, DiskTrouble> = new Map<number | string, DiskTrouble>([
  [3, 'not-permitted'],
  [8, 'read-only'],
  [10, 'failing'],
  [13, 'full'],
  [14, 'not-permitted'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'not-permitted'],
  ['EPERM', 'not-permitted'],
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

/** Why the disk did not take it; undefined for every fault that is not the disk's. */
export function diskTrouble(thrown: unknown): DiskTrouble | undefined {
  if (thrown instanceof NewerDatabase) return 'newer';
  const code = codeOf(thrown);
  return code === undefined ? undefined : troubles.get(code);
}

/** A disk's trouble as the end of a sentence. */
export function troubleWords(trouble: DiskTrouble): string {
  return words.storage.trouble[trouble];
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
  const byWords = codesByWords.find(([pattern]) => pattern.test(message))?.[1];
  return byWords ?? ('code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined);
}
