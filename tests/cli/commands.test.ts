import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoNetwork, startDemoNetwork } from '../../src/demo/server.ts';
import { type DemoAccount, type World, account, appView } from '../../src/demo/world.ts';
import { command, ownFolder } from './terminal.ts';
import { connectFlags } from '../helpers/connect-flags.ts';

ownFolder();

const author = (name: string): DemoAccount => account(appView, name);
const [ann, bob, cat] = [author('writer-a.test'), author('writer-b.test'), author('writer-c.test')];
const repeats = (authors: DemoAccount[]): DemoAccount['shown'] =>
  authors.map(({ id }, index) => {
    const at = new Date(Date.now() - (index + 1) * 3_600_000).toISOString();
    return { kind: 'repost', at, of: { author: id, at, text: 'a piece' } };
  });
const own: DemoAccount['shown'] = [
  {
    kind: 'own',
    at: new Date().toISOString(),
    text: 'What we did in the garden this week: we pruned the roses and cleaned our tools',
  },
];
const media = {
  weekly: account(appView, 'weekly.test', { title: 'Weekly', subscribers: 5000, shown: repeats([ann, bob]) }),
  digest: account(appView, 'digest.test', {
    title: '=HYPERLINK("x")',
    subscribers: 90_000,
    shown: repeats([ann, bob, cat]),
  }),
  diary: account(appView, 'diary.test', { subscribers: 70_000, shown: own }),
  quiet: account(appView, 'quiet.test', { title: 'Quiet', subscribers: 7000, shown: [] }),
  small: account(appView, 'small.test', { subscribers: 4999, shown: repeats([ann, bob]) }),
};
const follows = (list: DemoAccount[]): string[] => list.map(({ id }) => id);
const people = [
  account(appView, 'p1.test', { follows: follows([media.weekly, media.digest, media.diary, media.small]) }),
  account(appView, 'p2.test', { follows: follows([media.weekly, media.digest, media.small]) }),
  account(appView, 'p3.test', { follows: follows([media.weekly]) }),
  account(appView, 'p4.test', { follows: follows([media.weekly]), state: 'logged_in_only' }),
];
/** Clients of a list of their own. */
const followers = ['q1.test', 'q2.test'].map((name) => account(appView, name, { follows: follows([media.quiet]) }));
const world: World = {
  servers: [appView],
  accounts: [...people, ...followers, ...Object.values(media), ann, bob, cat],
};

let network: DemoNetwork;
let connect: string[];

beforeAll(async () => {
  network = await startDemoNetwork(world);
  connect = connectFlags(network.connectTo);
  writeFileSync(
    'clients.csv',
    `customer,bluesky\n${people.map(({ name }, index) => `client ${index},${name}\n`).join('')}`,
  );
});
afterAll(() => network.close());

const csv = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const jsonLines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const tradeRow = (name: string, trade: string): string => `${name},https://bsky.app/profile/${name}.test,${trade}\n`;

