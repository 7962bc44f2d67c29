import { z } from 'zod';
import { storedJson } from '#main/store/stored-notification';
import { wireResponseType } from '#shared/protocol/action';

const Words = storedJson(z.array(z.unknown())).catch([]);
const read = new Map<string, readonly string[]>();
const kept = 5_000;

/** A stored JSON array of words, such as the flags of an item. There are few different ones, so each is read once. */
export function storedWords(text: string | null): readonly string[] {
  if (text === null) return [];
  const before = read.get(text);
  if (before) return before;
  const words = Words.parse(text).filter((one) => typeof one === 'string');
  if (read.size >= kept) read.clear();
  read.set(text, words);
  return words;
}

/** The response types of an item, as they are spelled today. */
export const storedTypes = (text: string | null): string[] => storedWords(text).map(wireResponseType);
