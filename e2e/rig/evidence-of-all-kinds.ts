import { png } from './png-picture.ts';

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const rows = (count: number, row: (n: number) => string) => Array.from({ length: count }, (_, n) => row(n)).join('\n');

export const sampleText = `Two migrations will run. The second one drops \`orders_legacy\`; see [the plan](https://example.com/plan).

## What was checked

- [x] staging, **three** days
- [ ] production

| Check | Result | Took |
| --- | --- | ---: |
| lint | passed | 12 s |
| unit tests | 3,200 passed | 81 s |

\`\`\`ts
// Ships one build.
export async function ship(build: number, dryRun = true): Promise<string> {
  if (dryRun) return \`would ship \${build}\`;
  return await release.ship({ build, channel: 'production', notify: ['ops@example.com', 'release@example.com'] });
}
\`\`\`

> The last rollout was three days ago.
`;

/** One attachment of each kind, as an agent would send them along with a question about a rollout. */
export const attachments = [
  {
    type: 'text/x-python',
    description: 'ship.py',
    data: base64(
      '# Ships one build.\nimport sys\n\ndef ship(build: int, *, dry_run=True) -> str:\n    return f"shipped {build}"\n',
    ),
  },
  {
    type: 'text/x-diff',
    description: 'What changes',
    data: base64(
      'diff --git a/deploy.yaml b/deploy.yaml\n--- a/deploy.yaml\n+++ b/deploy.yaml\n@@ -12,4 +12,5 @@ spec:\n   replicas: 6\n-  image: shop:2.0.4\n+  image: shop:2.1.0\n+  migrations: true\n   ports:\n     - 8080\n',
    ),
  },
  {
    type: 'text/csv',
    description: 'Tables',
    data: base64(`table,rows,note\n${rows(2_000, (n) => `orders_${n},${n * 7},"kept, as it is"`)}\n`),
  },
  {
    type: 'application/json',
    description: 'Report',
    data: base64(
      JSON.stringify({ build: 118, green: true, checks: { lint: 'passed', tests: [{ name: 'unit', failed: 0 }] } }),
    ),
  },
  { type: 'image/png', description: 'A chart', data: base64(png(900, 300)) },
  { type: 'image/png', description: 'Damaged', data: base64('no picture') },
  { type: 'text/markdown', description: 'The plan', data: base64(sampleText) },
  { type: 'text/plain', description: 'worker.log', data: base64(rows(4_000, (n) => `2026-01-15 worker ${n} ready`)) },
  { type: 'text/html', description: 'Dashboard', uri: 'https://example.com/dashboard' },
  { type: 'application/zip', description: 'Everything', data: base64('PK') },
];
