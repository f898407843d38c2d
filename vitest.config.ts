import { defineConfig } from 'vitest/config';

const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`] },
});

export default defineConfig({
  test: {
    setupFiles: ['tests/no-internet.ts'],
    testTimeout: 30_000,
    projects: ['unit', 'fuzz', 'networks', 'pipeline', 'cli', 'browser'].map(suite),
  },
});
