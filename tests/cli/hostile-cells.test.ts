import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoNetwork, startDemoNetwork } from '../../src/demo/server.ts';
import { account, appView } from '../../src/demo/world.ts';
import { command, ownFolder } from './terminal.ts';
import { connectFlags } from '../helpers/connect-flags.ts';

ownFolder();

/** What a terminal would obey, alone or together with more; the last two are only not seen. */
const signs = [
  ['ESC', '\u001B[2J\u001B]0;owned\u0007'],
  ['BEL', '\u0007'],
  ['CR', 'safe\rsorry'],
  ['backspace', 'a\b\b\bb'],
  ['SOH', '\u0001'],
  ['CSI of C1', '\u009B31m'],
  ['NEL', '\u0085'],
  ['bidi override', '\u202Egnp.exe'],
  ['bidi isolate', '\u2066x\u2069\u200F'],
  ['Arabic letter mark', '\u061C'],
  ['DEL', '\u007F'],
  ['zero width', 'a\u200B\u200D\uFEFFb'],
  ['tag letters', 'a\u{E0041}b'],
] as const;

const obeyed = /(?!\n)\p{Cc}|\p{Bidi_Control}/u;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

let network: DemoNetwork;
let connect: string[];
beforeAll(async () => {
  const hostile = signs.map(([, sign], index) =>
    account(appView, `page${index}.test`, { title: `Page ${sign} ${index}`, subscribers: 9000 }),
  );
  const anna = account(appView, 'anna.test', { follows: hostile.map(({ id }) => id) });
  network = await startDemoNetwork({ servers: [appView], accounts: [anna, ...hostile] });
  connect = connectFlags(network.connectTo);
});
afterAll(() => network.close());

/** What a command prints, where nothing of it is obeyed. */
const isQuiet = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await command(args);
  expect(code).not.toBe(1);
  expect(stdout).not.toMatch(obeyed);
  expect(stderr).not.toMatch(obeyed);
  return stdout + stderr;
};

describe.each(signs)('%s', (_, sign) => {
  const name = `Anna ${sign} B`;
  const file = `clients ${sign}.csv`;

  beforeAll(() => {
    const rows = [
      ['customer', 'bluesky', `note ${sign}`],
      [name, 'anna.test', sign],
      [`Ben ${sign}`, `not a profile ${sign}`, ''],
      [`Cleo ${sign}`, `https://www.instagram.com/cleo${sign}/`, sign],
    ];
    writeFileSync('clients.csv', rows.map((row) => row.map(quoted).join(',')).join('\n'));
    writeFileSync('unknown.csv', `"wh${sign}o","wh${sign}at"\n"x${sign}","y"\n`);
    writeFileSync(
      'given.csv',
      `resource,title\nhttps://bsky.app/profile/page0.test,${quoted(sign)}\n${quoted(`a${sign}b`)},\n`,
    );
    writeFileSync('exclude.csv', `customer,profile\n,"no${sign}thing at all"\n`);
    writeFileSync('lines.txt', [`@anna${sign}`, `https://bsky.app/profile/anna${sign}`, sign].join('\n'));
  });

  test('in what is planned', async () => {
    expect(await isQuiet('plan', 'clients.csv')).toContain('bluesky');
    expect(await isQuiet('plan', 'clients.csv', '--json')).toContain('bluesky');
  });

  test('in what a run says, ranks and explains', async () => {
    const rules = ['--third-party', 'ignore', '--link', 'https://shop.example/a'];
    expect(await isQuiet('analyze', 'clients.csv', ...connect, ...rules)).toContain('Page');
    await isQuiet('analyze', 'clients.csv', ...connect, ...rules, '--json', '--log', 'json');
    await isQuiet('report', ...rules);
    expect(await isQuiet('explain', 'page0.test', ...rules)).toContain('page0.test');
    await isQuiet('explain', `page${sign}`);
    await isQuiet('forget', `nobody ${sign}`);
  });

  test('in what is wrong', async () => {
    expect(await isQuiet('analyze', 'unknown.csv')).not.toBe('');
    await isQuiet('analyze', file);
    await isQuiet('analyze', 'clients.csv', '--exclude', 'exclude.csv');
    await isQuiet('analyze', 'clients.csv', '--column', `x${sign}=y${sign}`);
    await isQuiet('analyze', 'clients.csv', '--apart', `x${sign}`);
    await isQuiet('analyze', 'clients.csv', '--link', `https://${sign}`);
    await isQuiet('analyze', 'clients.csv', `--un${sign}known`);
    await isQuiet(`an${sign}alyze`);
  });

  test('in what is identified and imported', async () => {
    expect(await isQuiet('networks', '--identify', 'lines.txt')).toContain('"input"');
    const given = ['import', 'given.csv', 'unknown.csv', '--follows', 'follows.csv'];
    expect(await isQuiet(...given, '--customer', name)).toContain('follows.csv');
    await isQuiet('import', file);
  });
});
