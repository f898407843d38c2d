import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

/** A declaration as the compiler writes it, and the comment above it. */
interface Declaration {
  text: string;
  comment: string;
}

/** The declaration of a name in a file of declarations: up to the line on which its brackets are closed again. */
function declarationOf(name: string, file: string): Declaration {
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) =>
    new RegExp(`^export (?:declare )?(?:abstract )?(?:function|class|const|interface|type) ${name}\\b`).test(line),
  );
  const kept: string[] = [];
  let depth = 0;
  for (const line of start < 0 ? [] : lines.slice(start)) {
    kept.push(line);
    depth += (line.match(/[{(]/g)?.length ?? 0) - (line.match(/[})]/g)?.length ?? 0);
    if (depth === 0) break;
  }
  const above = lines.slice(0, Math.max(0, start));
  const begin = above.findLastIndex((line) => line.startsWith('/**'));
  const comment = above.at(-1)?.endsWith('*/') ? above.slice(begin).join('\n') : '';
  return { text: kept.join('\n'), comment };
}

const withoutComments = (text: string): string => text.replaceAll(/\n *\/\*\*(?:[^*]|\*(?!\/))*\*\//g, '');

/** Every name that the package exports, with the file of its declaration. */
const exported = [
  ...readFileSync(join(dist, 'index.d.ts'), 'utf8').matchAll(/^export (?:type )?\{ ([^}]*) \} from '([^']*)';$/gm),
].flatMap(([, names = '', from = '']) =>
  names
    .split(', ')
    .map((name) => [name, join(dist, dirname(from), from.replace(/^.*\/(.*)\.[jt]s$/, '$1.d.ts'))] as const),
);

test('the public names and their signatures are those that were agreed on', async () => {
  const lines = readFileSync(join(dist, 'index.d.ts'), 'utf8').trim().split('\n');
  expect(lines.filter((line) => line !== '' && !/^export (?:type )?\{ [\w, ]+ \} from/.test(line))).toEqual([]);
  const declarations = exported
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, file]) => withoutComments(declarationOf(name, file).text));
  await expect(`${declarations.join('\n')}\n`).toMatchFileSnapshot('public-api.txt');
});

test.each(exported)('%s says what it is', (name, file) => {
  expect(declarationOf(name, file).comment).not.toBe('');
});
