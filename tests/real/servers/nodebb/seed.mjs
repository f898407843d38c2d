// Fills an empty NodeBB, that is set up and not running, through its own modules, and prints one JSON line:
// {users: {name: uid}, posts: {id: pid}}.
//
//   node seed.mjs NODEBB CONFIG.json SEED.json       NODEBB is the folder of its checkout
//
// SEED.json holds what `NodebbSeed` in ../../nodebb-server.ts describes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [checkout, config, seedFile] = process.argv.slice(2).map((path) => resolve(path));
const seed = JSON.parse(readFileSync(seedFile, 'utf8'));
process.chdir(checkout);
process.env.NODE_ENV = 'production';
const require = createRequire(join(checkout, 'app.js'));

require('nconf').argv().env({ separator: '__' });
const prestart = require('./src/prestart');
prestart.loadConfig(config);
prestart.setupWinston();
require('winston').configure({ silent: true });
const database = require('./src/database');
await database.init();
await database.initSessionStore();
const meta = require('./src/meta');
await meta.configs.init();
// New members may otherwise post once in two minutes, and not at all in their first seconds.
Object.assign(meta.config, { postDelay: 0, initialPostDelay: 0, newbiePostDelay: 0 });
const [user, groups, topics, categories, privileges] = ['user', 'groups', 'topics', 'categories', 'privileges'].map(
  (name) => require(`./src/${name}`),
);
await meta.themes.set({ type: 'local', id: seed.theme });
// On a busy machine it would turn some requests away, at random.
await meta.configs.set('eventLoopCheckEnabled', 0);

const users = {};
for (const { name } of seed.users) users[name] = await user.create({ username: name });
for (const { from, to } of seed.follows) for (const name of to) await user.follow(users[from], users[name]);
for (const { name, crowd = 0 } of seed.users) {
  const strangers = Array.from({ length: crowd }, (_, index) => 1_000_000 + index);
  await database.sortedSetAdd(`followers:${users[name]}`, strangers, strangers);
  // NodeBB counts beside, without being waited for.
  await user.syncFollowCounts(users[name], true, true);
}

for (const { name, description, kind, members, crowd = 0 } of seed.groups) {
  const flags = { hidden: kind === 'hidden' ? 1 : 0, private: kind === 'open' ? 0 : 1 };
  await groups.create({ name, description, ...flags });
  for (const member of members) await groups.join(name, users[member]);
  await database.incrObjectFieldBy(`group:${name}`, 'memberCount', crowd);
}

const rooms = {};
const posts = {};
for (const { id, by, room, title, text, at, replies = [] } of seed.topics) {
  rooms[room] ??= (await categories.create({ name: room })).cid;
  const timestamp = Date.parse(at);
  const made = await topics.post({ uid: users[by], cid: rooms[room], title, content: text, timestamp });
  posts[id] = made.postData.pid;
  for (const reply of replies) {
    const content = { tid: made.topicData.tid, content: reply.text, timestamp: Date.parse(reply.at) };
    posts[reply.id] = (await topics.reply({ uid: users[reply.by], ...content })).pid;
  }
}
for (const room of seed.membersOnly) {
  const rights = ['find', 'read', 'topics:read'].map((right) => `groups:${right}`);
  await privileges.categories.rescind(rights, rooms[room], ['guests', 'spiders']);
}

for (const { name, state } of seed.users) {
  if (state === 'banned') await user.bans.ban(users[name], 0, '');
  // The account goes, its posts stay, as when an administrator deletes "account only".
  if (state === 'deleted') await user.deleteAccount(users[name]);
}
if (seed.guestsSeeNobody) {
  await privileges.global.rescind(['groups:view:users', 'groups:view:groups'], ['guests', 'spiders']);
}
process.stdout.write(`${JSON.stringify({ users, posts })}\n`);
process.exit(0);
