import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Licence } from '#shared/about/about';

const Licences: z.ZodType<Licence[]> = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

/** The licences of everything that was bundled, as the build wrote them down. */
export async function readLicences(path: string): Promise<Licence[]> {
  return Licences.parse(JSON.parse(await readFile(path, 'utf8')));
}
