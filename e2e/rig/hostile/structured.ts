import { deflateSync } from 'node:zlib';
import { attached, type Payload, withEvidence } from './payload.ts';
import { pngOf } from './png.ts';

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const half = 500_000;
const fill = (text: string) => text.repeat(Math.floor(half / text.length));

const diffs: Record<string, string> = {
  'a diff of 100,000 lines': `--- a/x\n+++ b/x\n@@ -0,0 +1,100000 @@\n${'+x\n'.repeat(100_000)}`,
  'a diff that only removes': `--- a/x\n+++ b/x\n@@ -1,90000 +0,0 @@\n${'-x\n'.repeat(90_000)}`,
  'a diff of 20,000 files': lines(9_000, (n) => `--- a/${n}\n+++ b/${n}\n@@ -1 +1 @@\n-a\n+b`),
  'a diff of 60,000 places': '@@ -1,0 +1,0 @@\n'.repeat(30_000),
  'a diff with endless numbers': '@@ -99999999999999999999,99999999999999999999 +1,1 @@\n-x\n+y\n',
  'a diff that promises more than it has': '@@ -1,1000000000 +1,1000000000 @@\n x\n',
  'a diff of one line': `@@ -1 +1 @@\n-${'x'.repeat(240_000)}\n+${'y'.repeat(240_000)}`,
  'a diff in one place, no line end': '@@ -1 +1 @@',
  'a diff of hidden characters': `@@ -1,2000 +1,2000 @@\n${'-\u202Ea\n+\u202Eb\n'.repeat(2_000)}`,
  'a diff of names': '+++ b/<img src=x onerror=window.pwned=1>\nrename to ../../../etc/passwd\ndiff --git /dev/null\n',
  'a diff of tabs': `@@ -1,100 +1,100 @@\n${`-${'\t'.repeat(2_000)}\n`.repeat(100)}`,
  'a diff of empty lines': `@@ -1,60000 +1,60000 @@\n${'\n'.repeat(60_000)}`,
};

const json: Record<string, string> = {
  'JSON 100,000 deep, lists': '['.repeat(100_000) + ']'.repeat(100_000),
  'JSON 60,000 deep, objects': `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`,
  'JSON 60 deep, wide at each': nested(60),
  'JSON of 100,000 entries': JSON.stringify(Object.fromEntries(Array.from({ length: 35_000 }, (_, n) => [`k${n}`, n]))),
  'a JSON list of 200,000': `[${'0,'.repeat(200_000)}0]`,
  'JSON of lists in a list': `[${'[],'.repeat(150_000)}0]`,
  'JSON of objects in a list': `[${'{"a":{"b":{}}},'.repeat(30_000)}0]`,
  'a JSON text of 490 KB': JSON.stringify('x'.repeat(490_000)),
  'a JSON name of 490 KB': JSON.stringify({ ['x'.repeat(490_000)]: 1 }),
  'a JSON number without end': `[${'9'.repeat(400_000)}]`,
  'JSON with one name many times': `{${'"a":1,'.repeat(60_000)}"a":2}`,
  'JSON with a poisoned prototype': '{"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}},"toString":1}',
  'JSON of hidden characters': JSON.stringify({ '\u202E': '\u200B'.repeat(50_000) }),
  'JSON of lone surrogates': '{"\\ud800":"\\udc00\\ud800"}',
  'JSON of backslashes': JSON.stringify('\\'.repeat(200_000)),
  'JSON of line ends': JSON.stringify('\n'.repeat(200_000)),
  'JSON that does not end': `${'{"a":['.repeat(30_000)}`,
  'JSON that is none': '{window.pwned=1}',
  'JSON of a number': '1e999999',
  'JSON of nothing': '',
};

function nested(depth: number): string {
  let text = '1';
  for (let at = 0; at < depth; at++)
    text = `{"a":${text},${Array.from({ length: 40 }, (_, n) => `"k${n}":${n}`).join()}}`;
  return text;
}

