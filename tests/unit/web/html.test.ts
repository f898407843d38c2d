import { expect, it } from 'vitest';
import { textOf } from '../../../src/web/html.ts';

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
