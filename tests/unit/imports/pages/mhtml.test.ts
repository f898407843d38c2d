import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwrapMhtml } from '../../../../src/imports/pages/mhtml.ts';
import { facebookAddress } from '../../../doubles/pages/facebook.ts';
import { shownFollows } from '../../../doubles/pages/markup.ts';
import { recognised } from './recognised.ts';

const letter = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));
const url = 'https://www.facebook.com/anna/likes';
const line = `<!-- saved from url=(0035)${url} -->\n`;
const top = ['From: <Saved by Blink>', `Snapshot-Content-Location: ${url}`, 'MIME-Version: 1.0'];

test('what Chromium wrote, its frames left out', async () => {
  const file = readFileSync(join(import.meta.dirname, '../../../fixtures/imports/pages/facebook-following.mhtml'));
  const page = await unwrapMhtml(file);
  expect(page?.split('\n')[0]).toBe('<!-- saved from url=(0047)https://www.facebook.com/anna.gardner/following -->');
  expect(page).not.toContain('Sponsored</a></p>');
  expect(await recognised(file)).toEqual({
    owner: { profiles: ['https://www.facebook.com/anna.gardner'], names: [], list: 'following' },
    format: 'saved page of Facebook: Following of a profile',
    follows: shownFollows(41, 5).map((shown) => ({
      customer: null,
      network: null,
      address: facebookAddress(shown, 'following'),
      title: shown.title,
      subscribers: shown.subscribers,
    })),
    skipped: ['the page shows 5 of 310: scroll to the end before saving', '3 accounts elsewhere on the page'],
  });
});

test.each([
  [
    'the first page',
    'multipart/related; boundary="b"',
    [
      ['text/html', '<p>one'],
      ['text/html', '<p>two'],
    ],
    '<p>one',
  ],
  [
    'a page behind its style',
    'multipart/related; boundary=b',
    [
      ['text/css', 'p{}'],
      ['text/html', '<p>one'],
    ],
    '<p>one',
  ],
  ['XHTML', 'multipart/related;\r\n\tboundary="b"', [['application/xhtml+xml', '<p>x</p>']], '<p>x</p>'],
  [
    'the part that start names',
    'multipart/related; start="<two@x>"; boundary="b"',
    [
      ['text/html\r\nContent-ID: <one@x>', '<p>one'],
      ['text/html\r\nContent-ID: <two@x>', '<p>two'],
    ],
    '<p>two',
  ],
  [
    'the part of the address that was saved',
    'multipart/related; boundary="b"',
    [
      ['text/html\r\nContent-Location: https://ads.example/', '<p>ad'],
      [`text/html\r\nContent-Location: ${url}`, '<p>two'],
    ],
    '<p>two',
  ],
] as const)('%s is taken', async (_, type, parts, page) => {
  const written = parts.flatMap(([header, content]) => ['--b', `Content-Type: ${header}`, '', content]);
  expect(await unwrapMhtml(letter(...top, `Content-Type: ${type}`, '', '', ...written, '--b--', ''))).toMatch(
    line + page,
  );
});

test('a part within a part, as Outlook writes it', async () => {
  const inner = ['Content-Type: multipart/alternative; boundary="i"', '', '--i', 'Content-Type: text/plain', '', 'no'];
  const html = ['--i', 'Content-Type: text/html', '', '<p>yes', '--i--'];
  const found = await unwrapMhtml(
    letter(...top, 'Content-Type: multipart/related; boundary="b"', '', '--b', ...inner, ...html, '--b--', ''),
  );
  expect(found).toContain('<p>yes');
  expect(found).not.toContain('no');
});

test.each([
  ['quoted-printable', 'utf-8', Buffer.from('<p>=D0=A1=D0=B0=D0=B4 a=\r\nb'), 'Сад ab'],
  ['base64', 'windows-1251', Buffer.from(Buffer.from('<p>\xd1\xe0\xe4 ab', 'latin1').toString('base64')), 'Сад ab'],
  ['8bit', 'koi8-r', Buffer.from('<p>\xf3\xc1\xc4 ab', 'latin1'), 'Сад ab'],
  ['binary', null, Buffer.from('<p>Сад ab'), 'Сад ab'],
  ['8bit', null, Buffer.from('<meta charset="windows-1251"><p>\xd1\xe0\xe4 ab', 'latin1'), 'Сад ab'],
  ['8bit', 'no-such-thing', Buffer.from('<p>caf\xe9', 'latin1'), 'café'],
])('%s, %s', async (transfer, charset, body, text) => {
  const type = `Content-Type: text/html${charset === null ? '' : `; charset="${charset}"`}`;
  const head = letter(
    ...top,
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    type,
    `Content-Transfer-Encoding: ${transfer}`,
    '',
    '',
  );
  expect(await unwrapMhtml(Buffer.concat([head, body, letter('', '--b--', '')]))).toContain(text);
});

test('a page without parts, and one that was cut short', async () => {
  expect(await unwrapMhtml(letter(...top, 'Content-Type: text/html; charset=utf-8', '', '<p>Сад'))).toMatch(
    `${line}<p>Сад`,
  );
  const cut = letter(
    ...top,
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>on',
  );
  expect(await unwrapMhtml(cut)).toMatch(`${line}<p>on`);
});

const parts = (location: string): Buffer =>
  letter(
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html',
    `Content-Location: ${location}`,
    '',
    '<p>one',
    '--b--',
    '',
  );

test('the address of the part, where the letter has none; no line where nothing is known', async () => {
  expect(await unwrapMhtml(parts('https://a.example/x--y'))).toMatch(
    /^<!-- saved from url=\(0026\)https:\/\/a\.example\/x%2D%2Dy -->\n<p>one/,
  );
  expect(await unwrapMhtml(parts('file:///C:/page.html'))).toMatch(/^<p>one/);
});

test.each([
  ['a page', '<!DOCTYPE html><html><body>MIME-Version: 1.0</body></html>'],
  ['a table', 'name,link\nAnna,https://garden.example\n'],
  ['a letter', 'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello'],
  [
    'a letter with a picture',
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--',
  ],
  [
    'parts without a page',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\np{}\r\n--b--',
  ],
  ['no boundary', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>'],
  ['JSON', '{"MIME-Version": "1.0"}'],
  ['nothing', ''],
])('%s is none', async (_, text) => {
  expect(await unwrapMhtml(Buffer.from(text))).toBeNull();
});

test('parts within parts without end', async () => {
  const nested = Array.from(
    { length: 100 },
    (_, at) => `Content-Type: multipart/related; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  );
  expect(
    await unwrapMhtml(Buffer.from(`MIME-Version: 1.0\r\n${nested.join('')}Content-Type: text/html\r\n\r\n<p>`)),
  ).toBeNull();
});

test.each([
  ['lines that go on with the one before', 'a: b\n', '    c\n'],
  ['the same with tabs', 'a: b\n', '\t\tc\n'],
  ['headers', '', 'a: b\n'],
  ['the first key of an indented JSON', '{"relationships_following":[\n', '      "title": "garden",\n'],
])('%s without end are no page, and told in time that grows with their number', async (_, start, piece) => {
  const bytes = Buffer.from(start + piece.repeat(5000));
  expect(await unwrapMhtml(bytes)).toBeNull();
});
