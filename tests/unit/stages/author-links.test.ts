import { describe, expect, test } from 'vitest';
import { linkedAuthorPage, ownSite } from '../../../src/stages/author-links.ts';
import { growthOf } from '../../helpers/growth.ts';

const said = (description: string | null, links: { text: string; label: string; isOwn: boolean }[] = []) => ({
  url: 'https://social.example/@hedge',
  description,
  links,
});

describe('the page for authors that a resource links to', () => {
  test.each([
    ['Hedges. Write for us: https://hedge.example/p/7', 'https://hedge.example/p/7'],
    ['See https://hedge.example/about, https://hedge.example/write-for-us/.', 'https://hedge.example/write-for-us/'],
    ['https://hedge.example/guest-posts?x=1', 'https://hedge.example/guest-posts?x=1'],
    ['(https://hedge.example/submissions)', 'https://hedge.example/submissions'],
    ['Пишем о садах. Правила для авторов: https://hedge.example/a', 'https://hedge.example/a'],
    ['https://hedge.example/dlya-avtorov', 'https://hedge.example/dlya-avtorov'],
    ['Γράψτε για εμάς https://hedge.example/a', 'https://hedge.example/a'],
    ['https://hedge.example/gastautor-werden', 'https://hedge.example/gastautor-werden'],
    ['https://hedge.example/%D0%B0', null],
    ['https://hedge.example/%', null],
    ['All about hedges: https://hedge.example/', null],
    ['https://hedge.example/permission and https://hedge.example/prescribe', null],
    ['ftp://hedge.example/write-for-us', null],
    ['Write for us!', null],
    ['', null],
    [null, null],
  ])('%j: %j', (description, page) => {
    expect(linkedAuthorPage(said(description))).toBe(page);
  });

  test.each([
    [{ text: 'https://hedge.example/x', label: 'Write for us', isOwn: false }, 'https://hedge.example/x'],
    [{ text: 'https://hedge.example/contribute', label: 'Web', isOwn: true }, 'https://hedge.example/contribute'],
    [{ text: '@hedge', label: 'For authors', isOwn: true }, null],
    [{ text: 'https://hedge.example/', label: 'Web', isOwn: true }, null],
  ])('%o: %j', (link, page) => {
    expect(linkedAuthorPage(said(null, [link]))).toBe(page);
  });

  test.each(['write for ', 'https://a.example/write-', 'guest ', 'become an ', 'submit your '])(
    'time grows with %j',
    async (piece) => {
      expect(await growthOf(60, (text) => linkedAuthorPage(said(text)), piece, 4000)).toBeLessThan(60);
    },
  );
});

const isNetwork = (host: string): boolean => host === 'social.example';

describe('the site of a resource', () => {
  test.each([
    [said(null, [{ text: 'https://hedge.example/news?x=1', label: 'Web', isOwn: true }]), 'https://hedge.example/'],
    [said('Ours: https://hedge.example/a'), 'https://hedge.example/'],
    [said(null, [{ text: 'https://friend.example/', label: 'A friend', isOwn: false }]), null],
    [said('https://social.example/@other'), null],
    [{ url: 'https://hedge.example/blog', description: null }, 'https://hedge.example/'],
    [{ ...said(null), contacts: ['desk@hedge.example', 'https://hedge.example'] }, 'https://hedge.example/'],
    [said(null), null],
  ])('%o: %j', (facts, site) => {
    expect(ownSite(facts, isNetwork)).toBe(site);
  });
});
