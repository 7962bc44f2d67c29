import type { Payload } from './payload.ts';

const described = (name: string, description: string): Payload => ({ name, context: { description } });
const fill = (text: string, bytes = 256 * 1024) => text.repeat(Math.floor(bytes / text.length));

/** Texts that are no text but work: made to keep a Markdown reader, the layout or a list busy. */
export const heavy: readonly Payload[] = [
  described('quotes 10,000 deep', `${'> '.repeat(10_000)}deep`),
  described('quotes 300 deep', `${'> '.repeat(300)}deep`),
  described('quotes 23 deep, many', fill(`${'> '.repeat(23)}deep\n\n`, 20_000)),
  described('lists 10,000 deep', `${'- '.repeat(10_000)}deep`),
  described('lists 200 deep', `${'- '.repeat(200)}deep`),
  described('lists by indent', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n')),
  described('numbered lists in lists', `${'1. '.repeat(5_000)}deep`),
  described('brackets 10,000 deep', `${'['.repeat(10_000)}deep`),
  described('brackets that close', `${'['.repeat(5_000)}x${']'.repeat(5_000)}`),
  described('pictures in pictures', `${'!['.repeat(3_000)}x${'](a)'.repeat(3_000)}`),
  described('links in links', `${'[a]('.repeat(5_000)}`),
  described('stars', '*'.repeat(50_000)),
  described('stars and words', '*a **a '.repeat(2_000)),
  described('underscores', '_a__b_'.repeat(5_000)),
  described('tildes', '~~a~'.repeat(5_000)),
  described('backticks of all lengths', Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join(' ')),
  described('backticks that never match', `${'`'.repeat(20_000)}x`),
  described('one long line', 'x'.repeat(256 * 1024)),
  described('one long line of words', fill('word ')),
  described('a megabyte', 'text '.repeat(160_000)),
  described('100,000 empty lines', '\n'.repeat(100_000)),
  described('paragraphs', fill('a\n\n')),
  described('line breaks', fill('a\n')),
  described('headings', fill('# a\n')),
  described('rules', fill('---\n')),
  described('underlined headings', fill('a\n=\n')),
  described('fences', fill('```\n')),
  described('fences that never close', `\`\`\`js\n${fill('const a = 1;\n', 200_000)}`),
  described('fences of all languages', fill('```js\n(\n```\n\n```py\n(\n```\n\n', 100_000)),
  described('a fence with one long line', `\`\`\`js\n${'a='.repeat(60_000)}\n\`\`\``),
  described('a fence that tires its grammar', `\`\`\`ts\n${'A<'.repeat(3_500)}\n\`\`\``),
  described('a fence in a list in a quote', '> - ```html\n>   <script>window.pwned=1</script>\n>   ```\n'),
  described('definitions', fill('[a]: b\n')),
  described('references', `[a]: b\n\n${fill('[a] ')}`),
  described('footnotes', fill('[^a]\n\n[^a]: [^a]\n\n')),
  described('footnotes by the thousand', Array.from({ length: 3_000 }, (_, n) => `[^${n}]\n\n[^${n}]: x`).join('\n\n')),
  described('bare links', fill('https://a.example ')),
  described('almost links', fill('www.www.')),
  described('almost addresses', fill('a@a.')),
  described('one endless link', `https://${'a'.repeat(250_000)}`),
  described('entities', fill('&amp;')),
  described('entities that are none', fill('&a')),
  described('escapes', fill('\\*')),
  described('HTML that is text', fill('<a b=c>')),
  described('HTML that never ends', `${'<a '.repeat(50_000)}`),
  described('comments that never end', fill('<!-- ')),
  described('declarations that never end', fill('<!A ')),
  described('instructions that never end', fill('<? ')),
  described('a table of 2,000 columns', `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|b'.repeat(2_000)}|`),
  described(
    'a table of 23 columns, long',
    `${'|a'.repeat(23)}|\n${'|-'.repeat(23)}|\n${fill(`${'|b'.repeat(23)}|\n`, 60_000)}`,
  ),
  described('a table of 5,000 rows', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(5_000)}`),
  described('almost a table', fill('|-')),
  described('pipes', fill('|')),
  described('tasks', fill('- [ ] a\n')),
  described('tabs before words', fill('\t\ta\n')),
  described('spaces at line ends', fill('a  \n')),
  described('spaces', ' '.repeat(250_000)),
  described('spaces and a word', `a${' '.repeat(100_000)}b`),
  described('hidden characters in Markdown', fill('**a\u202E** ')),
  described('emphasis round hidden characters', fill('*\u200B*')),
  { name: 'a title without end', context: { title: 't'.repeat(100_000) } },
  { name: 'a title of overrides', context: { title: '\u202Et'.repeat(20_000) } },
  { name: 'a project without end', context: { project: 'p'.repeat(100_000) } },
  {
    name: 'ten thousand metadata',
    context: { metadata: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n])) },
  },
  { name: 'metadata without end', context: { metadata: { a: 'x'.repeat(400_000), ['k'.repeat(100_000)]: 1 } } },
  { name: 'metadata of lines', context: { metadata: { a: '\n'.repeat(100_000) } } },
  { name: 'metadata 90 deep', context: { metadata: { a: deep(90) } } },
  { name: 'metadata of hidden characters', context: { metadata: { '\u202E': '\u200B'.repeat(20_000) } } },
  {
    name: 'metadata with a poisoned prototype',
    context: { metadata: JSON.parse('{"__proto__":{"pwned":1},"toString":"x","constructor":null}') },
  },
  {
    name: 'a thousand actions',
    context: {},
    actions: Array.from({ length: 1_000 }, (_, n) => ({ id: `a${n}`, label: `Action ${n}`, response_type: 'simple' })),
  },
  {
    name: 'a thousand flags',
    context: {},
    actions: [
      { id: 'a', label: 'x', response_type: 'simple', flags: Array.from({ length: 1_000 }, (_, n) => `flag_${n}`) },
    ],
  },
  {
    name: 'five thousand options',
    context: {},
    actions: [{ id: 'a', label: 'x', response_type: 'choice', options: options(5_000) }],
  },
  {
    name: 'five thousand boxes',
    context: {},
    actions: [{ id: 'a', label: 'x', response_type: 'multi_choice', options: options(5_000) }],
  },
  {
    name: 'options without end',
    context: {},
    actions: [
      {
        id: 'a',
        label: 'x',
        response_type: 'choice',
        options: [
          { value: 'v', label: 'l'.repeat(200_000) },
          { value: 'w', label: 'm' },
        ],
      },
    ],
  },
  {
    name: 'a label without end',
    context: {},
    actions: [{ id: 'a', label: 'l'.repeat(200_000), response_type: 'simple' }],
  },
  {
    name: 'a label of overrides',
    context: {},
    actions: [{ id: 'a', label: '\u202Ey'.repeat(5_000), response_type: 'text' }],
  },
  {
    name: 'a scale from 0 to 1e15',
    context: {},
    actions: [{ id: 'a', label: 'x', response_type: 'scale', constraints: { min: 0, max: 1e15, step: 1 } }],
  },
  {
    name: 'a scale in tiny steps',
    context: {},
    actions: [{ id: 'a', label: 'x', response_type: 'scale', constraints: { min: 0, max: 1, step: 1e-12 } }],
  },
  {
    name: 'a number in tiny steps',
    context: {},
    actions: [{ id: 'a', label: 'x', response_type: 'number', constraints: { min: -1e300, max: 1e300, step: 1e-300 } }],
  },
  {
    name: 'a pattern that never ends',
    context: {},
    actions: [
      {
        id: 'a',
        label: 'x',
        response_type: 'text',
        constraints: { pattern: '^(a+)+$', placeholder: 'a'.repeat(50_000) },
      },
    ],
  },
  {
    name: 'a date out of time',
    context: {},
    actions: [
      {
        id: 'a',
        label: 'x',
        response_type: 'datetime',
        constraints: { min: '9999-12-31T23:59:59Z', max: '0000-01-01T00:00:00Z' },
      },
    ],
  },
];

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < levels; at++) value = { a: value };
  return value;
}

function options(count: number) {
  return Array.from({ length: count }, (_, n) => ({ value: `v${n}`, label: `Option ${n}` }));
}
