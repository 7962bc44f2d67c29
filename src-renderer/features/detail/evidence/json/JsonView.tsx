import { createContext, useContext, useDeferredValue, useMemo, useState } from 'react';
import { words } from '#shared/words/words';
import { useStores } from '../../../../stores/use-stores.ts';
import { Button } from '../../../../ui/Button.tsx';
import { CopyButton } from '../../../../ui/CopyButton.tsx';
import { VisibleText } from '../../../../ui/VisibleText.tsx';
import { cutBytes } from '../../markdown/chunks.ts';
import styles from './JsonView.module.css';
import { deepest, type JsonPath, keysOnTheWay, pathKey, searchJson } from './search-json.ts';

/** So many entries of an object or list are shown before the rest is asked for. */
const firstEntries = 100;
/** What is larger than this starts closed. */
const smallTree = 20;
const longestValueBytes = 4 * 1024;
const longestName = 200;

type Search = { matches: ReadonlySet<string>; onTheWay: ReadonlySet<string> };
const SearchContext = createContext<Search | undefined>(undefined);

/** JSON as a tree that can be searched and copied. What is closed is not drawn: a large one costs what is looked at. */
export function JsonView({ value, text }: { value: unknown; text: string }) {
  const { app } = useStores();
  const [sought, setSought] = useState('');
  const wanted = useDeferredValue(sought);
  const found = useMemo(() => searchJson(value, wanted), [value, wanted]);
  const search = useMemo(
    () =>
      wanted.trim() === ''
        ? undefined
        : { matches: new Set(found.map(pathKey)), onTheWay: new Set(found.flatMap(keysOnTheWay)) },
    [found, wanted],
  );
  return (
    <>
      <div className={styles.bar}>
        <input
          type="search"
          className={styles.search}
          aria-label={words.evidence.json.search}
          placeholder={words.evidence.json.searchHint}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <output className={styles.found}>
          {search && (found.length === 0 ? words.evidence.json.notFound : words.evidence.json.found(found.length))}
        </output>
        <CopyButton onCopy={() => app.copyText(text)} />
      </div>
      <SearchContext value={search}>
        <div className={styles.json} dir="ltr">
          <JsonNode value={value} path={[]} />
        </div>
      </SearchContext>
    </>
  );
}

type NodeProps = { value: unknown; path: JsonPath };

function JsonNode({ value, path }: NodeProps) {
  const search = useContext(SearchContext);
  const isTree = typeof value === 'object' && value !== null && path.length < deepest;
  const isMatch = search?.matches.has(pathKey(path)) ?? false;
  return isTree ? (
    <Branch value={value} path={path} isMatch={isMatch} />
  ) : (
    <Leaf value={value} path={path} isMatch={isMatch} />
  );
}

function Leaf({ value, path, isMatch }: NodeProps & { isMatch: boolean }) {
  const text = textOf(value);
  const kept = cutBytes(text, longestValueBytes);
  return (
    <div className={styles.leaf} data-match={isMatch || undefined}>
      <Name path={path} />
      <span className={styles.value} data-kind={value === null ? 'null' : typeof value}>
        <VisibleText text={kept.length < text.length ? `${kept}…` : text} />
      </span>
    </div>
  );
}

/** A value as text; what nests too deeply for that is said in words. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? words.evidence.json.nothing;
  } catch {
    return words.evidence.json.tooDeep;
  }
}

function Branch({ value, path, isMatch }: { value: object; path: JsonPath; isMatch: boolean }) {
  const search = useContext(SearchContext);
  const names = useMemo(() => namesOf(value), [value]);
  const depth = path.length;
  const [isOpened, setIsOpened] = useState(depth === 0 || (depth === 1 && names.length <= smallTree));
  const [shown, setShown] = useState(firstEntries);
  const key = pathKey(path);
  const leadsToMatch = search?.onTheWay.has(key) ?? false;
  const isOpen = isOpened || leadsToMatch;
  const visible = namesToShow(names, shown, search, path);
  return (
    <details className={styles.branch} open={isOpen} onToggle={(event) => setIsOpened(event.currentTarget.open)}>
      <summary className={styles.summary} data-match={isMatch || undefined}>
        <Name path={path} />
        <span className={styles.count}>
          {words.evidence.json[Array.isArray(value) ? 'list' : 'object'](names.length)}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.children}>
          {visible.map((name) => (
            <JsonNode key={name} value={(value as Record<string, unknown>)[name]} path={[...path, name]} />
          ))}
          {names.length > shown && (
            <Button size="s" variant="ghost" onClick={() => setShown(shown + firstEntries)}>
              {words.evidence.json.showMore(Math.min(firstEntries, names.length - shown))}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

/** The names of an object's entries, or the numbers of a list's; a list of half a million is only counted. */
function namesOf(value: object): { length: number; slice: (from: number, to: number) => string[] } {
  if (!Array.isArray(value)) return Object.keys(value);
  const { length } = value;
  return {
    length,
    slice: (from, to) => Array.from({ length: Math.min(to, length) - from }, (_, at) => String(from + at)),
  };
}

/** The first ones, and beyond them those that lead to what was searched for. */
function namesToShow(names: ReturnType<typeof namesOf>, shown: number, search: Search | undefined, path: JsonPath) {
  const first = names.slice(0, shown);
  if (!search || names.length <= shown) return first;
  const found = names.slice(shown, names.length).filter((name) => search.onTheWay.has(pathKey([...path, name])));
  return [...first, ...found];
}

function Name({ path }: { path: JsonPath }) {
  const name = path.at(-1);
  if (name === undefined) return null;
  return (
    <span className={styles.name}>
      <VisibleText text={name} cut={longestName} />:{' '}
    </span>
  );
}
