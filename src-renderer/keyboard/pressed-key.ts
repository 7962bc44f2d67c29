const letterCode = /^Key([A-Z])$/;

/**
 * The key that was pressed, by the letter that is on it for the app: on a keyboard of another script (Cyrillic, Greek,
 * Hebrew …) the one in the same place on a Latin keyboard.
 */
export function pressedKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const latin = letterCode.exec(code)?.[1];
  const isForeign = key.length === 1 && key > '\u024f';
  return latin !== undefined && isForeign ? latin.toLowerCase() : key;
}
