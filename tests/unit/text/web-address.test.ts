import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameInUri } from '../../../src/networks/mastodon/addresses.ts';
import { canParseUrl } from '../../../src/text/web-address.ts';

/** Calls after which V8 has compiled a function, ten times over. */
const many = 200_000;

test.each([
  ['https://bücher.example/', undefined, true],
  ['https://café.example/menü', undefined, true],
  ['/menü', 'https://bücher.example/', true],
  ['https://сад.example/', undefined, true],
  ['https://é[.example/', undefined, false],
  ['/menü', 'é', false],
])('%s on %s is read alike however often addresses were read before', (text, base, isUrl) => {
  for (let i = 0; i < many; i += 1) canParseUrl(`https://garden.example/${i % 10}`, base && 'https://garden.example/');
  expect(canParseUrl(text, base)).toBe(isUrl);
});

test('the last of very many accounts may live under a name with an umlaut', () => {
  for (let i = 0; i < many; i += 1) nameInUri(`https://garden.example/users/anna${i % 10}`);
  expect(nameInUri('https://bücher.example/users/anna')).toBe('anna@xn--bcher-kva.example');
});

test('nothing that runs on Node asks URL.canParse by itself', () => {
  const src = join(import.meta.dirname, '../../../src');
  const asking = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && readFileSync(join(src, file), 'utf8').includes('URL.canParse('),
  );
  expect(asking).toEqual([join('text', 'web-address.ts')]);
});
