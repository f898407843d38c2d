import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') || file.endsWith('.tsx'),
);

/** What a part may import besides itself. */
const allowed: Record<string, string[]> = {
  types: [],
  errors: ['types', 'text'],
  text: [],
  once: [],
  files: ['errors'],
  settings: ['errors', 'types'],
  tables: ['errors', 'types', 'text'],
  inputs: ['errors', 'types', 'text', 'tables'],
  imports: ['errors', 'types', 'text', 'once', 'tables', 'inputs', 'files'],
  judgement: ['types', 'text'],
  topic: ['errors', 'types', 'text', 'tables', 'judgement'],
  assistant: ['types', 'text', 'judgement', 'topic'],
  stages: ['errors', 'types', 'text', 'once', 'judgement', 'topic'],
  networks: ['errors', 'types', 'text'],
  web: ['errors', 'types', 'text'],
  state: ['errors', 'types'],
  machines: ['errors', 'types', 'text', 'stages', 'state', 'web'],
  outputs: ['errors', 'types', 'text', 'files'],
  teasers: ['errors', 'types', 'text'],
  outreach: ['errors', 'types', 'text', 'tables', 'judgement', 'topic', 'stages', 'teasers', 'outputs', 'files'],
  results: ['errors', 'types', 'text', 'tables', 'stages'],
  article: ['errors', 'types', 'text'],
  lawful: ['errors', 'types'],
  'short-links': ['errors', 'types', 'text', 'stages', 'networks'],
  demo: ['errors', 'types', 'settings'],
  report: [
    'errors',
    'types',
    'text',
    'once',
    'settings',
    'inputs',
    'stages',
    'topic',
    'networks',
    'outputs',
    'teasers',
    'outreach',
    'lawful',
    'article',
    'assistant',
    'short-links',
    'files',
    'results',
  ],
  analyze: [
    'results',
    'article',
    'assistant',
    'library',
    'short-links',
    'errors',
    'types',
    'settings',
    'inputs',
    'networks',
    'stages',
    'teasers',
    'topic',
    'web',
    'state',
    'report',
  ],
  library: [
    'machines',
    'text',
    'outreach',
    'watching',
    'errors',
    'types',
    'settings',
    'tables',
    'inputs',
    'imports',
    'files',
    'stages',
    'short-links',
    'teasers',
    'networks',
    'topic',
    'web',
    'state',
    'report',
    'outputs',
    'results',
  ],
  index: ['errors', 'types', 'teasers', 'tables', 'stages', 'networks', 'analyze', 'library'],
  terminal: ['types', 'text'],
  watching: ['errors', 'types', 'text', 'settings', 'files'],
  'known-networks': ['library', 'networks'],
  commands: [
    'errors',
    'types',
    'text',
    'settings',
    'index',
    'known-networks',
    'demo',
    'terminal',
    'watching',
    'mcp',
    'app',
  ],
  mcp: ['errors', 'types', 'text', 'settings', 'index'],
  // Runs in a browser: of what the server has, it takes what both say to each other.
  page: ['types', 'text', 'outputs', 'index', 'app'],
  app: ['errors', 'types', 'text', 'settings', 'files', 'index'],
  program: ['errors', 'types', 'settings', 'commands', 'terminal', 'text'],
  cli: ['program'],
};

const partOf = (file: string): string =>
  file.startsWith('app/page/') ? 'page' : (file.split('/')[0]?.replace(/\.ts$/, '') ?? '');

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(src, join(src, dirname(file), path)),
  );

test.each(files)('%s imports only what lies below it', (file) => {
  const part = partOf(file);
  expect(Object.keys(allowed)).toContain(part);
  const foreign = importsOf(file).filter(
    (imported) => partOf(imported) !== part && !allowed[part]?.includes(partOf(imported)),
  );
  expect(foreign).toEqual([]);
});

const roomOf = (file: string): string | undefined => /^networks\/([^/.]+)/.exec(file)?.[1];

test('a network imports kit/ and what is its own, never another network', () => {
  const foreign = files
    .filter((file) => roomOf(file) !== undefined && file !== 'networks/index.ts')
    .flatMap((file) => importsOf(file).map((imported) => [file, imported] as const))
    .filter(([file, imported]) => ![undefined, 'kit', roomOf(file)].includes(roomOf(imported)));
  expect(foreign).toEqual([]);
});

test('there is no circle of imports', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]));
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    expect(path, 'a circle').not.toContain(file);
    if (done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});

test('only settings and the command line read the environment', () => {
  // Handing all of it on to a program that is started is not reading it.
  const readers = files.filter((file) => /(?<!\.\.\.)process\.env/.test(readFileSync(join(src, file), 'utf8')));
  expect(readers.filter((file) => file !== 'settings.ts')).toEqual([]);
});

test('the library prints nothing and never ends the process', () => {
  const offenders = files.filter(
    (file) =>
      !['cli.ts', 'program.ts'].includes(file) &&
      /console\.(log|error|warn|info|debug)|process\.(exit|stdout|stderr)/.test(readFileSync(join(src, file), 'utf8')),
  );
  expect(offenders).toEqual([]);
});

/** Names that every network's own parser has; the list holds nothing else and shall not grow. */
const portNames = new Set(['parseProfile', 'parseHandle', 'parseResource', 'readPosts', 'host', 'profileUrl']);

test('no two files export the same name', () => {
  const exporters = new Map<string, Set<string>>();
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8');
    const names = text.matchAll(/^export (?:async )?(?:const|function\*?|class|abstract class|interface|type) (\w+)/gm);
    for (const [, name = ''] of names) exporters.set(name, (exporters.get(name) ?? new Set()).add(file));
  }
  const shared = [...exporters].filter(([name, of]) => of.size > 1 && !portNames.has(name)).map(([name]) => name);
  expect(shared).toEqual([]);
});

test('neither the program nor its tests need a benchmark', () => {
  const root = join(src, '..');
  const all = ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  const needing = all.filter((file) => file.endsWith('.ts') && /from '[^']*\/bench\//.test(readFileSync(file, 'utf8')));
  expect(needing).toEqual([]);
});
