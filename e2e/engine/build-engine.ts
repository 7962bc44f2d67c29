import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../rig/project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engineProgram: string;
    seed: number;
  }
}

let outDir: string;

/** Bundles the engine process once for the whole run, the way the app's own programs are bundled, and rolls the seed. */
export async function setup(project: TestProject): Promise<void> {
  const cache = join(projectRoot, '.cache');
  mkdirSync(cache, { recursive: true });
  outDir = mkdtempSync(join(cache, 'engine-under-test-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      outDir,
      target: 'node20',
      minify: false,
      ssr: join(projectRoot, 'e2e', 'engine', 'process', 'engine-process.ts'),
      rolldownOptions: {
        external: ['@photostructure/sqlite', 'bufferutil', 'utf-8-validate'],
        output: { format: 'cjs', entryFileNames: 'engine-process.cjs' },
      },
    },
  });
  const seed = Number(process.env.TRIAGE_ENGINE_SEED ?? Date.now() % 1_000_000_000);
  process.stderr.write(`   seed ${seed}\n`);
  project.provide('seed', seed);
  project.provide('engineProgram', join(outDir, 'engine-process.cjs'));
}

export function teardown(): void {
  rmSync(outDir, { recursive: true, force: true });
}
