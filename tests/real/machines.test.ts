import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetShared } from '../../src/index.ts';
import { databaseAddress } from '../../src/machines/address.ts';
import { type SharedDatabase, connectDatabase } from '../../src/machines/connect.ts';
import { jobsIn } from '../../src/machines/jobs.ts';
import { budgetOver, openSpending } from '../../src/machines/shared-budget.ts';
import { turnsOver } from '../../src/machines/shared-turns.ts';
import { openVault } from '../../src/machines/vault.ts';
import { networks } from '../../src/networks/index.ts';
import { channelIdOf } from '../doubles/youtube.ts';
import { connectFlags } from '../helpers/connect-flags.ts';
import { startIfAvailable } from './available.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import {
  type CountedRequest,
  type SharedHosts,
  apiKey,
  crowdOf,
  keyPace,
  recipes,
  serveShared,
  siteHost,
  sitePace,
} from './shared-hosts.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const secret = 'a secret that all machines of this suite share';
const clock = { now: Date.now, sleep: (milliseconds: number) => setTimeout(milliseconds) };

const postgres: Postgres | null = await startIfAvailable('PostgreSQL', startPostgres);
afterAll(() => postgres?.stop());

/** A connection of its own, as each machine has one. */
async function connected(): Promise<SharedDatabase> {
  const { url, password } = postgres ?? { url: '', password: '' };
  return connectDatabase(databaseAddress(url), { password, clock, signal: new AbortController().signal });
}

interface Machine {
  process: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
}

/** The program as a person starts it, with the tokens of its machine. */
function launch(folder: string, args: string[], tokens: Record<string, string>): Machine {
  const environment = { PATH: process.env['PATH'], HOME: folder, ...tokens };
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  return { process: child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
  );

/** The most of these instants within one span. */
function mostWithin(requests: CountedRequest[], spanMs: number): number {
  const instants = requests.map(({ at }) => at);
  return Math.max(...instants.map((start) => instants.filter((at) => at >= start && at < start + spanMs).length));
}

const runTo = (output: string): string[] =>
  `analyze clients.csv --sites sites.json --top 12 --output ${output} --json`.split(' ');

function fail(error: unknown): never {
  throw error;
}

describe.skipIf(!postgres)('300 clients over three machines, of which one is killed every few seconds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-machines-'));
  const crowd = crowdOf(240, 60);
  const machines: Machine[] = [];
  let alone: SharedHosts;
  let shared: SharedHosts;
  let addresses = 0;
  let codes: (number | null)[] = [];
  let said = '';
  let killed = 0;

  const common = { TARGET_RESOURCES_SECRET: secret, PGPASSWORD: postgres?.password ?? '' };

  /** A machine of its own address, which has not asked before. */
  function anotherMachine(): Machine {
    addresses += 1;
    const own = ['--local-address', `127.0.0.${addresses + 1}`, '--sites', 'sites.json'];
    const args = ['work', '--state', postgres?.url ?? '', ...own, ...connectFlags(shared.connectTo)];
    const machine = launch(folder, args, { ...common, YOUTUBE_API_KEY: apiKey });
    machines.push(machine);
    return machine;
  }

  beforeAll(async () => {
    const clients = [
      ...crowd.site.people.map(({ name }) => `${name},https://${siteHost}/people/${name}`),
      ...crowd.youtube.people.map(({ name }) => `${name},https://www.youtube.com/channel/${channelIdOf(name)}`),
    ];
    writeFileSync(join(folder, 'clients.csv'), `customer,profile\n${clients.join('\n')}\n`);
    writeFileSync(join(folder, 'sites.json'), JSON.stringify(recipes));
    [alone, shared] = await Promise.all([serveShared(crowd, 20), serveShared(crowd, 20)]);

    const single = launch(folder, [...runTo('alone'), '--state', 'alone.sqlite', ...connectFlags(alone.connectTo)], {
      YOUTUBE_API_KEY: apiKey,
    });
    codes.push(await single.ended);

    const working = [anotherMachine(), anotherMachine(), anotherMachine()];
    const coordinator = launch(
      folder,
      [...runTo('shared'), '--state', postgres?.url ?? '', '--state-file', 'shared.sqlite'],
      common,
    );
    const isRunning = (): boolean => coordinator.process.exitCode === null;
    while (shared.asked.length === 0 && isRunning()) await setTimeout(50);
    for (let round = 0; round < 3 && isRunning(); round++) {
      await setTimeout(2000);
      if (round === 1) postgres?.restart();
      working.shift()?.process.kill('SIGKILL');
      killed += 1;
      working.push(anotherMachine());
    }
    codes.push(await coordinator.ended);
    said = coordinator.said();
    for (const { process: each } of working) each.kill('SIGKILL');
    await Promise.all(machines.map((machine) => machine.ended));
  }, 400_000);

  afterAll(() => {
    alone.close();
    shared.close();
    rmSync(folder, { recursive: true });
  });

  test('both ways end as well, and machines were really killed', () => {
    expect(codes, said).toEqual([codes[0], codes[0]]);
    expect([0, 3]).toContain(codes[0]);
    expect(killed).toBeGreaterThanOrEqual(2);
  });

  test('the files are the same, byte for byte', () => {
    const files = filesOf(join(folder, 'alone'));
    expect(files.size).toBeGreaterThan(8);
    expect(filesOf(join(folder, 'shared'))).toEqual(files);
  });

  test('several machines asked, and no more than the killed ones had under way was asked twice', () => {
    const from = new Set(shared.asked.map((request) => request.from));
    expect(from.size).toBeGreaterThanOrEqual(3);
    // At most as many as a machine may have at one host, and robots.txt once a machine.
    const more = shared.asked.length - alone.asked.length;
    expect(more).toBeLessThanOrEqual(killed * 16 + machines.length);
  });

  test('the limit of the token was kept by all together', () => {
    const withKey = shared.asked.filter(({ key }) => key === apiKey);
    expect(withKey.length).toBeGreaterThan(keyPace.requests);
    // Requests take their ways in different times: a tenth of the window is left for that.
    expect(mostWithin(withKey, keyPace.seconds * 900)).toBeLessThanOrEqual(keyPace.requests);
  });

  test('the limit of an address was kept by each', () => {
    for (const from of new Set(shared.asked.map((request) => request.from))) {
      const own = shared.asked.filter((request) => request.host === siteHost && request.from === from);
      if (own.length === 0) continue;
      expect(mostWithin(own, sitePace.seconds * 3000)).toBeLessThanOrEqual(sitePace.requests * 4);
    }
  });

  test('no machine said the password or the secret', () => {
    const all = [said, ...machines.map((machine) => machine.said())].join('');
    expect(all).not.toContain(secret);
    expect(all).not.toContain(postgres?.password);
  });

  test('the database holds neither a client nor the salt, and nothing of the run is left in it', async () => {
    const database = await connected();
    expect(await database.all('SELECT job FROM target_resources.job')).toEqual([]);
    const meta = await database.all<{ key: string; value: Buffer }>('SELECT key, value FROM target_resources.meta');
    expect(meta.map(({ key }) => key).toSorted()).toEqual(['limits', 'salt', 'spice', 'version']);
    await database.close();
  });

  test('what was spent over all machines stands in the state of the coordinator', async () => {
    const database = await connected();
    const [row] = await database.all<{ sum: string; open: string }>(
      "SELECT sum(amount) AS sum, count(*) FILTER (WHERE NOT brought) AS open FROM target_resources.spending WHERE network = 'youtube'",
    );
    const withKey = shared.asked.filter(({ key }) => key === apiKey);
    expect(Number(row?.sum)).toBeGreaterThanOrEqual(withKey.length);
    expect(row?.open).toBe('0');
    await database.close();
  });
});

