import { common, createLowlight } from 'lowlight';
import type { Run, Tone } from './tones.ts';

const lowlight = createLowlight(common);
type Node = ReturnType<typeof lowlight.highlight>['children'][number];

const tones: [RegExp, Tone][] = [
  [/comment|quote|doctag/, 'comment'],
  [/string|regexp|symbol|char|template/, 'string'],
  [/number|literal/, 'number'],
  [/keyword|selector-tag|operator|meta|tag$/, 'word'],
  [/title|name|attr|property|function|class|type|built_in|section|variable\.constant/, 'name'],
];

/** The lines of a text, each as runs with a tone. A language that is not known leaves it plain. */
export function highlightLines(text: string, language: string): Run[][] {
  if (!lowlight.registered(language)) return plainLines(text);
  const lines: Run[][] = [[]];
  const add = (value: string, tone: Tone) => {
    for (const [index, part] of value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, tone });
    }
  };
  const walk = (node: Node, tone: Tone): void => {
    if (node.type === 'text') add(node.value, tone);
    if (node.type !== 'element') return;
    const own = toneOf(node.properties.className);
    for (const child of node.children) walk(child as Node, own === 'plain' ? tone : own);
  };
  for (const node of lowlight.highlight(language, text).children) walk(node, 'plain');
  return lines;
}

export function plainLines(text: string): Run[][] {
  return text.split('\n').map((line) => (line === '' ? [] : [{ text: line, tone: 'plain' }]));
}

function toneOf(classes: unknown): Tone {
  const name = Array.isArray(classes) ? classes.join(' ') : '';
  return tones.find(([pattern]) => pattern.test(name))?.[1] ?? 'plain';
}
