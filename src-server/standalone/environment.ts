import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result';
import { readLimits, standardLimits } from '../limits/limits.ts';

/** An environment variable that is set but empty counts as missing. */
const set = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);
const token = z.string().min(16, 'needs at least 16 characters').regex(/^\S+$/, 'must not hold spaces').optional();

const Environment = z
  .object({
    ATP_HOST: set(z.string().default('127.0.0.1')),
    ATP_PORT: set(z.coerce.number().int().min(0).max(65_535).default(4680)),
    ATP_DATA_DIR: set(z.string().optional()),
    ATP_ADMIN_TOKEN: set(token),
    ATP_USER_TOKEN: set(token),
    ATP_ALLOWED_HOSTS: set(z.string().default('')),
    ATP_LIMITS: set(z.string().optional()),
  })
  .transform((env, context) => {
    const limits = readLimits(env.ATP_LIMITS);
    if (!limits.ok) context.addIssue({ code: 'custom', path: ['ATP_LIMITS'], message: limits.error });
    return { ...env, limits: limits.ok ? limits.value : standardLimits };
  })
  .transform((env) => ({
    host: env.ATP_HOST,
    port: env.ATP_PORT,
    dataDir: env.ATP_DATA_DIR,
    limits: env.limits,
    adminToken: env.ATP_ADMIN_TOKEN,
    userToken: env.ATP_USER_TOKEN,
    allowedHosts: env.ATP_ALLOWED_HOSTS.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  }));

export type Environment = z.infer<typeof Environment>;

/** Reads the environment variables of design.md 6. The error is a sentence for the person who set them. */
export function readEnvironment(env: NodeJS.ProcessEnv): Result<Environment, string> {
  const parsed = Environment.safeParse(env);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return fail(`${issue?.path.join('.')}: ${issue?.message}`);
}

/** Where a lone server keeps its data unless told: the usual place of each system. */
export function defaultDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'atp-server');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'atp-server');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'atp-server');
}
