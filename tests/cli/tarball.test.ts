import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
};
const folder = mkdtempSync(join(tmpdir(), 'target-resources-tarball-'));
const modules = join(folder, 'node_modules');
const installed = join(modules, 'target-resources');
afterAll(() => rmSync(folder, { recursive: true }));

let packed: string[];

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' });

const link = (name: string): void => {
  const path = join(modules, name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), path, 'junction');
};

/** Installed as npm would: the files of the tarball beside what the package depends on, and nothing else. */
beforeAll(() => {
  const told = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ filename, files }] = JSON.parse(told) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  run('tar', '-xzf', filename);
  mkdirSync(modules);
  run('mv', 'package', installed);
  for (const name of [...Object.keys(manifest.dependencies), '@types/node', 'undici-types']) link(name);
}, 60_000);

const filesIn = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));

test('the tarball holds what src is compiled to, the example and the documents, and nothing else', () => {
  const page = join('src', 'app', 'page');
  const bundled = ['icon.svg', 'index.html', 'licenses.txt', 'page.css', 'page.js'];
  const inPage = packed.filter((file) => file.startsWith('dist/app/page/')).map((file) => basename(file));
  expect(inPage).toEqual(expect.arrayContaining(bundled));
  expect(inPage.filter((name) => !bundled.includes(name) && !/^[\w-]+-[A-Z0-9]{8}\.js$/.test(name))).toEqual([]);

  const sources = filesIn('src').filter((file) => !file.startsWith(page + sep));
  const compiled = sources.flatMap((file) => {
    const name = file.replace(/^src/, 'dist').replace(/\.ts$/, '');
    return [`${name}.js`, `${name}.d.ts`];
  });
  const example = ['customers.csv', 'follows.csv', 'target-resources.json', 'verdicts.csv'];
  const documents = [
    'CHANGELOG.md',
    'LICENSE',
    'PRIVACY.md',
    'README.md',
    'package.json',
    'report.schema.json',
    'results.schema.json',
  ];
  const expected = [...compiled, ...example.map((name) => `input/${name}`), ...documents];
  const rest = packed.filter((file) => !file.startsWith('dist/app/page/'));
  expect(rest.toSorted()).toEqual(expected.toSorted());
});

test('the command of the tarball says its version', () => {
  const bin = join(installed, manifest.bin['target-resources'] ?? '');
  expect(readFileSync(bin, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(run(process.execPath, bin, '--version')).toBe(`${manifest.version}\n`);
});

test('the examples of the README compile against the types of the tarball, and run', () => {
  const [, section = ''] = readFileSync(join(installed, 'README.md'), 'utf8').split('\n## As a library\n');
  const [text = ''] = section.split('\n## ');
  const examples = [...text.matchAll(/^```ts\n([^`]*)^```$/gm)].map(([, code = '']) => code);
  expect(examples).toHaveLength(2);
  for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['example-*.ts'] }));
  run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'));

  const before = readdirSync(folder);
  expect(run(process.execPath, 'example-0.js')).toBe('garden-letter.example 2 keep\n');
  expect(readdirSync(folder)).toEqual(before);

  writeFileSync(join(folder, 'clients.csv'), 'client,profile\nAnna,https://www.facebook.com/anna.quince\n');
  expect(run(process.execPath, 'example-1.js')).toMatch(/^\d+ true\n$/);
  expect(readdirSync(join(folder, 'output'))).toContain('report.json');
}, 60_000);
