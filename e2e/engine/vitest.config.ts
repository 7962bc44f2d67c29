import { defineConfig } from 'vitest/config';

/** The engine of the app as a process of its own, against networks, servers and kills. Files run one after the other: they measure time. */
export default defineConfig({
  test: {
    include: ['e2e/engine/**/*.test.ts'],
    globalSetup: ['e2e/engine/build-engine.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
  },
});
