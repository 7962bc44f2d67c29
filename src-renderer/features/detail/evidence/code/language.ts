import { bareType } from '../decode.ts';

const byType: Record<string, string> = {
  'application/javascript': 'javascript',
  'text/javascript': 'javascript',
  'application/typescript': 'typescript',
  'text/typescript': 'typescript',
  'text/x-python': 'python',
  'application/x-sh': 'bash',
  'text/x-sh': 'bash',
  'text/x-shellscript': 'bash',
  'application/sql': 'sql',
  'text/x-sql': 'sql',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
  'text/html': 'xml',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'image/svg+xml': 'xml',
  'text/css': 'css',
  'application/toml': 'ini',
  'application/graphql': 'graphql',
  'application/x-ndjson': 'json',
};

const byExtension: Record<string, string> = {
  ...{ js: 'javascript', mjs: 'javascript', cjs: 'javascript', jsx: 'javascript', ts: 'typescript', tsx: 'typescript' },
  ...{ py: 'python', rb: 'ruby', go: 'go', rs: 'rust', java: 'java', kt: 'kotlin', swift: 'swift', php: 'php' },
  ...{ c: 'c', h: 'c', cc: 'cpp', cpp: 'cpp', hpp: 'cpp', cs: 'csharp', lua: 'lua', pl: 'perl', r: 'r' },
  ...{ sh: 'bash', bash: 'bash', zsh: 'bash', sql: 'sql', yml: 'yaml', yaml: 'yaml', toml: 'ini', ini: 'ini' },
  ...{ html: 'xml', xml: 'xml', svg: 'xml', css: 'css', scss: 'scss', less: 'less', graphql: 'graphql', json: 'json' },
};

/** The language of a text by its MIME type, else by the file name that it is described with; undefined for prose. */
export function languageOf(type: string, description: string | undefined): string | undefined {
  const known = byType[bareType(type)];
  if (known !== undefined) return known;
  const named = /^text\/x-([a-z]+)$/.exec(bareType(type))?.[1];
  if (named !== undefined && Object.values(byExtension).includes(named)) return named;
  const extension = /\.([a-z]{1,8})(?::\d+)?$/i.exec(description?.trim() ?? '')?.[1]?.toLowerCase();
  return extension === undefined || !Object.hasOwn(byExtension, extension) ? undefined : byExtension[extension];
}

/** The language that a fenced block names, by its name or by the ending of its files. */
export function languageNamed(name: string | undefined): string | undefined {
  const bare = name?.toLowerCase() ?? '';
  if (Object.hasOwn(byExtension, bare)) return byExtension[bare];
  return /^[a-z][a-z0-9+#-]{1,20}$/.test(bare) ? bare : undefined;
}
