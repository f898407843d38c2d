import { describe, expect, test } from 'vitest';
import { compareAddresses } from '../../../src/short-links/same-address.ts';
import { tagLink } from '../../../src/teasers/utm.ts';

const tags = { source: 'vk.com', medium: 'social', campaign: 'roses', content: 'vk-roses' };
const tagged = (link: string, rule: 'keep' | 'replace' | null = null): string => tagLink(link, tags, rule).url;

const links = [
  tagged('https://blog.example'),
  tagged('https://блог.example/розы?ед=2#/post/7?tab=2'),
  tagged('https://πηγή.example:8443/α/β?a=1&a=2&b#!/ρόδα'),
  tagged('https://日本語.example/@anna/r-1/?q=caf%C3%A9+au%20lait#:~:text=cut%20back'),
  tagged('https://blog.example/a%20b/%d1%80;c=d/(e)?to=https://o.example/?x=1'),
  tagged('https://blog.example/?utm_source=mail&utm_id=9#care', 'keep'),
  tagged('https://blog.example/?utm_source=mail&x=%zz#care', 'replace'),
];

describe.each(links)('%s', (link) => {
  test('is the same as it is, and as a browser writes it', () => {
    expect(compareAddresses(link, link)).toBe('same');
    expect(compareAddresses(link, new URL(link).href)).toBe('same');
    expect(compareAddresses(new URL(link).href, link)).toBe('same');
  });

  test('is respelt where its parameters come in another order or encoding', () => {
    const sorted = new URL(link);
    sorted.searchParams.sort();
    const back = new URL(sorted);
    back.search = [...sorted.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&');
    for (const each of [sorted, back]) expect(compareAddresses(link, each.href)).not.toBe('other');
    expect([...back.searchParams]).toEqual([...sorted.searchParams]);
  });

  test.each([
    ['a parameter lost', (url: URL) => url.searchParams.delete('utm_content')],
    ['a parameter more', (url: URL) => url.searchParams.append('ref', 'shortener')],
    ['a value in other letters', (url: URL) => url.searchParams.set('utm_campaign', 'Roses')],
    ['no parameters', (url: URL) => (url.search = '')],
    ['another fragment', (url: URL) => (url.hash = `${url.hash}x`)],
    ['another path', (url: URL) => (url.pathname = `${url.pathname}/x`)],
    ['another host', (url: URL) => (url.hostname = 'other.example')],
    ['another port', (url: URL) => (url.port = '8444')],
    ['another scheme', (url: URL) => (url.protocol = 'http:')],
    ['a name before the host', (url: URL) => (url.username = 'blog.example')],
  ])('is another one with %s', (_, change) => {
    const url = new URL(link);
    change(url);
    expect(compareAddresses(link, url.href)).toBe('other');
  });
});

test.each(['', 'blog.example', 'https://', 'not an address', 'javascript:alert(1)'])(
  '%j is another address',
  (text) => {
    expect(compareAddresses('https://blog.example/?a=1', text)).toBe('other');
  },
);

test('the order of two values of one name counts', () => {
  expect(compareAddresses('https://b.example/?a=1&a=2&b=3', 'https://b.example/?b=3&a=1&a=2')).toBe('respelt');
  expect(compareAddresses('https://b.example/?a=1&a=2', 'https://b.example/?a=2&a=1')).toBe('other');
});

test('small letters in an escape are no other address, and an escaped slash is', () => {
  expect(compareAddresses('https://b.example/%d1%80?a=1&b=2', 'https://b.example/%D1%80?b=2&a=1')).toBe('respelt');
  expect(compareAddresses('https://b.example/a%2Fb?x=1&y=2', 'https://b.example/a/b?y=2&x=1')).toBe('other');
});
