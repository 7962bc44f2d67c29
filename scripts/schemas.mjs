// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { asProgram } from './lib/as-program.mjs';
import { inProject } from './lib/project.mjs';

/** @typedef {typeof import('../src-shared/protocol/wire/documents.ts')} Documents */

// Writes docs/schemas/*.json from the schemas in src-shared/protocol/wire; a test fails while the files are others.
asProgram(import.meta.url, async () => {
  const source = inProject('src-shared', 'protocol', 'wire', 'documents.ts');
  const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' });
  const { schemaDocuments } = /** @type {Documents} */ (module);
  const folder = inProject('docs', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemaDocuments())) {
    writeFileSync(inProject('docs', 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`);
  }
});
