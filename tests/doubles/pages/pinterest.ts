import { type Page, type Scene, type Shown, Markup } from './markup.ts';

const site = 'https://www.pinterest.com';

export const pinterestAddress = ({ handle }: Shown, boards: boolean): string =>
  boards ? `${site}/${handle}/rose-beds/` : `${site}/${handle}/`;

/** What a profile follows: accounts, or boards, which have another account's name beside them. */
export function pinterestPage(boards: boolean, { follows, language, seed, stated }: Scene): Page {
  const m = new Markup(seed, language);
  const depth = 1 + m.random(4);
  const item = (shown: Shown): string => {
    const href = pinterestAddress(shown, boards).slice(site.length);
    const count = shown.subscribers === null ? '120 Pins' : `${m.number(shown.subscribers)} ${language.followers}`;
    const owner = boards ? m.link(`/${shown.handle}/`, 'Somebody') : '';
    return m.tag(
      'div',
      m.wrapped(
        depth,
        m.link(href, m.picture()) +
          m.tag('div', m.link(href, m.text(shown.title)) + m.tag('div', m.text(count)) + owner) +
          m.tag('button', language.following),
      ),
      'role="listitem"',
    );
  };
  const part = boards ? 'boards' : 'people';
  const body =
    m.tag('div', m.link('/', 'Pinterest') + m.link('/viewerperson/', 'Viewer'), 'role="banner"') +
    m.tag(
      'div',
      m.tag(
        'div',
        m.tag('h1', 'Anna') +
          m.link('/annagardner/followers/', `12 ${language.followers}`) +
          m.link('/annagardner/following/', `${stated ?? follows.length} ${language.following}`),
      ) + m.wrapped(depth, m.tag('div', follows.map(item).join(''), 'role="list"')),
      'role="main"',
    ) +
    m.tag('footer', m.link('/about/', 'About'));
  const url = `${site}/annagardner/following/${part}/`;
  return { url, html: m.document('Pinterest', body, `<link rel="canonical" href="${url}">`) };
}