describe.skipIf(!postgres)('what machines share', () => {
  let one: SharedDatabase;
  let other: SharedDatabase;

  beforeAll(async () => {
    [one, other] = await Promise.all([connected(), connected()]);
    await one.all('TRUNCATE target_resources.job, target_resources.meta, target_resources.spending CASCADE');
    await one.all("INSERT INTO target_resources.meta VALUES ('version', '1')");
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  test('a task is one machine’s while its lease lasts; then another goes on behind the last page', async () => {
    const [here, there] = [jobsIn(one), jobsIn(other)];
    const [ada, bo] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
    const room = { places: new Map([['bluesky', 2]]), held: new Map(), most: 10 };
    const task = Buffer.from('task');
    await here.ask(['1', '2', '3'].map((job) => ({ job, network: 'bluesky', lane: 'host', task })));
    const mine = await here.claim(ada, room);
    expect(mine.map(({ job }) => job).toSorted()).toEqual(['1', '2']);
    expect((await there.claim(bo, room)).map(({ job }) => job)).toEqual(['3']);
    expect(await there.claim(bo, { ...room, places: new Map([['vk', 2]]) })).toEqual([]);
    expect(await here.addPage(ada, '1', 0, Buffer.from('page'))).toBe(true);
    await one.all("UPDATE target_resources.job SET leased_until = now() - interval '1 second' WHERE job = '1'");
    expect(await there.claim(bo, room)).toMatchObject([{ job: '1', lost: 1 }]);
    expect(await here.addPage(ada, '1', 1, Buffer.from('late'))).toBe(false);
    expect(await here.renew(ada, ['1', '2'])).toEqual(new Set(['2']));
    expect(await there.lastPage('1')).toEqual({ number: 0, page: Buffer.from('page') });
    await there.finish('1', Buffer.from('answer'), false);
    await here.finish('1', Buffer.from('too late'), true);
    expect(await here.bring(9)).toEqual([{ job: '1', answer: Buffer.from('answer'), pages: [Buffer.from('page')] }]);
    await here.drop(['1', '2', '3']);
  });

  test('what a machine had that leaves is free at once, and nobody is counted as lost', async () => {
    const jobs = jobsIn(one);
    const [ada, bo] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
    const room = { places: new Map([['bluesky', 2]]), held: new Map(), most: 10 };
    await jobs.ask(['1', '2'].map((job) => ({ job, network: 'bluesky', lane: 'host', task: Buffer.from('task') })));
    expect(await jobs.claim(ada, room)).toHaveLength(2);
    await jobs.finish('2', Buffer.from('answer'), false);
    await jobs.release(bo);
    expect(await jobs.claim(bo, room)).toEqual([]);
    await jobs.release(ada);
    expect(await jobs.addPage(ada, '1', 0, Buffer.from('late'))).toBe(false);
    expect(await jobs.claim(bo, room)).toMatchObject([{ job: '1', lost: 0 }]);
    await jobs.drop(['1', '2']);
  });

  test('of a budget that many ask at once nobody gets more than there is', async () => {
    const ledger = { spent: () => 5, saveSpending: () => undefined };
    await openSpending(one, networks, { xBudget: 0, youtubeQuota: 25 }, ledger, clock);
    const [here, there] = [budgetOver(one, networks, clock), budgetOver(other, networks, clock)];
    const twenty = Array.from({ length: 20 });
    const answers = await Promise.all(twenty.flatMap(() => [here('youtube', 1), there('youtube', 1)]));
    expect(answers.filter((answer) => answer === null)).toHaveLength(20);
    expect(answers.find((answer) => answer !== null)).toContain('25 of 25 quota units (youtubeQuota) are used up');
    expect(await here('bluesky', 1)).toBe(null);
  });

  test('a limit is kept over all machines with one token, and apart for another token', async () => {
    const owner = { salt: () => Buffer.alloc(32, 7), adoptSalt: () => false };
    const vault = await openVault(one, secret, owner);
    if (!vault) throw new Error('there is a salt');
    const limits = { paces: [{ requests: 20, seconds: 60 }], concurrency: 4 };
    const url = new URL('https://api.example/lists');
    const turnsOn = (database: SharedDatabase, token: string) =>
      turnsOver(database, vault, fail)('api.example', limits, token);
    const [here, there] = [turnsOn(one, 'a token'), turnsOn(other, 'a token')];
    const many = Array.from({ length: 25 });
    const waits = await Promise.all(many.flatMap(() => [here.take(url), there.take(url)]));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
    // Who asked while others took theirs may be told to ask again at once.
    for (const each of [here, there]) expect(await each.take(url)).toBeGreaterThan(30_000);
    const foreign = turnsOn(other, 'another token');
    expect(await foreign.take(url)).toBe(0);
    foreign.ended(url, { remaining: 1, untilMs: 60_000, coolMs: null });
    await expect.poll(() => foreign.take(url)).toBeGreaterThan(30_000);
  });

  test('whoever has another secret, or another salt, is told so', async () => {
    const owner = { salt: () => Buffer.alloc(32, 7), adoptSalt: () => false };
    await expect(openVault(other, `${secret}!`, owner)).rejects.toMatchObject({ code: 'database_secret' });
    await expect(openVault(other, 'short', owner)).rejects.toMatchObject({ code: 'database_secret' });
    const strange = { salt: () => Buffer.alloc(32, 8), adoptSalt: () => false };
    await expect(openVault(other, secret, strange)).rejects.toMatchObject({ code: 'state_other_salt' });
    const fresh = { salt: () => Buffer.alloc(32, 9), adoptSalt: (salt: Uint8Array) => salt[0] === 7 };
    await expect(openVault(other, secret, fresh)).resolves.not.toBe(null);
  });

  test('forgetting empties it of tasks, and all of it of the salt; what was spent stays', async () => {
    const context = { clock, tokens: new Map([['database', postgres?.password ?? '']]) };
    const settings = { state: postgres?.url ?? '' };
    const task = Buffer.from('task');
    await jobsIn(one).ask([{ job: '9', network: 'bluesky', lane: 'host', task }]);
    await forgetShared(settings, context, false);
    const keys = async (): Promise<string[]> =>
      (await one.all<{ key: string }>('SELECT key FROM target_resources.meta ORDER BY key')).map(({ key }) => key);
    expect(await one.all('SELECT job FROM target_resources.job')).toEqual([]);
    expect(await keys()).toContain('salt');
    await forgetShared(settings, context, true);
    expect(await keys()).toEqual(['limits', 'version']);
    expect(await one.all('SELECT 1 FROM target_resources.spending')).not.toEqual([]);
  });

  test('a wrong password is told without it', async () => {
    const address = databaseAddress(postgres?.url ?? '');
    const signal = new AbortController().signal;
    const attempt = connectDatabase(address, { password: 'hunter2', clock, signal });
    await expect(attempt).rejects.toMatchObject({ code: 'database_unreachable' });
    await expect(attempt).rejects.not.toThrow('hunter2');
  });
});
