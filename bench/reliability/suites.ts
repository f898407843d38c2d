import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tests that try one kind of thing, and what is right. */
interface Suite {
  kind: string;
  right: string;
  files: string[];
  config?: string;
}

/** What came of one. */
export interface SuiteResult extends Pick<Suite, 'kind' | 'right' | 'files'> {
  passed: number;
  failed: number;
  skipped: number;
}

export const suites: Suite[] = [
  {
    kind: 'Full and read-only disks',
    right: 'told, and nothing written before is lost',
    files: ['tests/real/disk.test.ts'],
    config: 'tests/real/vitest.config.ts',
  },
  {
    kind: 'Stores killed while they write',
    right: 'nothing is stored in part',
    files: ['tests/unit/state/kill.test.ts', 'tests/unit/state/hold.test.ts'],
  },
  {
    kind: 'Damaged and foreign states',
    right: 'told, never a silently different output',
    files: ['tests/unit/state/damage.test.ts', 'tests/unit/state/file.test.ts', 'tests/unit/state/schema.test.ts'],
  },
  {
    kind: 'Files that cannot be replaced, links in their place',
    right: 'told; all files of a run, or none',
    files: ['tests/unit/files/replace.test.ts'],
  },
  {
    kind: 'Addresses that are not public',
    right: 'refused, by name and by number, also behind a redirect',
    files: ['tests/unit/web/guard.test.ts', 'tests/browser/refused.test.ts'],
  },
  {
    kind: 'Marked secrets, names of clients and their follows',
    right: 'in no file, message or address',
    files: [
      'tests/unit/state/secrecy.test.ts',
      'tests/unit/state/privacy.test.ts',
      'tests/unit/web/request.test.ts',
      'tests/pipeline/mixed.test.ts',
    ],
  },
  {
    kind: 'Hostile texts: fuzzed parsers and outputs',
    right: "nothing thrown but the program's own errors; text stays text",
    files: ['tests/fuzz'],
  },
  {
    kind: 'Pages that attack what draws them',
    right: 'read or told, and the page beside is read',
    files: ['tests/browser/hostile.test.ts', 'tests/browser/trouble.test.ts'],
  },
  {
    kind: 'Pages, processes and folders left behind',
    right: 'none',
    files: ['tests/browser/leftovers.test.ts'],
  },
  { kind: 'Runs aborted at every stage', right: 'end with their reason', files: ['tests/pipeline/abort.test.ts'] },
];

/** Runs the tests of one suite. */
export async function resultOfSuite({ kind, right, files, config }: Suite): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-suites-'));
  const told = join(folder, 'told.json');
  const words = ['vitest', 'run', ...files, '--maxWorkers=1', '--reporter=json', `--outputFile=${told}`];
  await new Promise((resolve) => {
    execFile('npx', [...words, ...(config ? ['--config', config] : [])], resolve);
  });
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
    readFileSync(told, 'utf8'),
  ) as Record<string, number>;
  rmSync(folder, { recursive: true });
  return {
    kind,
    right,
    files,
    passed: numPassedTests ?? 0,
    failed: Math.max(numFailedTests ?? 0, numFailedTestSuites ?? 0),
    skipped: numPendingTests ?? 0,
  };
}
