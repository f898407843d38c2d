import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licenseList, lockedPackages } from '../../tools/licenses.ts';

const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0'];
/** Licenses of tools, which are not handed on. */
const tooling = ['(Apache-2.0 AND MIT)', 'MPL-2.0'];

/** Tools whose manifests name no license; what the file LICENSE in the package is. */
const unnamed = new Map([['twitter-text', 'Apache-2.0']]);

const packages = lockedPackages().map((each) => ({ ...each, license: each.license || (unnamed.get(each.name) ?? '') }));

test('every dependency has a license that allows what is done with it', () => {
  expect(packages.length).toBeGreaterThan(100);
  const others = packages.filter(({ license, dev }) => ![...permissive, ...(dev ? tooling : [])].includes(license));
  expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

test('the list of licenses is current', () => {
  const published = readFileSync(new URL('../../docs/licenses.md', import.meta.url), 'utf8');
  expect(published, 'run npm run docs').toBe(licenseList());
});

// Its script only looks whether the binary that it comes with can be used, and builds one where it cannot.
const withPrebuiltBinary = '@photostructure/sqlite';

test('nothing that a user installs needs an install script', () => {
  const scripts = packages.filter(({ dev, hasInstallScript }) => !dev && hasInstallScript);
  expect(scripts.map(({ name }) => name)).toEqual([withPrebuiltBinary]);
  const prebuilt = readdirSync(new URL(`../../node_modules/${withPrebuiltBinary}/prebuilds`, import.meta.url));
  const systems = ['darwin', 'linux', 'win32'].flatMap((system) => [`${system}-arm64`, `${system}-x64`]);
  expect(prebuilt.toSorted()).toEqual(systems);
});
