import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// npm run new:network NAME: the skeleton of a network that can be read, in this checkout or in the one named second.

const [name = '', root = '.'] = process.argv.slice(2);
const title = name.slice(0, 1).toUpperCase() + name.slice(1);

const skeletons = {
  network: `src/networks/${name}.ts`,
  double: `tests/doubles/${name}.ts`,
  test: `tests/networks/${name}.test.ts`,
};

function writeSkeleton(): void {
  for (const [skeleton, file] of Object.entries(skeletons)) {
    const text = readFileSync(new URL(`new-network/${skeleton}.txt`, import.meta.url), 'utf8');
    writeFileSync(join(root, file), text.replaceAll('NAME', name).replaceAll('TITLE', title));
  }
  edit('src/networks/index.ts', (text) =>
    ownImport(text, `import { ${name} } from './${name}.ts';`).replace(', ...closedNetworks]', `, ${name}$&`),
  );
  edit('tests/doubles/index.ts', (text) =>
    ownImport(text, `import { ${name}Double } from './${name}.ts';`).replace(
      '  mastodon: (graph)',
      `  ${name}: (graph) => ${name}Double(graph),\n$&`,
    ),
  );
}

const ownImport = (text: string, from: string): string => text.replace(/\n\n/, `\n${from}\n\n`);

function edit(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

if (!/^[a-z][a-z0-9]*$/.test(name)) {
  process.stderr.write('name the network: npm run new:network NAME, in small letters and digits\n');
  process.exitCode = 2;
} else if (Object.values(skeletons).some((file) => existsSync(join(root, file)))) {
  process.stderr.write(`there is already something called ${name}\n`);
  process.exitCode = 2;
} else {
  writeSkeleton();
  process.stdout.write(`${Object.values(skeletons).join('\n')}\nare written: replace what stands behind FILL IN\n`);
}