const csv: Record<string, string> = {
  'CSV with 10,000 columns': `${'a,'.repeat(10_000)}\n${'b,'.repeat(10_000)}\n`,
  'CSV with 59 columns, long': lines(3_000, () => 'x,'.repeat(58)),
  'CSV of 100,000 rows': 'a,b\n'.repeat(120_000),
  'CSV of empty rows': '\n'.repeat(490_000),
  'CSV of commas': ','.repeat(490_000),
  'CSV of quotes': '"'.repeat(490_000),
  'CSV of a quote that never closes': `a,"${fill('x,y\n')}`,
  'CSV of quoted quotes': `a,${fill('""')}`,
  'CSV of one cell': fill('x'),
  'CSV of long cells': lines(50, () => `${'x'.repeat(4_000)},${'y'.repeat(4_000)}`),
  'CSV of hidden characters': lines(200, () => `${'\u202Ea'.repeat(50)},\u200B`),
  'CSV of formulas': "=1+1,@SUM(A1)\n=cmd|' /C calc'!A0,+1\n",
  'CSV of rows of all lengths': lines(600, (n) => 'x,'.repeat(n % 58)),
  'CSV of tabs, semicolons and bars': 'a\tb;c|d\n'.repeat(30_000),
  'CSV of carriage returns': '\r'.repeat(490_000),
  'TSV of 30,000 columns': '\t'.repeat(30_000),
};

const texts: Record<string, string> = {
  'a line of 256 KiB': 'x'.repeat(256 * 1024),
  'a line of 490 KB of words': fill('word '),
  '490,000 empty lines': '\n'.repeat(490_000),
  '120,000 lines': '2026 ok\n'.repeat(60_000),
  'a text of zero-width spaces': '\u200B'.repeat(150_000),
  'a text of overrides': '\u202Eabc\u202C'.repeat(40_000),
  'a text of combining marks': `a${'\u0301'.repeat(200_000)}`,
  'a text of emoji families': '👩‍👩‍👧‍👦'.repeat(15_000),
  'a text of ligatures': 'ﷺ'.repeat(150_000),
  'a text of tabs': '\t'.repeat(490_000),
  'a text of terminal colours': '\u001b[31mred\u001b[0m '.repeat(20_000),
  'a text of null bytes': '\0'.repeat(300_000),
  'a text of long lines': lines(120, () => 'x'.repeat(3_999)),
  'a text of right-to-left': 'שלום '.repeat(50_000),
  'a text that looks like a diff to a search': `${'@@ -1 +1 @@ '.repeat(1_000)}`,
};

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const images: Payload[] = [
  withEvidence(
    'a PNG that says it is 50,000 by 50,000',
    picture(pngOf(50_000, 50_000, deflateSync(Buffer.alloc(4_096)))),
  ),
  withEvidence('a PNG that says it is 2^31 wide', picture(pngOf(0x7fffffff, 1, deflateSync(Buffer.alloc(4_096))))),
  withEvidence('a PNG of 8,000 by 8,000 in 60 KB', picture(pngOf(8_000, 8_000, bomb(8_000, 8_000)))),
  withEvidence('a PNG of 1 by 60,000', picture(pngOf(1, 60_000, bomb(1, 60_000)))),
  withEvidence('a PNG of no size', picture(pngOf(0, 0, deflateSync(Buffer.alloc(1))))),
  withEvidence('a PNG cut short', picture(pngOf(500, 500, bomb(500, 500)).subarray(0, 60))),
  withEvidence(
    'a PNG with a script after its end',
    picture(Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.from('<script>window.pwned=1</script>')])),
  ),
  withEvidence('a GIF that is JavaScript', {
    type: 'image/gif',
    data: Buffer.from('GIF89a/*\0\0*/=1;window.pwned=1;').toString('base64'),
  }),
  withEvidence('a JPEG that is HTML', {
    type: 'image/jpeg',
    data: Buffer.from('<html><script>window.pwned=1</script>').toString('base64'),
  }),
  withEvidence('a WebP of nothing', { type: 'image/webp', data: '' }),
  withEvidence(
    'an SVG',
    attached(
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"><script>window.pwned=1</script></svg>',
    ),
  ),
  withEvidence(
    'an SVG that says it is a PNG',
    attached('image/png', '<svg xmlns="http://www.w3.org/2000/svg"><script>window.pwned=1</script></svg>'),
  ),
  withEvidence(
    'an SVG with parameters',
    attached('image/svg+xml;charset=utf-8', '<svg><image href="{canary}/parameters.png"/></svg>'),
  ),
  withEvidence('a picture type with markup', { type: 'image/png"><script>window.pwned=1</script>', data: onePixel }),
  withEvidence('a picture type with a comma', { type: 'image/png,<script>window.pwned=1</script>', data: onePixel }),
  withEvidence('an icon', { type: 'image/x-icon', data: onePixel }),
  withEvidence('a picture in capitals', { type: ' IMAGE/PNG ; x=y', data: onePixel }),
  { name: 'fifty pictures in a text', context: { description: `![x](data:image/png;base64,${onePixel}) `.repeat(60) } },
  {
    name: 'a picture bomb in a text',
    context: {
      description: `![x](data:image/png;base64,${pngOf(8_000, 8_000, bomb(8_000, 8_000)).toString('base64')})`,
    },
  },
];

