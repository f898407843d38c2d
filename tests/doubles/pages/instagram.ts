import { type Page, type Scene, type Shown, Markup } from './markup.ts';

const site = 'https://www.instagram.com';

export const instagramAddress = ({ handle }: Shown): string => `${site}/${handle}/`;

/** The dialog of accounts followed over a profile: a picture and a name each, and below it what is suggested. */
export function instagramPage({ follows, language, seed, stated }: Scene): Page {
  const m = new Markup(seed, language);
  const depth = 1 + m.random(4);
  const item = (handle: string, fullName: string): string =>
    m.wrapped(
      depth,
      m.tag('div', m.link(`/${handle}/`, m.picture(handle), 'role="link"')) +
        m.tag(
          'div',
          m.wrapped(depth, m.link(`/${handle}/`, m.tag('div', m.text(handle)), 'role="link"'), 'span') +
            m.text(fullName),
        ) +
        m.tag('button', m.text(language.following), 'type="button"'),
    );
  const suggestion = (handle: string): string => item(handle, 'Some One');
  const count = stated ?? follows.length;
  const body =
    m.tag(
      'div',
      m.link('/', 'Instagram') + m.link('/explore/', 'Explore') + m.link('/viewer.person/', m.picture()),
      'role="navigation"',
    ) +
    m.tag(
      'main',
      m.tag(
        'header',
        m.tag('h2', 'anna.gardner') +
          m.link('/anna.gardner/followers/', m.text('1,234') + ` ${language.followers}`) +
          m.link(
            '/anna.gardner/following/',
            m.tag('span', m.text(new Intl.NumberFormat(language.code).format(count))) + ` ${language.following}`,
          ),
      ) +
        m.tag(
          'div',
          m.link('/anna.gardner/p/CAbCdEfGhIj/', m.picture()) +
            m.link('/tagged.friend/', 'tagged.friend') +
            m.link('/another.friend/', 'another.friend'),
        ),
      'role="main"',
    ) +
    m.tag(
      'div',
      m.wrapped(
        depth,
        m.tag('div', m.tag('h1', m.text(language.following, 'div')) + m.tag('button', '✕')) +
          m.tag('div', m.tag('div', m.link('/anna.gardner/hashtag_following/', '#'))) +
          m.wrapped(depth, m.tag('div', follows.map((shown) => item(shown.handle, shown.title)).join(''))) +
          m.tag('div', m.text(language.suggested) + m.link('/explore/people/', 'See all')) +
          m.tag('div', suggestion('suggested.one') + suggestion('suggested.two')),
      ),
      'role="dialog" aria-modal="true"',
    );
  const head = `<link rel="canonical" href="${site}/anna.gardner/"><meta property="og:url" content="${site}/anna.gardner/">`;
  return { url: `${site}/anna.gardner/following/`, html: m.document('Anna (@anna.gardner)', body, head) };
}
