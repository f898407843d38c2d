import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { pageFrame } from '../src/app/page/frame.ts';
import { icon } from '../src/outputs/html/frame.ts';
import { appStyle } from '../src/app/page/style.ts';

// Makes the page of `target-resources app` in dist/app/page/: nothing of it is fetched when it runs.

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'dist/app/page');

mkdirSync(folder, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { page: 'src/app/page/main.tsx' },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(folder, 'index.html'), pageFrame);
writeFileSync(join(folder, 'icon.svg'), decodeURIComponent(icon.slice(icon.indexOf(',') + 1)));
writeFileSync(join(folder, 'page.css'), appStyle);
writeFileSync(join(folder, 'licenses.txt'), licensesOf(Object.keys(metafile.inputs)));

/** The licenses of what others wrote and the page's script contains, as they ask for. */
function licensesOf(inputs: string[]): string {
  const packages = inputs.flatMap((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(packages)]
    .toSorted()
    .map((name) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
    .join('\n\n');
}