describe('analyze', () => {
  test('writes the ranked list, the candidates, coverage, problems, teasers and the report, and says where', async () => {
    const { code, stdout, stderr } = await command([
      'analyze',
      'clients.csv',
      '--link',
      'https://shop.example/post',
      '--campaign',
      'spring',
      ...connect,
    ]);
    const written = [
      'resources.csv',
      'candidates.csv',
      'review.csv',
      'choice.csv',
      'coverage.csv',
      'reasons.csv',
      'problems.csv',
      'teasers.csv',
      'resources.xlsx',
      'report.html',
      'report.json',
      'outreach.csv',
      'pitches',
      `history/${new Date().toISOString().slice(0, 10)}.json`,
    ].map((name) => `output/${name}`);
    expect(stdout.trim().split('\n')).toEqual(written);
    expect(code).toBe(0);
    expect(stderr).toContain('2 resources to publish in');
    expect(csv('output/resources.csv')).toMatchObject([
      {
        rank: '1',
        resource: 'weekly.test',
        customers: '3',
        customers_readable: '3',
        subscribers: '5000',
        third_party: 'reposts',
        third_party_authors: '2',
        new_customers: '3',
        reach: '1.0000',
      },
      { rank: '2', resource: 'digest.test', customers: '2', share: '0.6667', subscribers: '90000', new_customers: '0' },
    ]);
    expect(csv('output/candidates.csv').map(({ resource, verdict, reason }) => [resource, verdict, reason])).toEqual([
      ['weekly.test', 'keep', 'third_party_evidence'],
      ['digest.test', 'keep', 'third_party_evidence'],
      ['small.test', 'drop', 'below_floor'],
      ['diary.test', 'drop', 'own_posts_only'],
    ]);
    expect(csv('output/coverage.csv')).toMatchObject([{ network: 'bluesky', profiles: '4', read: '3', hidden: '1' }]);
    expect(csv('output/teasers.csv')[0]).toMatchObject({
      utm_source: 'bsky.app',
      utm_campaign: 'spring',
      ga4_channel: 'Organic Social',
      fits: 'true',
    });
  });

  test('review.csv asks what a person is to decide, and is read back as --verdicts', async () => {
    writeFileSync('few.csv', 'customer,bluesky\nX,q1.test\nY,q2.test\n');
    const places = ['--state', 'few.sqlite', '--output', 'few'];
    await command(['analyze', 'few.csv', ...places, ...connect]);
    const asked = csv('few/review.csv');
    expect(asked).toMatchObject([{ title: 'Quiet', customers: '2', subscribers: '7000', verdict: '' }]);
    expect(csv('few/resources.csv')).toEqual([]);
    writeFileSync('decided.csv', Papa.unparse(asked.map((row) => ({ ...row, verdict: 'keep', note: 'asked them' }))));
    const { code } = await command(['report', ...places, '--verdicts', 'decided.csv']);
    expect(code).toBe(0);
    expect(csv('few/review.csv')).toEqual([]);
    expect(csv('few/problems.csv')).toEqual([]);
    expect(csv('few/resources.csv')).toMatchObject([{ title: 'Quiet', customers: '2' }]);
    expect(csv('few/candidates.csv')).toMatchObject([{ title: 'Quiet', verdict: 'keep', reason: 'your_decision' }]);
  });

  test('a second run asks nobody and writes the same bytes; --json tells the requests', async () => {
    const before = readFileSync('output/candidates.csv', 'utf8');
    const { code, stdout } = await command(['analyze', 'clients.csv', '--json', ...connect]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      complete: true,
      customers: 4,
      verdicts: { keep: 2, drop: 2 },
      requests: {},
      teasers: 0,
    });
    expect(readFileSync('output/candidates.csv', 'utf8')).toBe(before);
    expect(existsSync('output/teasers.csv')).toBe(false);
  });

  test('a shuffled list gives the same bytes from a state of its own', async () => {
    const rows = people.map(({ name }, index) => `client ${index},${name}\n`);
    writeFileSync('shuffled.csv', `customer,bluesky\n${rows.toReversed().join('')}`);
    await command(['analyze', 'shuffled.csv', '--state', 'other.sqlite', '--output', 'other', ...connect]);
    for (const name of ['resources.csv', 'candidates.csv', 'coverage.csv', 'report.json']) {
      expect(readFileSync(`other/${name}`, 'utf8'), name).toBe(readFileSync(`output/${name}`, 'utf8'));
    }
  });

  test('a row that cannot be used is told, and makes the exit code 3 where that is asked for', async () => {
    writeFileSync('messy.csv', 'customer,profile\nX,https://bsky.app/profile/p1.test\nY,see below\n');
    const asked = ['analyze', 'messy.csv', '--state', 'messy.sqlite', '--output', 'messy', ...connect];
    expect((await command(asked)).code).toBe(0);
    expect((await command([...asked, '--strict'])).code).toBe(3);
    expect(csv('messy/problems.csv')).toMatchObject([{ file: 'messy.csv', line: '3', value: 'see below' }]);
  });

  test('no host that answers: the exit code is 4, nothing is written, and what stood there stays', async () => {
    const places = ['--state', 'down.sqlite', '--output', 'down'];
    const away = ['--connect-to', 'public.api.bsky.app=http://127.0.0.1:9'];
    const { code, stdout, stderr } = await command(['analyze', 'clients.csv', ...places, ...away]);
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('no host answered');
    expect(stderr).toContain('public.api.bsky.app');
    expect(existsSync('down')).toBe(false);
    const again = await command(['analyze', 'clients.csv', ...places, ...connect]);
    expect(again.code).toBe(0);
    const resources = readFileSync('output/resources.csv', 'utf8');
    expect(readFileSync('down/resources.csv', 'utf8')).toBe(resources);
    const later = await command(['analyze', 'clients.csv', ...places, ...away, '--max-age', '0']);
    expect(later.code).toBe(4);
    expect(readFileSync('down/resources.csv', 'utf8')).toBe(resources);
    expect((await command(['report', ...places])).code).toBe(0);
    expect(readFileSync('down/resources.csv', 'utf8')).toBe(resources);
  }, 60_000);

  test('a network that is down is told and makes the exit code 3, without the name of a client', async () => {
    writeFileSync('both.csv', 'customer,bluesky,mastodon\nX,p1.test,@ada@mead.example\n');
    const away = ['--connect-to', 'mead.example=http://127.0.0.1:9'];
    const places = ['--state', 'both.sqlite', '--output', 'both'];
    const { code, stderr } = await command(['analyze', 'both.csv', ...places, ...connect, ...away]);
    expect(code).toBe(3);
    expect(csv('both/reasons.csv')).toMatchObject([
      { network: 'mastodon', host: 'mead.example', status: 'not_reached', count: '1', remedy: 'run_again' },
    ]);
    expect(stderr).toMatch(/mastodon, mead\.example +1 profile not reached +since [-\d]+ +the connection failed/);
    expect(readFileSync('both/reasons.csv', 'utf8')).not.toContain('ada');
    const again = await command(['analyze', 'both.csv', '--json', ...places, ...connect, ...away]);
    expect(JSON.parse(again.stdout)).toMatchObject({ complete: false, reasons: [{ host: 'mead.example' }] });
  }, 60_000);

  test('with --json and --log json nothing but JSON is written, errors included', async () => {
    const told = await command(['analyze', 'clients.csv', '--log', 'json', ...connect]);
    expect(jsonLines(told.stderr)).toContainEqual(expect.objectContaining({ stage: 'written' }));
    for (const wrong of [['missing.csv'], ['clients.csv', '--top', 'x'], ['clients.csv', '--nonsense']]) {
      const refused = await command(['analyze', ...wrong, '--json', '--log=json']);
      expect(refused.code).toBe(2);
      expect(JSON.parse(refused.stdout)).toHaveProperty('error.code');
      expect(jsonLines(refused.stderr)).toEqual([JSON.parse(refused.stdout)]);
    }
    expect((await command(['plan', 'clients.csv', '--json', ...connect])).stderr).toBe('');
  });

  test('with --json alone what no terminal shows is JSON, too', async () => {
    const ran = await command(['analyze', 'clients.csv', '--json', ...connect]);
    expect(jsonLines(ran.stderr)).toContainEqual(expect.objectContaining({ stage: 'input' }));
    writeFileSync('unusable.csv', 'customer,profile\nAnna,nothing of use\n');
    const unusable = await command(['analyze', 'unusable.csv', '--json']);
    expect(jsonLines(unusable.stderr).at(-1)).toEqual(JSON.parse(unusable.stdout));
  }, 60_000);

  test('the settings file is read, and a flag beats it', async () => {
    writeFileSync(
      'target-resources.json',
      JSON.stringify({ minSubscribers: 80_000, connectTo: network.connectTo, output: 'settled' }),
    );
    await command(['analyze', 'clients.csv']);
    expect(csv('settled/resources.csv').map(({ resource }) => resource)).toEqual(['digest.test']);
    await command(['analyze', 'clients.csv', '--min-subscribers', '5000']);
    expect(csv('settled/resources.csv')).toHaveLength(2);
    rmSync('target-resources.json');
  });

  test('follows alone are enough, and excel gets its own dialect', async () => {
    writeFileSync(
      'follows.csv',
      'customer,resource,title,subscribers\nAnn,https://letter.example,Letter,7000\nBob,https://letter.example,,\n',
    );
    const { code } = await command([
      'analyze',
      '--follows',
      'follows.csv',
      '--third-party',
      'ignore',
      '--csv',
      'excel',
      '--output',
      'survey',
      '--state',
      'survey.sqlite',
    ]);
    expect(code).toBe(0);
    const text = readFileSync('survey/resources.csv', 'utf8');
    expect(text.startsWith('\uFEFFrank;title;network;')).toBe(true);
    expect(csv('survey/resources.csv')).toMatchObject([
      { network: 'web', customers: '2', customers_readable: '2', subscribers: '7000' },
    ]);
  });

  test('--shareable leaves out what fewer than five clients share', async () => {
    await command(['analyze', 'clients.csv', '--shareable', '--output', 'shared', ...connect]);
    expect(csv('shared/candidates.csv')).toEqual([]);
  });
});

