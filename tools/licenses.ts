import { existsSync, readFileSync } from 'node:fs';

interface LockedPackage {
  name: string;
  version: string;
  license: string;
  dev: boolean;
  hasInstallScript: boolean;
}

const root = new URL('../', import.meta.url);

/** Every package of the lock, with the license that its own manifest names where it is installed here. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = readJson('package-lock.json') as { packages: Record<string, Partial<LockedPackage>> };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev = false, hasInstallScript = false }]) => {
      const manifest = `${path}/package.json`;
      const own = existsSync(new URL(manifest, root)) ? (readJson(manifest) as { license?: string }).license : license;
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, license: own ?? '', dev, hasInstallScript };
    });
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** `docs/licenses.md`: what is installed with the program. */
export function licenseList(): string {
  const lines = lockedPackages()
    .filter(({ dev }) => !dev)
    .map(({ name, version, license }) => `| \`${name}\` | ${version} | ${license} |\n`);
  return `# Licenses

What is installed with target-resources (MIT), as package-lock.json names it; \`npm run docs\` writes this file. Each package holds the text of its license. A test lets no other licenses in.

| package | version | license |
| --- | --- | --- |
${[...new Set(lines)].toSorted().join('')}`;
}
