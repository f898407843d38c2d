import { defineConfig } from 'vitest/config';

const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`] },
});

/** What replaces modules or connections for a whole process. */
const alone = 'tests/**/*.alone.test.ts';

/** A suite whose files share a process: most of their time went into loading the program once for each. */
const together = (name: string) => {
  const { test, ...rest } = suite(name);
  return { ...rest, test: { ...test, exclude: [alone], isolate: false } };
};

export default defineConfig({
  test: {
    setupFiles: ['tests/no-internet.ts'],
    testTimeout: 30_000,
    projects: [
      together('unit'),
      together('networks'),
      { extends: true, test: { name: 'alone', include: [alone] } },
      ...['fuzz', 'pipeline', 'cli', 'browser'].map(suite),
    ],
  },
});
