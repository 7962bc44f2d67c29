import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SafeMarkdown } from './SafeMarkdown.tsx';

const render = (text: string) => renderToStaticMarkup(<SafeMarkdown text={text} headings="h2" />);

/** What the page may ever hold of a text somebody sent: these elements, and no attribute that loads or runs. */
const harmlessTags = new Set(
  'div p br hr blockquote ul ol li h2 pre code strong em del sup a span table thead tbody tr th td button img bdi'.split(
    ' ',
  ),
);

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name=a></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '[x](file:///etc/passwd)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://tracker.example/p.png)',
  '![x](http://tracker.example/p.png "t")',
  '![x](//tracker.example/p.png)',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x](data:text/html,<script>alert(1)</script>)',
  '![x][i]\n\n[i]: https://tracker.example/p.png',
  '`<script>`',
  '```html\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '| <script> |\n| --- |\n| <img src=x> |',
  '- [x] <img src=x onerror=alert(1)>',
  'a[^1]\n\n[^1]: <script>alert(1)</script>',
  '[x](https://a.example" onclick="alert(1))',
  '[x](https://a.example "onmouseover=alert(1)")',
  '```"onload=alert(1)\nx\n```',
  '\u202e[x](https://a.example)\u200b',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];

describe('Markdown that somebody else wrote', () => {
  it.each(payloads)('%j becomes nothing that runs or loads', (payload) => {
    const html = render(payload);
    for (const [, tag = ''] of html.matchAll(/<([a-z0-9]+)/gi)) expect(harmlessTags).toContain(tag);
    for (const [, name = ''] of html.replace(/>[^<]*</g, '><').matchAll(/\s([a-z-]+)=/gi)) {
      expect([
        'class',
        'dir',
        'href',
        'title',
        'src',
        'alt',
        'start',
        'draggable',
        'style',
        'data-size',
        'tabindex',
        'role',
        'aria-label',
        'data-keeps-lines',
      ]).toContain(name);
    }
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^(https?:|mailto:)/);
    for (const [, source = ''] of html.matchAll(/src="([^"]*)"/g))
      expect(source).toMatch(/^data:image\/(png|jpeg|gif|webp);/);
  });

  it('shows HTML as the text it is', () => {
    expect(render('a <b>bold</b>')).toContain('a &lt;b&gt;bold&lt;/b&gt;');
  });

  it('shows the true host of a link beside its words', () => {
    expect(render('[https://bank.example](https://evil.example/x)')).toContain('(evil.example)');
    expect(render('https://plain.example/x')).not.toContain('(plain.example)');
  });

  it('shows a remote picture as a link, and one that came along as a picture', () => {
    expect(render('![the graph](https://ci.example/g.png)')).toContain('Picture: the graph');
    expect(render('![dot](data:image/png;base64,AAAA)')).toContain('<img');
  });

  it('makes what cannot be seen visible, also in code', () => {
    expect(render('pay\u202e100 and `x\u200by`')).toMatch(/U\+202E.*U\+200B/s);
  });

  it('keeps line breaks, and takes an indented block for what it is', () => {
    expect(render('one\ntwo')).toContain('<br/>');
    expect(render('    one\n    two')).not.toContain('<pre>');
  });

  it('puts no control of its own into the page', () => {
    expect(render('- [x] done\n- [ ] open')).not.toContain('<input');
  });

  it('reads the names of characters', () => {
    expect(render('Fish &amp; chips &copy;')).toContain('Fish &amp; chips ©');
  });
});