describe('what a person can mend', () => {
  test.each([
    ['a missing file', ['analyze', 'none.csv'], 'there is no such file', 'none.csv'],
    ['nothing to read', ['analyze', '--state', 'no.sqlite'], 'there is neither a client list', 'what to do'],
    ['a number that is none', ['analyze', 'clients.csv', '--top', 'ten'], 'top', 'what to do'],
    ['a rule that is none', ['analyze', 'clients.csv', '--third-party', 'maybe'], '--third-party', 'what to do'],
    ['a connection that is none', ['analyze', 'clients.csv', '--connect-to', 'nonsense'], 'HOST=ORIGIN', 'what to do'],
    ['a link that is none', ['analyze', 'clients.csv', '--link', 'not a link'], 'link', 'https://'],
    [
      'a link that carries tags',
      ['analyze', 'clients.csv', '--link', 'https://shop.example/?utm_source=mail'],
      'utm_source=mail',
      '--utm replace',
    ],
    ['a state without a run', ['report', '--state', 'fresh.sqlite'], 'no run to report on', 'target-resources analyze'],
    ['an unknown resource', ['explain', 'nobody.test'], 'no such resource', 'candidates.csv'],
    ['an unknown customer', ['forget', 'nobody'], 'no such customer', 'client list'],
    ['an unknown flag', ['analyze', '--nonsense'], '--nonsense', ''],
    ['an unknown command', ['guess'], 'guess', ''],
  ])('%s ends with 2 and a sentence', async (_, args, what, whatToDo) => {
    const { code, stdout, stderr } = await command(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(what);
    expect(stderr).toContain(whatToDo);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('an input without one usable row writes nothing and shows what is wrong', async () => {
    writeFileSync('useless.csv', 'customer,profile\nX,hello\n');
    const { code, stderr } = await command([
      'analyze',
      'useless.csv',
      '--output',
      'useless',
      '--state',
      'useless.sqlite',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('useless.csv:2: hello');
    expect(existsSync('useless')).toBe(false);
  });

  test('an output that cannot be written loses nothing', async () => {
    mkdirSync('locked/resources.csv', { recursive: true });
    const { code, stderr } = await command(['analyze', 'clients.csv', '--output', 'locked', ...connect]);
    expect(code).toBe(2);
    expect(stderr).toContain('locked/resources.csv');
  });
});

describe('the other commands', () => {
  test('report reworks the outputs with a new floor, asking nobody', async () => {
    const before = network.requests().length;
    const { code } = await command(['report', '--min-subscribers', '80000', '--output', 'reworked']);
    expect(network.requests().length).toBe(before);
    expect(code).toBe(0);
    expect(csv('reworked/resources.csv').map(({ resource }) => resource)).toEqual(['digest.test']);
  });

  test('a lower floor reports what it cannot know yet, and analyze asks only for that', async () => {
    const { code } = await command(['report', '--min-subscribers', '4000', '--output', 'reworked']);
    expect(code).toBe(3);
    expect(csv('reworked/candidates.csv').find(({ resource }) => resource === 'small.test')).toMatchObject({
      verdict: 'review',
      reason: 'not_asked_yet',
    });
    const before = network.requests().length;
    await command(['analyze', 'clients.csv', '--min-subscribers', '4000', '--output', 'reworked', ...connect]);
    expect(
      network
        .requests()
        .slice(before)
        .map(({ path }) => path),
    ).toEqual(['/xrpc/app.bsky.feed.getAuthorFeed']);
    expect(csv('reworked/resources.csv')).toHaveLength(3);
  });

  test('a decision wins at the next report', async () => {
    writeFileSync(
      'verdicts.csv',
      'resource,verdict,note\nhttps://bsky.app/profile/diary.test,keep,I know the editor\n@weekly.test,drop,\n',
    );
    await command(['report', '--verdicts', 'verdicts.csv', '--output', 'decided']);
    const decided = csv('decided/candidates.csv');
    expect(decided.find(({ resource }) => resource === 'diary.test')).toMatchObject({
      verdict: 'keep',
      note: 'I know the editor',
    });
  });

  test('plan tells requests and time before anybody is asked', async () => {
    const before = network.requests().length;
    const { code, stdout } = await command(['plan', 'clients.csv', '--state', 'planned.sqlite']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Bluesky\s+4\s+0\s+1\s+20\s/);
    const known = await command(['plan', 'clients.csv', '--json']);
    expect(JSON.parse(known.stdout)).toMatchObject({
      networks: [{ network: 'bluesky', profiles: 4, fresh: 4, requests: { find: 0, lists: 0 } }],
    });
    expect(network.requests().length).toBe(before);
  });

  test('plan tells how the topic, the segments and the control list were read', async () => {
    const clients = ['ann', 'ben', 'cay', 'dan', 'eva', 'fay', 'gus', 'hal'];
    const trades = clients.map((name, at) => tradeRow(name, at < 6 ? 'Bakery' : 'Mill'));
    writeFileSync('trades.csv', `name,profile,Trade\n${trades.join('')}`);
    writeFileSync('others.csv', `name,profile,Trade\n${tradeRow('ida', '')}${tradeRow('jon', '')}`);
    const words = ['--topic', 'en: yeast, "rye bread", -band', '--topic', 'de: Hefe'];
    const more = ['--segment', 'Trade', '--baseline', 'others.csv', ...words];
    const { code, stdout } = await command(['plan', 'trades.csv', '--state', 'trades.sqlite', ...more]);
    expect(code).toBe(0);
    expect(stdout).toContain('8 clients');
    expect(stdout).toContain('2 people on the control list\n');
    expect(stdout).toContain('segments: Bakery 6; 2 clients in none of at least 5\n');
    expect(stdout).toContain('topic, en: 2 terms, 1 excluded: yeast, rye bread, -band\n');
    expect(stdout).toContain('topic, de: 1 term, 0 excluded: Hefe\n');
    const told = await command(['plan', 'trades.csv', '--state', 'trades.sqlite', '--json', ...more]);
    expect(JSON.parse(told.stdout)).toMatchObject({
      topic: [
        { language: 'en', terms: ['yeast', 'rye bread'], excluded: ['band'] },
        { language: 'de', terms: ['Hefe'], excluded: [] },
      ],
      segments: [{ segment: 'Bakery', clients: 6 }],
      inNoSegment: 2,
      control: 2,
    });
    expect((await command(['plan', 'trades.csv', '--topic', 'nowhere.txt'])).code).toBe(2);
  });

  test('plan tells what short links and pages for authors would cost', async () => {
    const more = ['--link', 'https://blog.example/a', '--shorten', 'bitly', '--top', '7', '--variants', '2'];
    const { stdout } = await command(['plan', 'clients.csv', '--author-pages', ...more]);
    expect(stdout).toContain(
      'short links: at most 14 requests to Bitly (https://api-ssl.bitly.com), one for each wording',
    );
    expect(stdout).toContain('Bitly is not asked without a token: set BITLY_TOKEN');
    expect(stdout).toContain('pages for authors: at most 14 requests');
    const told = await command(['plan', 'clients.csv', '--json', ...more]);
    expect(JSON.parse(told.stdout)).toMatchObject({
      shortLinks: { service: 'Bitly', requests: 14, token: { variable: 'BITLY_TOKEN', present: false } },
      authorPages: 7,
    });
    const { stdout: without } = await command(['plan', 'clients.csv', '--shorten', 'bitly']);
    expect(without).not.toMatch(/short links|pages for authors/);
  });

  test('plan and analyze refuse a list without a usable row', async () => {
    writeFileSync('empty.csv', 'customer,profile\n');
    for (const name of ['plan', 'analyze']) {
      const { code, stderr } = await command([name, 'empty.csv']);
      expect(code).toBe(2);
      expect(stderr).toContain('no row of the input could be used');
    }
  });

  test('explain tells why a resource stands where it stands', async () => {
    const { stdout } = await command(['explain', 'https://bsky.app/profile/small.test']);
    expect(stdout).toContain('drop: has fewer subscribers than the floor');
    expect((await command(['explain', media.weekly.id])).stdout).toContain('3 of 3 readable');
  });

  test('explain names the other pages of the publisher', async () => {
    writeFileSync('same.csv', `resource,means\nhttps://bsky.app/profile/small.test,${media.weekly.id}\n`);
    const { stdout } = await command(['explain', 'https://bsky.app/profile/small.test', '--verdicts', 'same.csv']);
    expect(stdout).toMatch(/family\s+https:\/\/bsky\.app\/profile\/\S+: 3 clients follow at least one of its pages/);
  });

  test('a topic is told from the state, without asking anybody', async () => {
    const before = network.requests().length;
    const topic = ['--topic', 'en: roses, garden', '--topic', '-toys'];
    const { code } = await command(['report', ...topic, '--third-party', 'ignore', '--output', 'topical']);
    expect(code).toBe(0);
    const rows = csv('topical/candidates.csv');
    expect(rows.find(({ resource }) => resource === 'diary.test')).toMatchObject({
      verdict: 'review',
      reason: 'topic_few_texts',
      relevance: '1.00',
      matched_terms: 'garden; roses',
      sensitive: '',
    });
    const { stdout } = await command(['explain', 'diary.test', ...topic]);
    expect(stdout).toMatch(/topic\s+100 % of the latest posts: garden; roses/);
    expect(network.requests().length).toBe(before);
    const wrong = await command(['report', '--topic', 'words/missing.txt']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('there is no such file');
  });

  test('networks lists them; --identify answers a line for a line', async () => {
    expect((await command(['networks'])).stdout).toMatch(/bluesky\s+Bluesky\s+read without a token/);
    const lines = ['https://bsky.app/profile/Ann.Test', '@ann@social.example', 'https://letter.example/news', 'hello'];
    const { stdout } = await command(['networks', '--identify', '-'], lines.join('\n'));
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { input: lines[0], network: 'bluesky', kind: 'profile', name: 'ann.test' },
      { network: 'mastodon', kind: 'profile', name: 'ann@social.example' },
      { network: 'web', kind: 'resource', id: 'letter.example/news' },
      { network: null, kind: 'none', name: null, why: expect.any(String) },
    ]);
  });

  test('forget removes a customer; the next report counts one less', async () => {
    expect((await command(['forget', 'Client 0'])).code).toBe(0);
    await command(['report', '--output', 'after']);
    expect(csv('after/coverage.csv')).toMatchObject([{ profiles: '3' }]);
    expect((await command(['forget', '--all'])).code).toBe(0);
    expect((await command(['report'])).code).toBe(2);
  });

  test('progress as JSON lines', async () => {
    const { stderr } = await command([
      'analyze',
      'clients.csv',
      '--log',
      'json',
      '--json',
      '--state',
      'json.sqlite',
      '--output',
      'json',
      ...connect,
    ]);
    const events = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { stage: string });
    expect(events.map(({ stage }) => stage)).toContain('collect');
    expect(events.map(({ stage }) => stage)).toContain('examine');
  });
});

describe('a list that no program may read', () => {
  const list =
    'Name,Facebook,Instagram,LinkedIn\nOrla Finch,https://facebook.com/orla.finch,@orlafinch,\nPer Holt,,,https://www.linkedin.com/in/perholt\n';

  test.each(['plan', 'analyze'])('%s says what to do by hand, and how to bring it in', async (name) => {
    writeFileSync('walled.csv', list);
    const folder = name === 'plan' ? [] : ['--output', 'walled', '--state', 'walled.sqlite'];
    const { code, stdout, stderr } = await command([name, 'walled.csv', ...folder]);
    expect(code).toBe(0);
    expect(`${stdout}${stderr}`).toMatch(/`target-resources survey`.*`target-resources import FILES`.*--follows/);
  });

  test('and says nothing of it where every list can be read', async () => {
    writeFileSync('open.csv', 'Name,Bluesky\nOrla Finch,@orla.finch.example\n');
    const { stdout, stderr } = await command(['plan', 'open.csv']);
    expect(`${stdout}${stderr}`).not.toContain('target-resources survey');
  });
});
