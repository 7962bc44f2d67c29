import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    restoreMocks: true,
    maxWorkers: 2, // by itself Vitest takes one core less than there are
    // Property tests do a fixed amount of work; a busy machine may take long over it.
    testTimeout: 180_000,
  },
});
