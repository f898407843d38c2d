import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { checkLink, tagLink, tagValue } from '../../../src/teasers/utm.ts';

const tags = { source: 'bsky.app', medium: 'social', campaign: 'roses', content: 'bluesky-garden' };
const [S, M, C, N] = ['utm_source=bsky.app', 'utm_medium=social', 'utm_campaign=roses', 'utm_content=bluesky-garden'];
const all = [S, M, C, N].join('&');

/** The link, and what it becomes. */
const table: [link: string, url: string][] = [
  ['https://blog.example/roses', `https://blog.example/roses?${all}`],
  ['http://blog.example/roses', `http://blog.example/roses?${all}`],
  ['HTTPS://Blog.Example/Roses', `HTTPS://Blog.Example/Roses?${all}`],
  ['https://blog.example', `https://blog.example?${all}`],
  ['https://blog.example/', `https://blog.example/?${all}`],
  ['https://blog.example/roses?', `https://blog.example/roses?${all}`],
  ['https://blog.example/roses?a', `https://blog.example/roses?a&${all}`],
  ['https://blog.example/roses?a=', `https://blog.example/roses?a=&${all}`],
  ['https://blog.example/roses?a=1&', `https://blog.example/roses?a=1&${all}`],
  ['https://blog.example/roses?a=1&&b=2', `https://blog.example/roses?a=1&&b=2&${all}`],
  ['https://blog.example/roses?a=1&a=2', `https://blog.example/roses?a=1&a=2&${all}`],
  ['https://blog.example/roses?erid=2VtzqwXyz', `https://blog.example/roses?erid=2VtzqwXyz&${all}`],
  ['https://blog.example/roses?q=caf%C3%A9+au%20lait', `https://blog.example/roses?q=caf%C3%A9+au%20lait&${all}`],
  ['https://blog.example/?q=café&x=%zz', `https://blog.example/?q=café&x=%zz&${all}`],
  ['https://blog.example/roses#care', `https://blog.example/roses?${all}#care`],
  ['https://blog.example/roses?a=1#care', `https://blog.example/roses?a=1&${all}#care`],
  ['https://blog.example/#/post?id=7', `https://blog.example/?${all}#/post?id=7`],
  ['https://blog.example/roses#', `https://blog.example/roses?${all}#`],
  ['https://blog.example/roses?#care', `https://blog.example/roses?${all}#care`],
  ['https://blog.example/roses#:~:text=cut%20back', `https://blog.example/roses?${all}#:~:text=cut%20back`],
  ['https://блог.example/розы', `https://блог.example/розы?${all}`],
  ['https://blog.example:8443/a;b=c/(d)', `https://blog.example:8443/a;b=c/(d)?${all}`],
  [
    'https://blog.example/r?to=https://other.example/?x=1',
    `https://blog.example/r?to=https://other.example/?x=1&${all}`,
  ],
  ['https://blog.example/r?a=1&amp;b=2', `https://blog.example/r?a=1&amp;b=2&${all}`],
  ['https://blog.example/r?utm_id=9&utm_term=x', `https://blog.example/r?utm_id=9&utm_term=x&${all}`],
  ['  https://blog.example/roses\n', `https://blog.example/roses?${all}`],
  ['https://blog.example/r?utm_source=', `https://blog.example/r?${all}`],
  ['https://blog.example/r?x=1&utm_campaign=&y=2#a', `https://blog.example/r?x=1&y=2&${all}#a`],
  ['https://blog.example/r?UTM_SOURCE=Mail&Utm_Content=x', `https://blog.example/r?${all}`],
  ['https://blog.example/r?utm_source=%20', `https://blog.example/r?${all}`],
];

