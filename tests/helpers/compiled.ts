import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Compiles a script with what it imports, because Node 20 runs no TypeScript. */
export function compiled(script: URL): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  const file = fileURLToPath(script);
  const out = join(folder, 'out');
  const compilerOptions = { noEmit: false, rootDir: root, outDir: out, typeRoots: [join(root, 'node_modules/@types')] };
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions, include: [], files: [file] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  mkdirSync(out);
  writeFileSync(join(out, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'), 'junction');
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  const path = join(out, relative(root, file).replace(/\.ts$/, '.js'));
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
