import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { bundledPackages } from './scripts/lib/bundled-packages.mjs';

const here = (path: string) => resolve(import.meta.dirname, path);

/** What every program that runs in Node has in common: CommonJS where Electron 33 and 45 load it, native modules left out. */
function nodeProgram(
  outDir: string,
  entries: Record<string, string>,
  format: 'cjs' | 'esm' = 'cjs',
): EnvironmentOptions {
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron', '@photostructure/sqlite'], conditions: ['node', 'module'] },
    build: {
      outDir: here(outDir),
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, here(path)])),
        external: ['electron', '@photostructure/sqlite', 'bufferutil', 'utf-8-validate'],
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
      },
    },
  };
}

export default defineConfig({
  root: here('src-renderer'),
  base: './',
  plugins: [react(), bundledPackages()],
  resolve: {
    // Its browser build decodes through innerHTML, which our Trusted Types policy refuses; the other one has a table.
    alias: {
      'decode-named-character-reference': here('node_modules/decode-named-character-reference/index.js'),
    },
  },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: here('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1_000, // read from disk, not over a network
        sourcemap: true,
      },
    },
    main: nodeProgram('dist/main', { index: 'src-main/index.ts' }),
    preload: nodeProgram('dist/preload', { index: 'src-main/preload/index.ts' }),
    server: nodeProgram('dist/server', {
      standalone: 'src-server/standalone.ts',
      embedded: 'src-server/embedded.ts',
    }),
    // What agents use: the library and the command line, as plain Node runs them.
    agents: nodeProgram('dist/agents', { index: 'src-client/index.ts', atp: 'src-client/atp.ts' }, 'esm'),
  },
});
