import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, ownFolder } from './terminal.ts';

const folder = ownFolder();
const program = join(import.meta.dirname, '../../dist/cli.js');

/** The program under a Node that says it is of this version. */
function underNode(version: string): { code: number | null; said: string; shown: string } {
  const other = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(other)}`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', preload, program, '--version'], {
    encoding: 'utf8',
  });
  return { code: status, said: stderr, shown: stdout };
}

describe('Node', () => {
  test.each(['18.20.4', '20.9.0', '20.18.3', '4.9.1'])('%s is too old, which takes one sentence', (version) => {
    const { code, said, shown } = underNode(version);
    expect(code).toBe(2);
    expect(said).toBe(
      `target-resources needs Node 20.19 or newer, and this is ${version}: get one at https://nodejs.org\n`,
    );
    expect(shown).toBe('');
  });

  test.each(['20.19.0', '22.0.0', '26.1.0'])('%s is new enough', (version) => {
    expect(underNode(version)).toMatchObject({ code: 0, said: '', shown: '0.1.0\n' });
  });
});

describe('a token in a file', () => {
  const token = 'vk1.a.token-of-this-test';
  const list = 'client,profile\nAnna,https://vk.com/anna_garden\n';

  test.each([
    ['nowhere', null, false],
    ['beside the client list', 'lists', true],
    ['in the current folder', '.', true],
    ['in a folder below', 'lists/deeper', false],
  ])('%s', async (name, place, isFound) => {
    const own = join(folder, name);
    mkdirSync(join(own, 'lists/deeper'), { recursive: true });
    writeFileSync(join(own, 'lists/clients.csv'), list);
    if (place !== null) writeFileSync(join(own, place, '.env'), `# tokens\nVK_TOKEN=${token}\n`);
    process.chdir(own);
    const { code, stdout, stderr } = await command(['plan', 'lists/clients.csv']);
    process.chdir(folder);
    expect(code).toBe(0);
    expect(stdout.includes('set VK_TOKEN')).toBe(!isFound);
    expect(`${stdout}${stderr}`).not.toContain(token);
  });
});

test.each(['#', ',,', 'a', '7', 'hash'])('--delimiter %j is refused, and nothing is read or written', async (sign) => {
  writeFileSync('clients.csv', 'client,profile\nAnna,@anna.example\n');
  for (const name of ['plan', 'analyze']) {
    const { code, stdout, stderr } = await command([name, 'clients.csv', '--delimiter', sign]);
    expect(code).toBe(2);
    expect(stderr).toContain(`"${sign}" is not a delimiter; use , ; | or tab`);
    expect(stdout).toBe('');
  }
});

describe('a setting that is not valid is named as it was written, with its value and what it takes', () => {
  test.each([
    ['--top', 'abc', '--top: "abc" is not a whole number of 1 or more'],
    ['--top', '0', '--top: "0" is not a whole number of 1 or more'],
    ['--top', '1.5', '--top: "1.5" is not a whole number of 1 or more'],
    ['--min-subscribers', '5k', '--min-subscribers: "5k" is not a whole number of 0 or more'],
    ['--min-subscribers', '5,000', '--min-subscribers: "5,000" is not a whole number of 0 or more'],
    ['--keep', 'month', '--keep: "month" is not a whole number of 1 or more'],
    ['--x-budget', 'ten', '--x-budget: "ten" is not a number of 0 or more'],
    ['--csv', 'german', '--csv: "german" is none of plain, excel'],
    ['--link', 'example', '--link: "example" is not the address of a page'],
  ])('%s %s', async (flag, value, told) => {
    const { code, stderr } = await command(['analyze', 'clients.csv', flag, value]);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/expected|received|Invalid/);
  });

  test.each([
    [{ top: 'x' }, 'top: "x" is not a whole number'],
    [{ follows: 3 }, 'follows: "3" is not a text in quotes, or a list of such in brackets'],
    [{ strict: 'yes' }, 'strict: "yes" is not true or false'],
    [{ minSubscriber: 5 }, 'there is no setting minSubscriber'],
  ])('%j in the settings file', async (content, told) => {
    writeFileSync('target-resources.json', JSON.stringify(content));
    const { code, stderr } = await command(['analyze']);
    rmSync('target-resources.json');
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/expected|received|Invalid/);
  });
});

test.each([
  ['plan', 'nothing.csv'],
  ['analyze', 'nothing.csv'],
  ['report'],
  ['explain', 'nobody'],
  ['networks', '--identify', 'nothing.txt'],
  ['import', 'nothing.zip', '--customer', 'Anna'],
  ['analyze', '--top', 'x'],
  ['nonsense'],
])('with --json, %s tells its error in JSON alone', async (...args) => {
  const { code, stdout, stderr } = await command([...args, '--json']);
  expect(code).toBe(2);
  for (const stream of [stdout, stderr].filter(Boolean))
    for (const line of stream.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('error.code');
});
