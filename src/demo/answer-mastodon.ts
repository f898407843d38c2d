import { json, page, type DemoAnswer, type DemoQuestion } from './answer.ts';
import { hex, misskeyId, pick, snowflake } from './ids.ts';
import { namesOf, type DemoAccount, type Directory, type Server, type ShownFollowers, type Written } from './world.ts';

interface Instance {
  server: Server;
  directory: Directory;
  /** Everybody of whom this server has heard, by the id that it gave them. */
  known: Map<string, DemoAccount>;
  idOf(account: DemoAccount): string;
}

const notFound = json({ error: 'Record not found' }, {}, 404);

/**
 * Answers as a server with Mastodon's API does, without a login: WebFinger, NodeInfo, and accounts with their follows
 * and statuses. What the servers do differently was seen on real ones on 2026-11-21:
 * - `mastodon`: pages only by `Link`; a full last page is followed by an empty one; `hide_collections`.
 * - `snac` (2.75): every follow list is an empty one, whatever the count says; ids of 32 hexadecimal digits, the host
 *   in every `acct`, 404 as HTML, `limit` ignored, no `Link`.
 * - `sharkey` (2024.9.1): one page and no `Link`, `max_id` ignored; a hidden list is an object with status 200;
 *   unknown and suspended accounts are 401.
 */
export function mastodonInstance(directory: Directory, server: Server): (question: DemoQuestion) => DemoAnswer {
  const instance = instanceOf(directory, server);
  return (question) => {
    if (question.path === '/.well-known/webfinger') return webfinger(instance, question.query);
    if (question.path === '/.well-known/nodeinfo') return nodeinfoLinks(server);
    if (question.path === '/nodeinfo/2.0') return nodeinfo(instance);
    if (!question.path.startsWith('/api/')) return page(404, 'Not Found');
    if (server.wantsLogin) return json({ error: 'This API requires an authenticated user' }, {}, 401);
    return api(instance, question) ?? (server.software === 'snac' ? page(404, 'Not Found') : notFound);
  };
}

/** Answers of the website at the domain of the names: WebFinger is passed on to the server, the rest is not here. */
export function accountDomain(server: Server): (question: DemoQuestion) => DemoAnswer {
  return ({ path, query }) => {
    if (path !== '/.well-known/webfinger') return page(404, 'Not Found');
    const location = `https://${server.host}${path}?${query.toString()}`;
    return { ...page(301, 'Moved Permanently'), headers: { 'content-type': 'text/html; charset=utf-8', location } };
  };
}

function instanceOf(directory: Directory, server: Server): Instance {
  const ids = new Map<string, string>();
  const known = new Map<string, DemoAccount>();

  function idOf(account: DemoAccount): string {
    const given = ids.get(account.id);
    if (given !== undefined) return given;
    const id = newId(server, account);
    ids.set(account.id, id);
    return id;
  }

  for (const local of directory.world.accounts) {
    if (local.server !== server.host) continue;
    for (const id of [local.id, ...namesOf(local)]) {
      const heard = directory.account(id);
      known.set(idOf(heard), heard);
    }
  }
  return { server, directory, known, idOf };
}

function newId({ host, software }: Server, account: DemoAccount): string {
  if (software === 'snac') return hex(account.id);
  if (software === 'sharkey') return misskeyId(`${host} ${account.id}`);
  const named = /\/ap\/users\/(\d+)$/.exec(account.id)?.[1];
  return account.server === host && named ? named : snowflake(Date.parse(account.since), `${host} ${account.id}`);
}

