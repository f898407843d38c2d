import type { Double, DoubleAnswer, Graph, Media } from './graph.ts';

export interface NodebbOptions {
  host?: string;
  /** Media that are groups; the others are users that people follow. */
  groups?: string[];
  /** Guests are sent to the login. */
  membersOnly?: boolean;
  /** What stands before every path. */
  base?: string;
}

const perPage = 50;
const newest = Date.parse('2026-11-20T12:00:00.000Z');

/**
 * A forum as NodeBB 4.15.1 with the theme Harmony shows it to guests (seen 2026-11-22): the links of a list stand among
 * others, the link to the next page is on the last one, too, and a page past the end is an empty one. Users have numbers
 * beside their pictures, groups have none. Nobody can hide a list.
 */
export function nodebbDouble(graph: Graph, options: NodebbOptions = {}): Double {
  const { host = 'forum.garden.example', groups = [], membersOnly = false, base = '' } = options;
  const users = [
    ...graph.people.filter(({ state }) => state !== 'gone').map(({ name }) => ({ name, title: name, followers: 0 })),
    ...graph.media
      .filter(({ name }) => !groups.includes(name))
      .map(({ name, title, subscribers }) => ({ name, title, followers: subscribers ?? 0 })),
  ].map((user, index) => ({ ...user, uid: index + 2 }));
  const userOf = new Map(users.map((user) => [user.name, user]));
  const groupOf = new Map(graph.media.filter(({ name }) => groups.includes(name)).map((each) => [each.name, each]));

  function answer({ path, query }: { path: string; query: URLSearchParams }): DoubleAnswer {
    if (path === '/robots.txt') {
      return {
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow: /admin/\nDisallow: /reset/\n',
      };
    }
    if (!path.startsWith(`${base}/`)) return notFound();
    const [section = '', name = '', part = ''] = path.slice(base.length).split('/').filter(Boolean);
    if (section === 'login')
      return html('<form role="form" method="post" id="login-form"><input name="username"></form>');
    if (membersOnly) return { status: 302, headers: { location: `${base}/login` }, body: '' };
    if (section === 'groups') return groupPage(name);
    if (section !== 'user') return notFound();
    if (name !== name.toLowerCase()) {
      return { status: 302, headers: { location: `${base}${path.slice(base.length).toLowerCase()}` }, body: '' };
    }
    const user = userOf.get(decodeURIComponent(name));
    if (!user) return notFound();
    const follows = graph.people.find((each) => each.name === user.name)?.follows ?? [];
    if (part === 'groups') return account(user, groupList(follows.filter((each) => groupOf.has(each))));
    if (part === 'following') return account(user, userList(follows, Number(query.get('page') ?? 1)));
    if (part === 'posts') {
      const medium = graph.media.find((each) => each.name === user.name);
      return account(user, postList(medium ? ownPosts(medium) : []));
    }
    return account(user, `<div component="aboutme" class="text-sm">All about ${escaped(user.title)}</div>`);
  }

  type User = (typeof users)[number];

  function account({ name, title, followers, uid }: User, content: string): DoubleAnswer {
    const count = followers.toLocaleString('en');
    return html(
      `<div class="account"><div class="avatar-wrapper"><span title="${escaped(title)}" data-uid="${uid}" component="avatar/icon">A</span></div>` +
        `<h2 class="fullname fw-semibold">${escaped(title)}</h2><span class="username">@${name}</span>` +
        `<nav><a href="${base}/user/${name}/groups"><span title="1">1</span></a>` +
        `<a href="${base}/user/${name}/followers" class="btn"><div>Followers</div> <span class="text-xs" title="${count}">${Math.floor(followers / 1000)}k</span></a>` +
        `<a href="${base}/user/${name}/following"><span title="3">3</span></a></nav>${content}</div>`,
    );
  }

  function userList(follows: string[], page: number): string {
    const followed = follows.flatMap((name) => userOf.get(name) ?? []);
    const shown = followed.slice((page - 1) * perPage, page * perPage);
    const items = shown.map(
      ({ name, title, uid }) =>
        `<div><a href="${base}/user/${name}" class="btn"><span title="${escaped(title)}" data-uid="${uid}" component="avatar/icon">A</span>` +
        `<div class="fw-semibold" title="${escaped(title)}">${escaped(title)}</div><div class="text-xs">@${name}</div></a></div>`,
    );
    const words =
      shown.length === 0 ? '<div class="alert alert-warning text-center">This user is not following anyone</div>' : '';
    return `${words}<div id="users-container" class="users-container">${items.join('')}</div>${paginator(page, Math.ceil(followed.length / perPage))}`;
  }

  function groupList(names: string[]): string {
    const items = names.flatMap((name) => {
      const group = groupOf.get(name);
      const members = group?.subscribers?.toLocaleString('en') ?? '';
      return group
        ? `<div component="groups/summary" data-slug="${name}"><div class="card"><a href="${base}/groups/${name}" class="card-header"></a>` +
            `<a href="${base}/groups/${name}"><div class="card-body"><div class="d-flex"><div class="fw-semibold">${escaped(group.title)}</div></div>` +
            `<div class="badge"><i class="fa-solid fa-users"></i> ${members}</div> <span class="badge">Public</span></div></a></div></div>`
        : [];
    });
    const words =
      items.length === 0 ? '<div class="alert alert-warning text-center">There are no groups to see</div>' : '';
    return `<div component="groups/container" id="groups-list" class="row">${words}${items.join('')}</div>`;
  }

  function groupPage(name: string): DoubleAnswer {
    const group = groupOf.get(name);
    if (!group) return notFound();
    const members = group.subscribers?.toLocaleString('en') ?? '';
    return html(
      `<div component="groups/container" class="groups details"><div><div><div><h3 class="mb-0">${escaped(group.title)}</h3>` +
        '</div>' +
        `<div><p>All about ${escaped(group.title)}</p></div></div></div>` +
        `<span component="group/member/count" title="${members}">many</span>` +
        `<div class="tab-pane" id="groups-posts"><h3>Posts</h3>${postList(memberPosts(group))}</div>` +
        `<div component="groups/members"><a href="${base}/user/somebody">somebody</a></div></div>`,
    );
  }

  function postList(posts: Post[]): string {
    const items = posts.map(({ number, author }, index) => {
      const at = new Date(newest - index * 3_600_000).toISOString();
      return (
        `<li component="post" class="posts-list-item" data-pid="${number}"><a class="topic-title fw-semibold" href="${base}/post/${number}">A topic</a>` +
        `<div class="post-author"><a href="${base}/user/${author}"><span title="${author}">W</span></a><a href="${base}/user/${author}">${author}</a></div>` +
        `<span class="timeago text-muted" title="${at}"></span><div component="post/content" class="content"><p>post ${number}</p></div></li>`
      );
    });
    return `<ul component="posts" class="posts-list list-unstyled" data-nextstart="20">${items.join('')}</ul>`;
  }

  return {
    hosts: [host],
    answer,
    addressOf: (name) => `https://${host}${base}/${groups.includes(name) ? 'groups' : 'user'}/${name}`,
  };
}