function picture(bytes: Buffer) {
  return { type: 'image/png', description: 'a picture', data: bytes.toString('base64') };
}

/** The pixels of a picture of one colour, which weigh next to nothing packed. */
function bomb(width: number, height: number): Buffer {
  return deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
}

const other: Payload[] = [
  withEvidence('a page', attached('text/html', '<html><body onload=window.pwned=1><iframe src="{canary}/page">')),
  withEvidence(
    'a page of XHTML',
    attached(
      'application/xhtml+xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><script>window.pwned=1</script></html>',
    ),
  ),
  withEvidence('a PDF', attached('application/pdf', '%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>')),
  withEvidence('a program', attached('application/x-msdownload', 'MZ\0\0', 'invoice.pdf.exe')),
  withEvidence('a script', attached('application/javascript', 'window.pwned=1')),
  withEvidence('an archive', attached('application/zip', 'PK\u0003\u0004')),
  withEvidence('a worker', attached('text/javascript', 'onmessage=()=>fetch("{canary}/worker")')),
  withEvidence('a calendar', attached('text/calendar', 'BEGIN:VCALENDAR\nATTACH:{canary}/calendar')),
  withEvidence('a type of nothing', attached('', 'x')),
  withEvidence('a type without end', attached('x/'.repeat(5_000), 'x')),
  withEvidence('a description without end', attached('text/plain', 'x', 'd'.repeat(20_000))),
  withEvidence('text that is not UTF-8', {
    type: 'text/plain',
    data: Buffer.from([0xc3, 0x28, 0xff, 0xfe]).toString('base64'),
  }),
  withEvidence('Base64 that is none', { type: 'text/plain', data: '<script>window.pwned=1</script>' }),
  withEvidence('an address and content', { type: 'image/png', data: onePixel, uri: '{canary}/both.png' }),
  withEvidence('neither address nor content', { type: 'image/png' }),
  ...[
    'javascript:window.pwned=1',
    'data:text/html,<script>window.pwned=1</script>',
    'file:///etc/passwd',
    'blob:x',
    '{canary}/uri',
    '//evil.example',
    `https://${'a'.repeat(9_000)}.example`,
    'https://user:password@evil.example',
    'about:blank#',
    'http://\u202Egro.elpmaxe',
  ].map((uri) => withEvidence(`an address: ${uri.slice(0, 40)}`, { type: 'text/html', uri })),
  {
    name: 'a thousand attachments',
    context: { attachments: Array.from({ length: 1_000 }, () => ({ type: 'image/png', uri: '{canary}/many.png' })) },
  },
  { name: 'attachments that are none', context: { attachments: [null, 1, 'x', [], { type: { x: 1 }, data: 7 }] } },
];

const of = (type: string, all: Record<string, string>) =>
  Object.entries(all).map(([name, text]) => withEvidence(name, attached(type, text, name)));

export const structured: readonly Payload[] = [
  ...of('text/x-diff', diffs),
  ...of('application/json', json),
  ...of('text/csv', csv),
  ...of('text/plain', texts),
  ...images,
  ...other,
];
