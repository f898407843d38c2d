import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

// Runs a measurement of bench/ on the program as people install it. npm run bench:NAME builds it first.

const root = fileURLToPath(new URL('../', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);

/** Leaves the program where it was built, as far from the measurement as its sources are. */
const built: Plugin = {
  name: 'built',
  setup(builder) {
    builder.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const file = relative(root, join(resolveDir, path)).split(sep);
      if (file[0] !== 'src') return null;
      return { path: `../${['dist', ...file.slice(1)].join('/').replace(/ts$/, 'js')}`, external: true };
    });
  },
};

const outfile = join(root, 'dist-bench', `${name}.js`);
await build({
  absWorkingDir: root,
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  packages: 'external',
  plugins: [built],
  logLevel: 'warning',
});
const child = spawn(process.execPath, [outfile, ...args], { cwd: dirname(dirname(outfile)), stdio: 'inherit' });
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code ?? 1;
