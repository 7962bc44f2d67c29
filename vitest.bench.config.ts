import { defineConfig } from 'vitest/config';

/** Measurements that take minutes: `npx vitest run -c vitest.bench.config.ts`. */
export default defineConfig({
  test: { include: ['bench/**/*.bench.ts'], environment: 'node', testTimeout: 1_200_000 },
});
