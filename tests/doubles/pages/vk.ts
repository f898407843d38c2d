import { type Page, type Scene, type Shown, Markup } from './markup.ts';

export const vkAddress = ({ handle, number }: Shown, site = 'https://vk.com'): string =>
  Number(number[3]) % 2 === 0 ? `${site}/club${number.slice(0, 8)}` : `${site}/${handle}`;

/** A person's list of communities; `m.vk.com` has one link an item around all of it. */
export function vkGroups({ follows, language, seed, stated }: Scene, host: 'vk.com' | 'm.vk.com'): Page {
  const m = new Markup(seed, language);
  const site = `https://${host}`;
  const url = `${site}/groups?id=1234`;
  const depth = 1 + m.random(4);
  const count = ({ subscribers }: Shown): string =>
    subscribers === null ? '' : m.tag('div', `${m.number(subscribers)} ${language.followers}`);
  const item = (shown: Shown): string => {
    const href = vkAddress(shown, site).slice(site.length);
    if (host === 'm.vk.com') {
      return m.link(href, m.tag('div', m.picture()) + m.tag('div', m.tag('span', m.text(shown.title)) + count(shown)));
    }
    return m.tag(
      'div',
      m.link(href, m.picture()) +
        m.tag('div', m.wrapped(depth, m.link(href, m.text(shown.title))) + m.tag('div', 'Gardening') + count(shown)) +
        m.tag('button', language.follow),
    );
  };
  const total = stated ?? follows.length;
  const heading = m.tag(
    'div',
    m.link('/groups?id=1234', m.text(language.groups) + m.text(String(total))) +
      m.link('/groups?act=catalog', 'Catalog'),
    '',
  );
  const body =
    m.tag('header', m.link('/feed', 'VK') + m.link('/viewer_person', 'Viewer')) +
    m.tag(
      'nav',
      m.link('/friends', language.friends) + m.link('/groups', language.groups) + m.link('/im', 'Messages'),
    ) +
    m.tag(
      'div',
      m.tag('div', m.link('/id1234', m.picture()) + m.link('/id1234', 'Anna')) +
        heading +
        m.wrapped(depth, follows.map(item).join('')),
      'role="main"',
    ) +
    m.tag('footer', m.link('/about', 'About') + m.link('/terms', 'Terms'));
  return { url, html: m.document('VK', body, `<link rel="canonical" href="${url}">`) };
}

/** A person's page: boxes of friends and of subscriptions beside the wall. */
export function vkPerson({ follows, language, seed, stated }: Scene): Page {
  const m = new Markup(seed, language);
  const depth = 1 + m.random(3);
  const row = (href: string, title: string, more: string): string =>
    m.tag(
      'div',
      m.link(href, m.picture()) + m.tag('div', m.wrapped(depth, m.link(href, m.text(title))) + m.text(more)),
    );
  const box = (href: string, title: string, count: number, rows: string): string =>
    m.tag(
      'aside',
      m.tag('div', m.link(href, m.tag('div', m.text(title) + m.text(String(count)))) + m.tag('div', rows)),
      `aria-label="${title}"`,
    );
  const post = m.tag(
    'div',
    m.link('/garden_neighbour', m.picture()) +
      m.link('/garden_neighbour', 'Neighbour') +
      m.link('/wall1234_5', '1 Jan') +
      m.link('/rose_reader', 'Rose'),
  );
  const body =
    m.tag('header', m.link('/feed', 'VK') + m.link('/viewer_person', 'Viewer')) +
    m.tag('nav', m.link('/friends', language.friends)) +
    m.tag(
      'div',
      m.tag(
        'div',
        m.tag('h1', 'Anna Gardner') + m.link('/married_to', 'Married to') + m.link('/albums1234', language.photos),
      ) +
        m.tag(
          'div',
          box(
            '/friends?id=1234&section=all',
            language.friends,
            120,
            row('/ben_friend', 'Ben', '') + row('/id77', 'Cleo', ''),
          ) +
            box(
              '/idols?id=1234',
              language.subscriptions,
              stated ?? follows.length,
              follows
                .map((shown) =>
                  row(
                    vkAddress(shown),
                    shown.title,
                    shown.subscribers === null ? 'Gardening' : `${m.number(shown.subscribers)} ${language.followers}`,
                  ),
                )
                .join(''),
            ) +
            box('/videos1234', 'Videos', 3, row('/video1234_1', 'Video', '')),
        ) +
        m.tag('div', post + post),
      '',
    );
  const url = 'https://vk.com/anna_gardner';
  return { url, html: m.document('Anna Gardner', body, `<link rel="canonical" href="${url}">`) };
}
