import { defineConfig } from 'vitest/config';

const { CONTRACTS, TABLES, CI } = process.env;
const isReady = Boolean(CONTRACTS && TABLES);

if (!isReady && process.argv.some((argument) => argument.includes('vitest'))) {
  process.stderr.write(
    'skipped: run `CONTRACTS=DIR TABLES=DIR npm run test:contract`; CONTRACTS holds a folder of official descriptions ' +
      'for each network, TABLES the real tables with known answers\n',
  );
}

export default defineConfig({
  test: {
    name: 'contract',
    include: isReady ? ['tests/contract/**/*.test.ts'] : [],
    passWithNoTests: CI !== 'true',
    setupFiles: ['tests/no-internet.ts'],
    testTimeout: 60_000,
  },
});
