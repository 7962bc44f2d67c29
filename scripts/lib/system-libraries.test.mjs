// @ts-check
import { expect, test } from 'vitest';
import { librariesNotFound } from './system-libraries.mjs';

test('finds the libraries that ldd did not', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd7a5f2000)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1e2c000000)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibgbm.so.1 => not found',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1e2b000000)',
  ].join('\n');
  expect(librariesNotFound(output)).toEqual(['libgtk-3.so.0', 'libgbm.so.1']);
});

test('a static program misses nothing', () => {
  expect(librariesNotFound('\tnot a dynamic executable\n')).toEqual([]);
});
