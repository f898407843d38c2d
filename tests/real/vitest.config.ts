import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'real',
    include: ['tests/real/**/*.test.ts'],
    setupFiles: ['tests/no-internet.ts'],
    globalSetup: ['tests/real/build.ts'],
    // Each suite starts servers, and they share the machine's cores.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