/** A link that carries tags, and what it becomes: with those it has, and with all replaced. */
const carrying: [link: string, kept: string, replaced: string][] = [
  [
    'https://blog.example/r?utm_source=mail',
    `https://blog.example/r?utm_source=mail&${[M, C, N].join('&')}`,
    `https://blog.example/r?${all}`,
  ],
  [
    'https://blog.example/r?utm%5Fmedium=e%2Dmail&a=1',
    `https://blog.example/r?utm%5Fmedium=e%2Dmail&a=1&${[S, C, N].join('&')}`,
    `https://blog.example/r?a=1&${all}`,
  ],
  [
    'https://blog.example/r?x=1&utm_campaign=spring#a',
    `https://blog.example/r?x=1&utm_campaign=spring&${[S, M, N].join('&')}#a`,
    `https://blog.example/r?x=1&${all}#a`,
  ],
  [
    'https://blog.example/r?utm_source=&utm_source=mail&UTM_MEDIUM=x',
    `https://blog.example/r?utm_source=mail&${[M, C, N].join('&')}`,
    `https://blog.example/r?${all}`,
  ],
  [`https://blog.example/r?${all}#a`, `https://blog.example/r?${all}#a`, `https://blog.example/r?${all}#a`],
];

/** Values by lower-case name, as a browser reads them. */
function query(link: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URL(link).searchParams) {
    values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), value]);
  }
  return values;
}

describe('tagLink', () => {
  test.each(table)('%s', (link, url) => {
    const tagged = tagLink(link, tags);
    expect(tagged.url).toBe(url);

    const after = query(tagged.url);
    for (const name of ['source', 'medium', 'campaign', 'content'] as const) {
      expect(after.get(`utm_${name}`)).toEqual([tagged[name]]);
    }
    const others = [...query(link)].filter(([name]) => !/^utm_[scm]/.test(name));
    for (const [name, values] of others) expect(after.get(name)).toEqual(values);
    expect(new URL(tagged.url).hash).toBe(new URL(link).hash);
    expect(new URL(tagged.url).host).toBe(new URL(link).host);
    expect(new URL(tagged.url).pathname).toBe(new URL(link).pathname);
  });

  test.each(carrying)('%s, which carries tags', (link, kept, replaced) => {
    expect(() => tagLink(link, tags)).toThrow(expect.objectContaining({ code: 'link_tags', where: link }));
    expect(tagLink(link, tags, 'keep').url).toBe(kept);
    expect(tagLink(link, tags, 'replace')).toEqual({ ...tags, url: replaced });
  });

  test('says what stands in the link, not what was wished for', () => {
    const link = 'https://blog.example/?utm_medium=e-mail%20letter&utm_content=';
    expect(tagLink(link, tags, 'keep')).toMatchObject({ ...tags, medium: 'e-mail letter' });
  });

  test('tagging twice changes nothing', () => {
    const others = { source: 'x', medium: 'x', campaign: 'x', content: 'x' };
    for (const [link] of table) {
      const { url } = tagLink(link, tags);
      expect(tagLink(url, others, 'keep').url).toBe(url);
    }
  });

  test('values are encoded so that a browser reads them back', () => {
    const odd = { source: 'a&b=c#d', medium: 'ü + %20', campaign: '"<>\'', content: '日本?/' };
    const { url } = tagLink('https://blog.example/', odd);
    const { searchParams, hash } = new URL(url);
    expect([...searchParams.values()]).toEqual(Object.values(odd));
    expect(hash).toBe('');
    expect(url).toMatch(/^[\x21-\x7e]+$/);
  });
});

describe('checkLink', () => {
  test.each([
    '',
    'blog.example/roses',
    '//blog.example/roses',
    'www.blog.example',
    'ftp://blog.example/roses',
    'mailto:anna@blog.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https:blog.example',
    'https://',
    'https:///roses',
    'https://?a=1',
    'https://blog.example:99999/',
    'https://blog .example/',
    'https://blog.example/two words',
    'https://blog.example/a\nb',
    'https://blog.example/a\u0000b',
    'https://[::1/',
  ])('%j is refused', (link) => {
    const refused = (): string => checkLink(link);
    expect(refused).toThrow(UserError);
    expect(refused).toThrow(expect.objectContaining({ code: 'link', where: link }));
    expect(() => tagLink(link, tags)).toThrow(UserError);
  });
});

test.each([
  ['Spring Sale', 'spring-sale'],
  ['  roses  2026 ', 'roses-2026'],
  ['spring_sale.v2', 'spring_sale.v2'],
  ['Весна', 'vesna'],
  ['Größe', 'grosse'],
  ['bsky.app', 'bsky.app'],
  ['', ''],
])('tagValue(%j) is %j', (text, value) => {
  expect(tagValue(text)).toBe(value);
});
