/** A value of a JSON text with its place in it. */
export type JsonNode = { start: number; end: number } & (
  | { kind: 'object'; members: { key: string; start: number; end: number; value: JsonNode }[] }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'other' }
);
export type Container = Extract<JsonNode, { kind: 'object' | 'array' }>;

const token = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/y;

/** The values of a text that is valid JSON, with their places. */
export function nodesOf(text: string): JsonNode {
  let at = 0;
  const next = (): { text: string; start: number; end: number } => {
    while (/\s/.test(text[at] ?? '')) at++;
    token.lastIndex = at;
    const [found = ''] = token.exec(text) ?? [];
    const start = at;
    at += found.length;
    return { text: found, start, end: at };
  };
  const peek = () => {
    const before = at;
    const { text: found } = next();
    at = before;
    return found;
  };
  const value = (): JsonNode => {
    const first = next();
    if (first.text === '[') {
      const items: JsonNode[] = [];
      while (peek() !== ']') {
        if (peek() === ',') next();
        items.push(value());
      }
      return { kind: 'array', start: first.start, end: next().end, items };
    }
    if (first.text !== '{') return { kind: 'other', start: first.start, end: first.end };
    const members: Extract<JsonNode, { kind: 'object' }>['members'] = [];
    while (peek() !== '}') {
      if (peek() === ',') next();
      const key = next();
      next();
      const held = value();
      members.push({ key: JSON.parse(key.text), start: key.start, end: held.end, value: held });
    }
    return { kind: 'object', start: first.start, end: next().end, members };
  };
  return value();
}

/** How a text is laid out, as it shows itself; two spaces where it does not. */
export type Layout = { eol: string; indent: string };

export function layoutOf(text: string): Layout {
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', indent: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ' };
}

function childrenOf(node: Container): readonly { start: number; end: number }[] {
  return node.kind === 'object' ? node.members : node.items;
}

/** The text with one more entry at the end of a container, laid out like its neighbours. */
export function appended(text: string, node: Container, value: unknown, key?: string): string {
  const { eol, indent } = layoutOf(text);
  const entry = (unit: string | undefined, before: string) =>
    (key === undefined ? '' : `${JSON.stringify(key)}:${unit === undefined ? '' : ' '}`) +
    JSON.stringify(value, null, unit).replaceAll('\n', `${eol}${before}`);
  const children = childrenOf(node);
  const [first] = children;
  const last = children.at(-1);
  const isOnLines = first === undefined || text.slice(node.start, first.start).includes('\n');
  if (first && last) {
    const before = isOnLines ? spaceBefore(text, first.start) : '';
    const more = isOnLines ? `,${eol}${before}${entry(indent, before)}` : `,${entry(undefined, '')}`;
    return text.slice(0, last.end) + more + text.slice(last.end);
  }
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', node.start) + 1))?.[0] ?? '';
  const inner = `${eol}${outer}${indent}${entry(indent, outer + indent)}${eol}${outer}`;
  return text.slice(0, node.start + 1) + inner + text.slice(node.end - 1);
}

/** The text without one entry of a container, and without the comma that it needed. */
export function without(text: string, node: Container, index: number): string {
  const children = childrenOf(node);
  const [before, one, after] = [children[index - 1], children[index], children[index + 1]];
  if (!one) return text;
  if (before) return text.slice(0, before.end) + text.slice(one.end);
  if (after) return text.slice(0, one.start) + text.slice(after.start);
  return text.slice(0, node.start + 1) + text.slice(node.end - 1);
}

function spaceBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
