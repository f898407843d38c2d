import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, startDemoNetwork } from '../../src/demo/server.ts';
import { openStore } from '../../src/state/store.ts';
import { crowdOf } from '../helpers/crowd.ts';
import { seeded } from '../unit/stages/fake-network.ts';
import { connectFlags } from '../helpers/connect-flags.ts';

/** Pages that a client follows on each network. */
const followsEach = 170;

/** A run that was ended from outside, and the same run started again. */
export interface Ended {
  /** It was ended before it ended by itself. */
  inTime: boolean;
  /** Exit code of the run that was ended; null where the signal ended it. */
  code: number | null;
  /** Exit code of the same run started again. */
  again: number | null;
  /** Files that differ from those of an undisturbed run. */
  differing: string[];
  /** Requests for lists that the state held already. */
  askedTwice: number;
}

type Files = Record<string, string>;

/**
 * The built program over the demo's servers on loopback: six clients on two networks, three hosts.
 * @param program path of the built command line program
 */
export async function openGarden(program: string) {
  const networks = ['bluesky', 'mastodon'] as const;
  const crowd = crowdOf({
    customers: 6,
    follows: followsEach,
    resources: 300,
    networks: [...networks],
    servers: 2,
    today: Date.now(),
  });
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-killed-'));
  const customers = join(folder, 'customers.csv');
  let heard: (() => void) | null = null;
  const network = await startDemoNetwork(crowd.world, { heard: () => heard?.() });
  writeFileSync(
    customers,
    `customer,profile\n${crowd.customers.map(({ key, profiles }) => `${key},${profiles.join(' ')}\n`).join('')}`,
  );

  const connections = connectFlags(network.connectTo);

  /** The program in a folder, with the words of its command line and the way to the servers. */
  function startWith(cwd: string, words: string[]): ChildProcess {
    return spawn(process.execPath, [program, ...words, ...connections], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** The same where no file may become larger than so many blocks of 512 bytes: to SQLite that is an I/O error. */
  function startUnderLimit(blocks: number, at: string): Promise<{ code: number | null; said: string }> {
    const words = [
      '-c',
      `ulimit -f ${blocks}; exec "$@"`,
      'sh',
      process.execPath,
      program,
      ...wordsFor(at),
      ...connections,
    ];
    return endOf(spawn('sh', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }));
  }

  /**
   * @param at folder of the run's state and outputs
   * @param more further words of the command line
   */
  function start(at: string, more: string[] = []): ChildProcess {
    return startWith(folder, [...wordsFor(at), ...more]);
  }

  const wordsFor = (at: string): string[] => [
    'analyze',
    customers,
    '--top',
    '10',
    '--link',
    'https://shop.example/',
    '--state',
    join(at, 'state.sqlite'),
    '--output',
    join(at, 'output'),
  ];

  /** Addresses of follow lists that the state holds whole. */
  function storedLists(at: string): string[] {
    const store = openStore(join(at, 'state.sqlite'), { now: Date.now, sleep: () => Promise.resolve() });
    const whole = crowd.world.accounts.filter(({ id, server, follows }) => {
      const profile = { network: server === 'public.api.bsky.app' ? 'bluesky' : 'mastodon', id, ref: '', host: server };
      return follows.length > 0 && store.list(profile) !== null;
    });
    store.close();
    return whole.map(({ id }) => id);
  }

  /** Bluesky lists are asked for by DID; the fediverse's by the server's own id, which a lookup by name comes before. */
  function isListOf(id: string, { path, query }: Asked): boolean {
    const account = crowd.world.accounts.find((each) => each.id === id);
    const asked = new URLSearchParams(query);
    return path.endsWith('getFollows')
      ? asked.get('actor') === id
      : path.endsWith('/lookup') && asked.get('acct') === account?.name;
  }

  const requests = (): number => network.requests().length;
  /** Requests for follow lists since there were so many requests. */
  const listsAsked = (since: number): number => network.requests().slice(since).filter(isList).length;
  const undisturbedAt = join(folder, 'undisturbed');
  mkdirSync(undisturbedAt);
  const first = await codeOf(start(undisturbedAt));
  const undisturbed = { code: first, files: filesIn(undisturbedAt), requests: requests() };

  /** Runs until the servers have been asked so many times, ends it, looks at what is there, and runs it again. */
  async function endAfter(asked: number, run: string, signal: NodeJS.Signals): Promise<Ended> {
    const at = join(folder, run);
    mkdirSync(at);
    const before = requests();
    const child = start(at);
    let isSent = false;
    heard = () => {
      if (isSent || requests() - before < asked) return;
      isSent = true;
      child.kill(signal);
    };
    const code = await codeOf(child);
    heard = null;
    const stored = storedLists(at);
    const sofar = requests();
    const again = await codeOf(start(at));
    const askedTwice = network
      .requests()
      .slice(sofar)
      .filter((each) => stored.some((id) => isListOf(id, each))).length;
    const differing = differences(filesIn(at), undisturbed.files);
    rmSync(at, { recursive: true });
    return { inTime: code !== 0, code, again, differing, askedTwice };
  }

  return {
    folder,
    customers,
    /** Pages that a client follows. */
    follows: followsEach * networks.length,
    startWith,
    start,
    startUnderLimit,
    requests,
    listsAsked,
    undisturbed,
    undisturbedAt,
    /** Moments from the first request to the last, in no order, the same in every run. */
    moments(count: number): number[] {
      const random = seeded(7);
      return Array.from({ length: count }, () => 1 + Math.floor(random() * undisturbed.requests));
    },
    endAfter,
    async close(): Promise<void> {
      await network.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether a follow list was asked for. */
const isList = ({ path }: Asked): boolean => /getFollows$|\/following$/.test(path);

export type Garden = Awaited<ReturnType<typeof openGarden>>;

export async function codeOf(child: ChildProcess): Promise<number | null> {
  return (await endOf(child)).code;
}

/** How a run ended, and what it said on standard error. */
export function endOf(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** Every file that a run wrote, by name. */
export function filesIn(at: string): Files {
  return Object.fromEntries(
    readdirSync(join(at, 'output'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'latin1')]),
  );
}

export const differences = (files: Files, right: Files): string[] =>
  Object.keys({ ...files, ...right }).filter((name) => files[name] !== right[name]);