interface Post {
  number: number;
  author: string;
}

const ownPosts = ({ name, own }: Media): Post[] =>
  Array.from({ length: Math.min(20, own) }, (_, index) => ({ number: own - index, author: name }));

/** The ten latest posts of a group's members, wherever they wrote them. */
const memberPosts = ({ outside, own }: Media): Post[] =>
  Array.from({ length: Math.min(10, outside + own) }, (_, index) => ({
    number: outside + own - index,
    author: index < outside ? `writer${index}` : 'writer0',
  }));

/** Drawn twice, for wide and narrow screens. The link to the next page is shut on the last one and leads back. */
function paginator(page: number, pages: number): string {
  const isLast = page >= pages;
  const query = pages <= 1 ? '' : `page=${Math.min(pages, page + 1)}`;
  const next = `<li class="page-item next ${isLast ? 'opacity-50 pe-none' : ''}"><a class="page-link" href="?${query}" data-page="2"> </a></li>`;
  return `<nav component="pagination" class="pagination-container"><ul class="pagination">${next}</ul><ul class="pagination">${next}</ul></nav>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const notFound = (): DoubleAnswer => ({ ...html('<h2>Not Found</h2>'), status: 404 });

const html = (body: string): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body:
    '<!DOCTYPE html><html><head><title>Garden Forum</title></head><body><nav><a href="/groups">Groups</a>' +
    `<a href="/user/admin">admin</a><a href="/groups/staff">Staff</a></nav>${body}</body></html>`,
});
