import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { resolveHref, savedFrom } from '../../../../src/imports/pages/source.ts';

const url = 'https://vk.com/groups?id=1';
const links =
  '<a href="https://a.example/1">1</a><a href="https://a.example/2">2</a><a href="https://b.example/">3</a>';

test.each([
  ['Chrome', `<!DOCTYPE html>\n<!-- saved from url=(0026)${url} -->\n<html><body>${links}`, url, 'exact'],
  ['Internet Explorer', `<!DOCTYPE HTML>\r\n<!-- saved from url=(0026)${url} -->\r\n<HTML><BODY>`, url, 'exact'],
  [
    'SingleFile',
    `<!DOCTYPE html> <html lang=ru><!--\n Page saved with SingleFile \n url: ${url} \n saved date: Sun\n--><head>`,
    url,
    'exact',
  ],
  ['a canonical address', `<html><head><link rel="canonical" href="${url}"></head><body>${links}`, url, 'named'],
  ['og:url', `<html><head><meta property="og:url" content="${url}"></head><body>${links}`, url, 'named'],
  ['its links', `<html><body>${links.repeat(5)}`, 'https://a.example/', 'site'],
  [
    'both comment and canonical',
    `<!-- saved from url=(0026)${url} --><html><link rel="canonical" href="https://vk.com/x">`,
    url,
    'exact',
  ],
])('a page is from where %s says', (_, text, from, sure) => {
  const source = savedFrom(text, load(text));
  expect([source?.url.href, source?.sure]).toEqual([from, sure]);
});

test.each([
  ['it has a few links only', `<html><body>${links}`],
  ['nothing says it', '<html><body><a href="/x">x</a>'],
  ['its links are divided', '<html><body><a href="https://a.example/">1</a><a href="https://b.example/">2</a>'],
  ['the comment stands in the page itself', `<html><body><div><!-- saved from url=(0026)${url} --></div>`],
  ['it was saved from a disk', '<!-- saved from url=(0014)about:internet --><html><body>'],
])('nobody knows where %s', (_, text) => {
  expect(savedFrom(text, load(text))).toBeNull();
});

test.each([
  ['/x?y=1', 'https://vk.com/x?y=1'],
  ['//m.vk.com/x', 'https://m.vk.com/x'],
  ['https://a.example/', 'https://a.example/'],
  ['#top', null],
  ['', null],
  ['javascript:void(0)', null],
  ['mailto:a@b.example', null],
  ['data:text/html,x', null],
  ['file:///C:/Users/a/page.html', null],
  ['./Page_files/saved_resource.html', null],
  ['%D0%A1%D1%82%D1%80_files/x.html', null],
  ['http://[', null],
])('the address of %j', (href, address) => {
  expect(resolveHref(href, new URL(url))?.href ?? null).toBe(address);
});
