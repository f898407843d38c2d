import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/outputs/html/html.ts';
import { type HandWork, type PageLanguage, pageLanguages } from '../../../src/types/report.ts';
import { report } from './example-report.ts';

const instagram = {
  network: 'instagram',
  title: 'Instagram',
  clients: 9,
  unread: 8,
  wanted: 6,
  pages: 6,
  minutes: 5,
  brings: 4,
};
const work: HandWork = { clients: 12, readable: 3, brings: 4, pages: 6, minutes: 5, networks: [instagram] };

const pageIn = (language: PageLanguage, handWork: HandWork | null) =>
  load([...toHtml(report({ handWork }), { language })].join(''));

describe.each(pageLanguages)('on the page in %s', (language) => {
  test('stands what a person can do, how long it takes, and what to type', () => {
    const page = pageIn(language, work);
    const all = page('#hand > p').first().text().match(/\d+/g);
    expect(all).toEqual(['3', '12', '5', '6', '4']);
    expect(page('#hand li').text().match(/\d+/g)).toEqual(['8', '5', '6', '6', '4']);
    expect(page('#hand li b').text()).toBe('Instagram');
    expect(page('#hand code').text()).toBe('target-resources worksheet');
    expect(page('#first a[href="#hand"]').text().match(/\d+/g)).toEqual(['5', '4']);
  });

  test('stands no step where nobody would be won, and only what it takes', () => {
    const page = pageIn(language, { ...work, brings: 0, networks: [{ ...instagram, brings: 0 }] });
    expect(page('#hand > p').first().text().match(/\d+/g)).toEqual(['3', '12']);
    expect(page('#hand li').text().match(/\d+/g)).toEqual(['8', '5', '6', '6']);
    expect(page('a[href="#hand"]')).toHaveLength(0);
  });

  test('stands nothing of it where nothing is left to be opened', () => {
    const page = pageIn(language, null);
    expect(page('#hand')).toHaveLength(0);
    expect(page('a[href="#hand"]')).toHaveLength(0);
  });
});

test('its network is a name like any other', () => {
  const page = pageIn('en', { ...work, networks: [{ ...instagram, title: '<b>x</b>' }] });
  expect(page('#hand li b').text()).toBe('<b>x</b>');
});
