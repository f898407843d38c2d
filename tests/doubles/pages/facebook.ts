import { type Page, type Scene, type Shown, Markup, escaped } from './markup.ts';

export type Tab = 'likes' | 'following' | 'groups';

const site = 'https://www.facebook.com';
const tracking = '?__cft__[0]=AZVb8_x&__tn__=%3C%2CP-y-R';

/** Where Facebook finds what is followed. */
export const facebookAddress = ({ handle, number }: Shown, tab: Tab): string =>
  tab === 'groups'
    ? `${site}/groups/${handle}`
    : Number(number[3]) % 2 === 0
      ? `${site}/profile.php?id=${number}`
      : `${site}/${handle}`;

/**
 * A tab of a profile, as a person who is logged in sees it: banner, the profile's own links, tabs, a card with a grid of
 * two links each, people who may be known, posts, and a footer.
 */
export function facebookPage(tab: Tab, { follows, language, seed, stated }: Scene): Page {
  const m = new Markup(seed, language);
  const own = `${site}/anna.gardner`;
  const depth = 1 + m.random(4);
  const perRow = 1 + m.random(3);
  const item = (shown: Shown): string => {
    const plain = facebookAddress(shown, tab);
    const href = plain.includes('?') ? `${plain}&__tn__=%3C` : `${plain}${tab === 'groups' ? '/' : tracking}`;
    const words = tab === 'groups' ? language.members : language.followers;
    const count =
      shown.subscribers === null
        ? ''
        : m.text(`${m.number(shown.subscribers)} ${words} · ${tab === 'groups' ? '9 / 1' : 'Magazine'}`);
    return m.wrapped(
      depth,
      m.link(href, m.picture(), 'role="link" tabindex="-1"') +
        m.tag('div', m.wrapped(depth, m.link(href, m.text(shown.title), 'role="link"')) + m.tag('div', count)) +
        m.tag('div', m.tag('div', m.text(language.follow), 'role="button" tabindex="0"')),
    );
  };
  const items = follows.map(item);
  const rows: string[] = [];
  for (let at = 0; at < items.length; at += perRow) rows.push(m.tag('div', items.slice(at, at + perRow).join('')));
  const names: Record<string, string> = {
    likes: language.likes,
    following: language.following,
    groups: language.groups,
    photos: language.photos,
    friends: language.friends,
  };
  const tabs = Object.entries(names).map(([name, text]) =>
    m.link(`${own}/${name}`, m.text(text), `role="tab" aria-selected="${name === tab}"`),
  );
  const person = (name: string, title: string): string =>
    m.wrapped(
      depth,
      m.link(`${site}/${name}`, m.picture()) + m.tag('div', m.wrapped(depth, m.link(`${site}/${name}`, m.text(title)))),
    );
  const post = m.tag(
    'div',
    m.link(`${site}/anna.gardner`, 'Anna') +
      m.link(`${site}/rose.reader`, 'Rose Reader') +
      m.link(`${site}/anna.gardner/posts/pfbid02${m.random(1e6)}`, '2h') +
      m.link(`${site}/photo/?fbid=12345&set=a.1`, m.picture()) +
      m.text('12 comments'),
    'role="article"',
  );
  const body =
    m.tag(
      'div',
      m.link('/', 'Facebook') +
        m.link('/viewer.person/', m.text('Viewer Person')) +
        m.link('/friends/', '3') +
        m.link('/notifications/', '12'),
      'role="banner"',
    ) +
    m.tag(
      'div',
      m.link('/groups/feed/', language.groups) + m.link('/other.page', 'Shortcut to another page'),
      'role="navigation"',
    ) +
    m.tag(
      'div',
      m.wrapped(
        depth,
        m.link(own, m.tag('h1', 'Anna Gardner')) +
          m.link(`${own}/followers/`, '1.2K') +
          m.link(`${own}/following/`, m.text(stated !== undefined && tab === 'following' ? m.number(stated) : '310')),
      ) +
        m.tag('div', tabs.join(''), 'role="tablist"') +
        m.wrapped(
          depth,
          m.tag(
            'div',
            m.tag('h2', m.link(`${own}/${tab}`, m.text(names[tab] ?? ''))) +
              (stated !== undefined && tab !== 'following' ? m.tag('h3', m.text(m.number(stated))) : ''),
          ) + m.wrapped(depth, rows.join('')),
        ) +
        m.wrapped(
          depth,
          m.tag('div', m.tag('h2', m.text(language.mayKnow))) +
            m.wrapped(
              depth,
              person('may.know.one', 'May Know One') +
                person('may.know.two', 'May Know Two') +
                person('may.know.three', 'May Know Three'),
            ),
        ) +
        post,
      'role="main"',
    ) +
    m.tag(
      'div',
      m.link('/sponsor.page', 'Sponsored') +
        m.link('https://l.facebook.com/l.php?u=https%3A%2F%2Fshop.example', 'Shop'),
      'role="complementary"',
    ) +
    m.tag('footer', m.link('/privacy/policy', 'Privacy') + m.link('/help', 'Help'));
  return { url: `${own}/${tab}`, html: m.document(`Anna Gardner | Facebook ${escaped(names[tab] ?? '')}`, body) };
}
