import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import {
  candidateColumns,
  coverageColumns,
  problemColumns,
  resourceColumns,
  teaserColumns,
} from '../../src/outputs/columns.ts';
import { settingsSchema } from '../../src/settings.ts';
import type { AnyNetwork } from '../../src/types/network.ts';
import { command } from '../cli/terminal.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What stands in backticks, inline or in a block of its own. */
const code = [...readme.matchAll(/```\w*\n(.*?)```|`([^`\n]+)`/gs)].map(([, block, inline]) => block ?? inline ?? '');
const words = new Set(code.flatMap((text) => text.split(/[\s,;[\]()<>]+/)));

const missing = (wanted: string[]): string[] => wanted.filter((word) => !words.has(word));

describe('the README names', () => {
  const helps = new Map<string, string>();

  beforeAll(async () => {
    const { stdout } = await command(['--help']);
    const listed = stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm);
    for (const [, name = ''] of listed) {
      if (name !== 'help') helps.set(name, (await command([name, '--help'])).stdout);
    }
  });

  test('every command', () => {
    expect(helps.size).toBeGreaterThanOrEqual(7);
    const tabled = [...readme.matchAll(/^\| `target-resources ([a-z]+)/gm)].map(([, name]) => name);
    expect(tabled.toSorted()).toEqual([...helps.keys()].toSorted());
  });

  test('every flag of every command', () => {
    const flags = [...helps.values()].flatMap((help) =>
      [...help.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag),
    );
    expect(new Set(flags).size).toBeGreaterThan(20);
    expect(missing([...new Set(flags)].filter((flag) => flag !== '--help'))).toEqual([]);
  });

  test('every setting, and what it takes, in the table of settings', () => {
    for (const [name, schema] of Object.entries(settingsSchema.shape)) {
      if (name === 'customers') continue;
      const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      const { value } = schema.meta() as { value?: string };
      expect(readme).toMatch(new RegExp(`^\\| .*\`${flag}${value ? ` <${value}>` : ''}\``, 'm'));
    }
    expect(readme).toContain('`target-resources analyze [customers]`');
  });

  test('no flag that is none', () => {
    const named = [...words].filter((word) => /^--[a-z-]+$/.test(word));
    const known = [...helps.values()].join('\n');
    expect(named.filter((flag) => !new RegExp(`${flag}\\b`).test(known))).toEqual([]);
  });

  test.each([
    ['resources.csv', resourceColumns.map(({ name }) => name)],
    [
      'candidates.csv',
      candidateColumns.slice(candidateColumns.findIndex(({ name }) => name === 'verdict')).map(({ name }) => name),
    ],
    ['coverage.csv', coverageColumns.map(({ name }) => name)],
    ['problems.csv', problemColumns.map(({ name }) => name)],
    ['teasers.csv', teaserColumns.map(({ name }) => name)],
  ])('every column of %s, in its order', (file, columns) => {
    expect(readme).toMatch(new RegExp(`\`${file}\`.* \`${columns.join(', ')}\``));
  });

  test('every network, as the list has it', () => {
    const [, table = ''] = /<!-- networks -->\n(.*?)<!-- \/networks -->/s.exec(readme) ?? [];
    const head = ['| network | follows | profile | example |', '| --- | --- | --- | --- |'];
    const wanted = [...head, ...networks.map(rowOf), ''].join('\n');
    expect(table, `between the two marks in the README paste\n\n${wanted}\n`).toBe(wanted);
  });
});

function rowOf(network: AnyNetwork): string {
  const example = network.examples.find(({ profile }) => profile !== null) ?? network.examples[0];
  const cells = [
    `${network.title} (\`${network.id}\`)`,
    network.closed ? `no: ${network.closed.reason}` : howRead(network),
    example?.profile ? `\`${example.profile}\`` : '',
    `\`${example?.input}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function howRead({ token, consent, resourcesOnly }: AnyNetwork & { closed?: never }): string {
  if (resourcesOnly) return `no: ${resourcesOnly}; resources in follows.csv are examined`;
  const [where = '', ...hint] = token?.where.split(' ') ?? [];
  const named = token && [`[\`${token.variable}\`](${where})`, ...hint].join(' ');
  const how = !named ? 'without a token' : token.needed ? `with ${named}` : `without a token, more with ${named}`;
  return consent === undefined ? `yes, ${how}` : `yes, ${how}, where the client agreed`;
}
