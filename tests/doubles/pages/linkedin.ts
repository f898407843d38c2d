import { type Page, type Scene, type Shown, Markup, escaped } from './markup.ts';

const site = 'https://www.linkedin.com';
const kinds = ['company', 'company', 'school', 'in', 'groups', 'newsletters'];

const kindOf = (index: number, count: number): string => kinds[Math.floor((index * kinds.length) / count)] ?? 'company';

export const linkedinAddress = (shown: Shown, index: number, count: number): string => {
  const kind = kindOf(index, count);
  return `${site}/${kind}/${kind === 'groups' ? shown.number.slice(0, 8) : shown.handle}/`;
};

/** The Interests of a profile: a tab each for pages, people, groups and newsletters, and people beside it. */
export function linkedinPage({ follows, language, seed }: Scene): Page {
  const m = new Markup(seed, language);
  const depth = 1 + m.random(3);
  const twice = (text: string): string =>
    m.tag('span', escaped(text), 'aria-hidden="true"') + m.tag('span', escaped(text));
  const item = (shown: Shown, index: number): string => {
    const href = linkedinAddress(shown, index, follows.length);
    const words = kindOf(index, follows.length) === 'groups' ? language.members : language.followers;
    const count = shown.subscribers === null ? '' : m.tag('span', twice(`${m.number(shown.subscribers)} ${words}`));
    return m.tag(
      'li',
      m.wrapped(
        depth,
        m.tag('div', m.link(href, m.picture(`${shown.title} logo`), 'data-field="active_tab_interests"')) +
          m.tag('div', m.link(href, m.tag('div', m.tag('div', twice(shown.title))) + count)) +
          m.tag('button', m.text(language.following)),
      ),
    );
  };
  const panels = new Map<string, string[]>();
  for (const [index, shown] of follows.entries()) {
    const kind = kindOf(index, follows.length);
    panels.set(kind, [...(panels.get(kind) ?? []), item(shown, index)]);
  }
  const body =
    m.tag(
      'header',
      m.tag('nav', m.link('/feed/', 'Home') + m.link('/in/viewer-person/', 'Me') + m.link('/mynetwork/', 'Network')),
      '',
    ) +
    m.tag(
      'main',
      m.tag(
        'section',
        m.tag('div', m.link('/in/anna-gardner/', m.picture('Back')) + m.tag('h2', m.text('Interests'))) +
          m.tag('div', m.tag('button', language.people, 'role="tab"'), 'role="tablist"') +
          [...panels.values()]
            .map((items) => m.tag('div', m.wrapped(depth, m.tag('ul', items.join(''))), 'role="tabpanel"'))
            .join(''),
      ),
    ) +
    m.tag(
      'aside',
      m.tag('h2', language.mayKnow) +
        m.tag(
          'ul',
          ['one', 'two']
            .map((name) => m.tag('li', m.link(`/in/may-know-${name}/`, m.text(`May Know ${name}`))))
            .join(''),
        ) +
        m.link('/company/advertiser/', 'Promoted'),
    ) +
    m.tag('footer', m.link('/company/linkedin/', 'About'));
  const url = `${site}/in/anna-gardner/details/interests/`;
  return { url, html: m.document('Interests | Anna Gardner | LinkedIn', body, `<link rel="canonical" href="${url}">`) };
}
