import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { withParts } from '../../tools/readme-parts.ts';
import { command } from '../cli/terminal.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What stands in backticks, inline or in a block of its own. */
const code = [...readme.matchAll(/```\w*\n(.*?)```|`([^`\n]+)`/gs)].map(([, block, inline]) => block ?? inline ?? '');
const words = new Set(code.flatMap((text) => text.split(/[\s,;[\]()<>]+/)));

const missing = (wanted: string[]): string[] => wanted.filter((word) => !words.has(word));

describe('the README names', () => {
  const helps = new Map<string, string>();
  let program = '';

  beforeAll(async () => {
    const { stdout } = await command(['--help']);
    program = stdout;
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
    const flags = [program, ...helps.values()].flatMap((help) =>
      [...help.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag),
    );
    expect(new Set(flags).size).toBeGreaterThan(20);
    expect(missing([...new Set(flags)].filter((flag) => flag !== '--help'))).toEqual([]);
  });

  test('no flag that is none', () => {
    const named = [...words].filter((word) => /^--[a-z-]+$/.test(word));
    const known = [program, ...helps.values()].join('\n');
    expect(named.filter((flag) => !new RegExp(`${flag}\\b`).test(known))).toEqual([]);
  });
});

test('its generated parts are current', () => {
  expect(readme, 'run npm run docs').toBe(withParts(readme));
});
