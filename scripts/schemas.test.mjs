// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaDocuments } from '../src-shared/protocol/wire/documents.ts';
import { inProject } from './lib/project.mjs';

const folder = inProject('docs', 'schemas');

test('docs/schemas holds what the schemas say now; if not, run "npm run schemas"', () => {
  const drawn = schemaDocuments();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(drawn).sort());
  for (const [name, schema] of Object.entries(drawn)) {
    expect(JSON.parse(readFileSync(inProject('docs', 'schemas', name), 'utf8')), name).toEqual(schema);
  }
});