function api(instance: Instance, { path, query }: DemoQuestion): DemoAnswer | null {
  const [, id, list] = /^\/api\/v1\/accounts(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
  if (id === 'lookup') return lookup(instance, query.get('acct') ?? '');
  if (id === undefined) return path === '/api/v1/accounts' ? several(instance, query) : null;
  const account = instance.known.get(id);
  if (!account || isDeletedHere(instance, account)) return missing(instance);
  if (list === undefined) return json(accountView(instance, account));
  if (list === 'following') return following(instance, account, query);
  if (list === 'statuses') return statuses(instance, account, query);
  return null;
}

function lookup(instance: Instance, acct: string): DemoAnswer {
  const { directory, server } = instance;
  const [name = '', domain = namesEndWith(server)] = acct.trim().replace(/^@/, '').split('@');
  const home = directory.world.servers.find((each) => namesEndWith(each) === domain.toLowerCase());
  const account = home && directory.named(home.host, name);
  if (!account || !instance.known.has(instance.idOf(account)) || isDeletedHere(instance, account)) {
    return missing(instance);
  }
  return json(accountView(instance, account));
}

function several(instance: Instance, query: URLSearchParams): DemoAnswer {
  const found = query.getAll('id[]').flatMap((id) => instance.known.get(id) ?? []);
  return json(found.filter((each) => !isDeletedHere(instance, each)).map((each) => accountView(instance, each)));
}

function missing({ server }: Instance): DemoAnswer {
  if (server.software === 'snac') return page(404, 'Not Found');
  return server.software === 'sharkey' ? json({ error: 'Unauthorized' }, {}, 401) : notFound;
}

/** Other servers were never told. */
const isDeletedHere = ({ server }: Instance, account: DemoAccount): boolean =>
  account.server === server.host &&
  (account.state === 'deleted' || (account.state === 'suspended' && server.software === 'sharkey'));

function following(instance: Instance, account: DemoAccount, query: URLSearchParams): DemoAnswer {
  const { server, directory } = instance;
  if (server.software === 'snac') return json([]);
  const hidden = account.state === 'hidden';
  if (hidden && server.software === 'sharkey') {
    return json({ error: { code: 'FORBIDDEN', message: 'Forbidden.', id: 'f6cdb0df-c19f-ec5c-7dbb-0ba84a1f92ba' } });
  }
  if (hidden || account.state === 'suspended') return json([]);
  // Only the home server knows the whole list: another one has heard of the follows of its own people alone.
  const ids =
    account.server === server.host
      ? account.follows
      : account.follows.filter((id) => directory.account(id).server === server.host);
  const rows = ids
    .map((id, position) => ({ id: String(followId(account, ids.length - position)), of: directory.account(id) }))
    .filter(({ of }) => of.server !== server.host || of.state !== 'deleted');
  const limit = limitOf(query, 40, server.pageSize ?? 80);
  if (server.software === 'sharkey') return json(rows.slice(0, limit).map(({ of }) => accountView(instance, of)));
  const shown = pageOf(rows, query, limit);
  return json(
    shown.map(({ of }) => accountView(instance, of)),
    links(`https://${server.host}/api/v1/accounts/${instance.idOf(account)}/following`, query, shown, limit),
  );
}

/** Follows are counted in one row over the whole server, so the ids of one list are far from those of its accounts. */
const followId = (account: DemoAccount, position: number): number =>
  pick(`${account.id} follows`, 9_000_000) + position * 7;

function statuses(instance: Instance, account: DemoAccount, query: URLSearchParams): DemoAnswer {
  const { server } = instance;
  if (account.state === 'suspended') return json([]);
  const without = (name: string) => ['true', '1'].includes(query.get(name) ?? '');
  const rows = account.shown
    .filter((shown) => !(without('exclude_replies') && shown.kind === 'reply'))
    .filter((shown) => !(without('exclude_reblogs') && shown.kind === 'repost'))
    .map((shown) => ({ id: statusId(instance, account, shown), shown }));
  if (server.software === 'snac') return json(rows.slice(0, 20).map(({ shown }) => status(instance, account, shown)));
  const limit = limitOf(query, 20, 40);
  const some = pageOf(rows, query, limit);
  const address = `https://${server.host}/api/v1/accounts/${instance.idOf(account)}/statuses`;
  return json(
    some.map(({ shown }) => status(instance, account, shown)),
    server.software === 'sharkey' ? {} : links(address, query, some, limit),
  );
}

const limitOf = (query: URLSearchParams, usual: number, most: number): number =>
  Math.min(Number.parseInt(query.get('limit') ?? '', 10) || usual, most);

/** Rows are newest first, and ids fall with them. */
function pageOf<Row extends { id: string }>(rows: Row[], query: URLSearchParams, limit: number): Row[] {
  const below = query.get('max_id');
  return rows.filter(({ id }) => below === null || BigInt(id) < BigInt(below)).slice(0, limit);
}

function links(address: string, query: URLSearchParams, rows: { id: string }[], limit: number): Record<string, string> {
  const link = (rel: string, name: string, id: string): string => {
    const kept = new URLSearchParams(query);
    for (const old of ['max_id', 'since_id', 'min_id']) kept.delete(old);
    kept.set(name, id);
    return `<${address}?${kept.toString()}>; rel="${rel}"`;
  };
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return {};
  const prev = link('prev', 'since_id', first.id);
  return { link: rows.length === limit ? `${link('next', 'max_id', last.id)}, ${prev}` : prev };
}

const namesEndWith = (server: Server): string => server.accountDomain ?? server.host;

const serverOf = ({ directory }: Instance, account: DemoAccount): Server | undefined =>
  directory.world.servers.find(({ host }) => host === account.server);

function acctOf(instance: Instance, account: DemoAccount): string {
  const local = account.server === instance.server.host;
  if (local && instance.server.software !== 'snac') return account.name;
  const home = serverOf(instance, account);
  return `${account.name}@${home ? namesEndWith(home) : account.server}`;
}

function accountView(instance: Instance, account: DemoAccount, nested = false): Record<string, unknown> {
  const local = account.server === instance.server.host;
  const suspended = account.state === 'suspended' && local;
  const movedTo = account.movedTo && !nested ? instance.directory.account(account.movedTo) : null;
  const picture = (kind: string) => `https://${instance.server.host}/${kind}/original/missing.png`;
  return {
    id: instance.idOf(account),
    username: account.name,
    acct: acctOf(instance, account),
    display_name: suspended ? '' : account.title,
    locked: false,
    bot: false,
    discoverable: !suspended,
    indexable: !account.noindex,
    group: account.group,
    created_at: `${account.since.slice(0, 10)}T00:00:00.000Z`,
    note: suspended || account.description === '' ? '' : paragraph(account.description),
    url: account.url,
    uri: account.id,
    avatar: picture('avatars'),
    avatar_static: picture('avatars'),
    header: picture('headers'),
    header_static: picture('headers'),
    followers_count: local ? account.subscribers : account.subscribersElsewhere,
    following_count: account.follows.length,
    statuses_count: account.shown.length,
    last_status_at: account.shown[0]?.at.slice(0, 10) ?? null,
    hide_collections: instance.server.software === 'snac' ? false : account.state === 'hidden',
    ...(local ? { noindex: account.noindex } : {}),
    emojis: [],
    fields: [],
    ...(suspended ? { suspended } : {}),
    ...(account.state === 'limited' ? { limited: true } : {}),
    ...(movedTo && !suspended ? { moved: accountView(instance, movedTo, true) } : {}),
  };
}

function statusId({ server }: Instance, by: DemoAccount, { at }: { at: string }): string {
  const seed = `${server.host} ${by.id} ${at}`;
  return server.software === 'snac' ? hex(seed) : snowflake(Date.parse(at), seed);
}

function status(instance: Instance, by: DemoAccount, shown: ShownFollowers): unknown {
  if (shown.kind === 'repost') {
    const reblog = written(instance, shown.of);
    const boost = written(instance, { author: by.id, at: shown.at, text: '' });
    return { ...boost, uri: `${boost.uri}/activity`, url: `${boost.uri}/activity`, reblog };
  }
  const post = written(instance, { author: by.id, at: shown.at, text: shown.text });
  if (shown.kind === 'quote') {
    return { ...post, quote: { state: 'accepted', quoted_status: written(instance, shown.of) } };
  }
  if (shown.kind === 'own') return post;
  const to = instance.directory.account(shown.to.author);
  return {
    ...post,
    in_reply_to_id: statusId(instance, to, shown.to),
    in_reply_to_account_id: instance.idOf(to),
  };
}

function written(instance: Instance, { author, at, text }: Written) {
  const by = instance.directory.account(author);
  const atHome = snowflake(Date.parse(at), `${by.server} ${by.id} ${at}`);
  return {
    id: statusId(instance, by, { at }),
    created_at: at,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'en',
    uri: `${by.id}/statuses/${atHome}`,
    url: `${by.url}/${atHome}`,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    quotes_count: 0,
    edited_at: null,
    content: text && paragraph(text),
    reblog: null,
    account: accountView(instance, by),
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
  };
}

function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped.replaceAll(/https?:\/\/\S+/g, (url) => `<a href="${url}" rel="nofollow">${url}</a>`)}</p>`;
}

function webfinger(instance: Instance, query: URLSearchParams): DemoAnswer {
  const { directory, server } = instance;
  const resource = query.get('resource') ?? '';
  const [, user = '', domain = ''] = /^acct:@?([^@]+)@(.+)$/i.exec(resource) ?? [];
  const local = [server.host, namesEndWith(server)].includes(domain.toLowerCase());
  const account = local ? directory.named(server.host, user) : localAt(instance, resource);
  if (resource === '') return page(400, 'Bad Request');
  if (!account || account.state === 'deleted') return page(404, 'Not Found');
  const description = {
    subject: `acct:${account.name}@${namesEndWith(server)}`,
    aliases: [account.url, account.id],
    links: [
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: account.url },
      { rel: 'self', type: 'application/activity+json', href: account.id },
    ],
  };
  return json(description, { 'content-type': 'application/jrd+json; charset=utf-8' });
}

const localAt = ({ directory, server }: Instance, address: string): DemoAccount | undefined =>
  directory.world.accounts.find((each) => each.server === server.host && [each.id, each.url].includes(address));

const nodeinfoLinks = ({ host }: Server): DemoAnswer =>
  json({
    links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `https://${host}/nodeinfo/2.0` }],
  });

const versions = { bluesky: '', mastodon: '4.5.3', snac: '2.75', sharkey: '2024.9.1' };

function nodeinfo({ directory, server }: Instance): DemoAnswer {
  const locals = directory.world.accounts.filter((each) => each.server === server.host);
  return json({
    version: '2.0',
    software: { name: server.software, version: versions[server.software] },
    protocols: ['activitypub'],
    services: { outbound: [], inbound: [] },
    usage: { users: { total: locals.length }, localPosts: 0 },
    openRegistrations: false,
    metadata: {},
  });
}
