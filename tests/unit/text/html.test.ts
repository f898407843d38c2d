import { expect, it } from 'vitest';
import { growthOf } from '../../helpers/growth.ts';
import { textOf } from '../../../src/text/html.ts';

it.each([
  ['<p>Essays on soil.</p><p>Send yours!</p>', 'Essays on soil. Send yours!'],
  ['one<br>two<br/>three', 'one two three'],
  ['<ul><li>seeds</li><li>tools</li></ul>after', 'seeds tools after'],
  [
    '<p>Write to <a href="https://soil.example/x"><span>soil</span>.example</a>, <b>now</b>!</p>',
    'Write to soil.example, now!',
  ],
  ['half<i>word</i>', 'halfword'],
  ['a &amp; b &lt;c&gt; &#8212; &eacute;t&eacute;&nbsp;!', 'a & b <c> — été !'],
  ['  many \n\t  blanks  ', 'many blanks'],
  ['<style>p { color: red }</style><script>alert("x")</script><!-- note --><p>seen</p>', 'seen'],
  ['<p>never closed <em>at all', 'never closed at all'],
  ['no markup, 3 < 4', 'no markup, 3 < 4'],
  ['', ''],
])('%s', (html, text) => {
  expect(textOf(html)).toBe(text);
});

it.each([
  ['paragraphs', '<p>hello</p>'],
  ['paragraphs that stay open', '<p>'],
  ['bold that stays open', '<b>x'],
  ['ends of what never began', '</i>'],
  ['ends of something else', '<b></i>'],
  ['blanks', ' \n'],
  ['starts of tags', '<'],
  ['starts of characters', '&'],
  ['one comment', '<!-- '],
])('%s without end are read in time that grows with their length', async (_, piece) => {
  expect(await growthOf(64, textOf, piece), piece).toBeLessThan(64);
});

it('a thousand elements within each other lose no text', () => {
  expect(textOf(`${'<b>'.repeat(4000)}seen`)).toBe('seen');
});

it.each([
  ['<p>See <a href="/x">our <b>page</b></a>.</p>', 'See [our page: /x].'],
  ['<a href="/x">never closed', '[never closed: /x]'],
  ['<a href="/x">one<a href="/y">two</a>', '[one: /x][two: /y]'],
  ['<a name="x">no link</a>', 'no link'],
  ['<style><a href="/x">unseen</a></style>seen', 'seen'],
])('a link is what somebody makes of it: %s', (html, text) => {
  expect(textOf(html, (href, shown) => `[${shown}: ${href}]`)).toBe(text);
});
