import { attached, type Payload, withEvidence } from './payload.ts';

/** Every language that the app colours, with what its grammar may choke on. */
const languages: Record<string, string> = {
  js: `const a = \`\${\`\${"</script><script>window.pwned=1</script>"}\`}\`; /[/]*/.test(a) /* unclosed`,
  jsx: '<div dangerouslySetInnerHTML={{ __html: "<img src=x onerror=window.pwned=1>" }} onClick={() => { /* <b>{',
  ts: 'type A<T extends B<C<D<E<F>>>>> = T extends infer U ? <V>() => V : never; // ${',
  tsx: 'const x = <T,>(p: T) => <><img src="{canary}/tsx.png" {...p} /></>;',
  py: 'f"{f\'{f"""{window.pwned}"""}\'}" \'\'\' unclosed\n@decorator(lambda: (yield))',
  rb: '%q{<script>window.pwned=1</script>} <<~EOS\n#{`rm -rf /`} unclosed',
  go: 'func main() { s := `<script>window.pwned=1</script>` // unclosed `',
  rs: 'fn main() { let r = r##"</pre><script>window.pwned=1</script>"#; /* /* nested */ unclosed',
  java: '@A(@B(@C("</code>"))) class X<T extends Y<? super Z<T>>> { /* unclosed',
  kt: `val s = """\${"""<img src=x onerror=window.pwned=1>"""}"""`,
  swift: 'let s = #"\\#(##"<svg onload=window.pwned=1>"##)"# /* /* */',
  php: '<?php echo <<<X\n<script>window.pwned=1</script>\n ?> <script>window.pwned=1</script>',
  c: '#define A(x) x##x /* */ ??/ "unclosed\nint main(){',
  cpp: 'R"delimiter(<script>window.pwned=1</script>)other" template<template<template<class>class>class>',
  cs: '$@"{$"{$"{window.pwned}"}"}" #region x\n/// <img src="x" onerror="window.pwned=1"/>',
  lua: '--[==[ <script>window.pwned=1</script> ]=] unclosed',
  pl: 's{<script>}{window.pwned=1}gex; m/(((((/; <<`EOF`;\n__END__\n=pod',
  r: 'r"(<script>window.pwned=1</script>" %o% `unclosed',
  sh: '$(echo $(echo $(cat <<EOF\n<img src=x onerror=window.pwned=1>\nEOF\n',
  sql: "SELECT '</script><script>window.pwned=1</script>' -- $$ unclosed $$",
  yml: 'a: &a [*a, *a]\nb: !!js/function "function(){window.pwned=1}"\n? - ? - ? -',
  toml: '[[[[a]]]]\nx = """ unclosed <script>window.pwned=1</script>',
  html: '<!doctype html><script src="{canary}/code.js"></script><style>@import "{canary}/code.css"</style>',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"><image href="{canary}/code.png"/></svg>',
  xml: '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "{canary}/entity">]><x>&a;</x>',
  css: '@import url("{canary}/evidence.css"); a{background:url({canary}/evidence.png);x:expression(window.pwned=1)}',
  scss: '@import "{canary}/x"; @function f($x){@return f($x)} #{a#{b#{c',
  less: '@import (inline) "{canary}/x"; .a{.a;} @x: `window.pwned=1`;',
  graphql: 'query { __schema { types { name } } } # <script>window.pwned=1</script> """ unclosed',
  json: '{"__proto__": {"pwned": 1}, "a": "</script><script>window.pwned=1</script>", unclosed',
};

/** What makes a grammar go back and start again. */
const tiresome: Record<string, string> = {
  'brackets that never close': '('.repeat(20_000),
  'strings that never close': '"\\'.repeat(10_000),
  'angle brackets': '<'.repeat(20_000),
  'tags that never end': '<a '.repeat(6_000),
  'generics in generics': 'A<'.repeat(10_000),
  'templates in templates': '${`'.repeat(6_000),
  'one long word': 'a'.repeat(39_000),
  'one long number': '1'.repeat(39_000),
  'underscored number': '1_'.repeat(19_000),
  'dotted names': 'a.'.repeat(19_000),
  'comment after comment': '/*'.repeat(19_000),
  'spaces before nothing': `${' '.repeat(39_000)}x`,
  'tabs and line ends': '\t\n'.repeat(19_000),
  'equals and spaces': 'x = '.repeat(9_000),
  'function function': 'function '.repeat(4_000),
  'regular expressions': '/[/'.repeat(12_000),
  hashes: '#'.repeat(39_000),
  backslashes: '\\'.repeat(39_000),
  'dollars and braces': '${'.repeat(19_000),
  'here documents': '<<A\n'.repeat(9_000),
};
const tired = ['js', 'ts', 'py', 'rb', 'php', 'cpp', 'pl', 'sh', 'html', 'css', 'sql', 'yml', 'kt', 'swift', 'cs'];

export const code: readonly Payload[] = [
  ...Object.entries(languages).map(([extension, text]) =>
    withEvidence(
      `code ${extension}`,
      attached('text/plain', text, `evidence.${extension}`),
      attached('text/markdown', `\`\`\`${extension}\n${text}\n\`\`\`\n`, 'fenced'),
    ),
  ),
  ...Object.entries(tiresome).map(([name, text], index) =>
    withEvidence(
      `tiresome code: ${name}`,
      ...tired
        .filter((_, at) => at % 5 === index % 5)
        .map((extension) => attached('text/plain', text, `evidence.${extension}`)),
    ),
  ),
];
