import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBuilder } from 'vite';

export type BuiltPrograms = { standalone: string; embedded: string; remove(): void };

/** Builds the server's programs as `npm run build` does, into a folder of their own inside the project. */
export async function buildPrograms(): Promise<BuiltPrograms> {
  const project = resolve(import.meta.dirname, '..', '..');
  mkdirSync(join(project, '.cache'), { recursive: true });
  const outDir = mkdtempSync(join(project, '.cache', 'server-under-test-'));
  const configFile = join(project, 'vite.config.ts');
  const environments = { server: { build: { outDir } } };
  const builder = await createBuilder({ configFile, logLevel: 'error', environments });
  const { server } = builder.environments;
  if (!server) throw new Error('vite.config.ts has no environment "server".');
  await builder.build(server);
  return {
    standalone: join(outDir, 'standalone.cjs'),
    embedded: join(outDir, 'embedded.cjs'),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
