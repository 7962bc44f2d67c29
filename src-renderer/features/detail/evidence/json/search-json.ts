/** A place in a JSON value: the names and numbers on the way to it. */
export type JsonPath = readonly string[];

const mostMatches = 500;
/** What is deeper than this is neither drawn as a tree nor searched. */
export const deepest = 40;

/** Where the words occur in names and plain values, in order; at most so many. Upper and lower case are the same. */
export function searchJson(value: unknown, words: string): JsonPath[] {
  const wanted = words.trim().toLowerCase();
  const found: JsonPath[] = [];
  if (wanted === '') return found;
  const stack: [JsonPath, unknown][] = [[[], value]];
  for (let next = stack.pop(); next !== undefined && found.length < mostMatches; next = stack.pop()) {
    const [path, one] = next;
    const isTree = typeof one === 'object' && one !== null;
    const isNamed = path.at(-1)?.toLowerCase().includes(wanted) ?? false;
    if (isNamed || (!isTree && String(one).toLowerCase().includes(wanted))) found.push(path);
    if (isTree && path.length < deepest) {
      const names = Object.keys(one);
      for (let at = names.length - 1; at >= 0; at--) {
        const name = names[at] ?? '';
        stack.push([[...path, name], (one as Record<string, unknown>)[name]]);
      }
    }
  }
  return found;
}

/** One string per path, to be looked up: a slash cannot be mistaken for a step. */
export function pathKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** The keys of a path and of everything on the way to it. */
export function keysOnTheWay(path: JsonPath): string[] {
  return Array.from({ length: path.length + 1 }, (_, count) => pathKey(path.slice(0, count)));
}
