import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from './bundled-packages.mjs';
import { licenceOf } from './licences.mjs';

test('a module belongs to the innermost package around it', () => {
  expect(packageFolder('/p/node_modules/zod/v4/index.js')).toBe('/p/node_modules/zod');
  expect(packageFolder('/p/node_modules/@radix-ui/react-slider/dist/index.mjs')).toBe(
    '/p/node_modules/@radix-ui/react-slider',
  );
  expect(packageFolder('/p/node_modules/a/node_modules/b/index.js?commonjs')).toBe('/p/node_modules/a/node_modules/b');
  expect(packageFolder('\0/p/node_modules/ws/lib/ws.js')).toBe('/p/node_modules/ws');
  expect(packageFolder('C:\\p\\node_modules\\ws\\lib\\ws.js')).toBe('C:\\p\\node_modules\\ws');
  expect(packageFolder('/p/src-main/index.ts')).toBeUndefined();
});

test('a licence is named as the package names it, with the text beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licence-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a', version: '1.0.0', license: 'MIT' }));
  expect(licenceOf(folder)).toEqual({ name: 'a', version: '1.0.0', licence: 'MIT', text: '' });
  writeFileSync(join(folder, 'LICENCE.md'), '\nDo as you like.\n');
  expect(licenceOf(folder).text).toBe('Do as you like.');
});
