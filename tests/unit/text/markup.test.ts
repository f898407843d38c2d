import { load } from 'cheerio/slim';
import { expect, test } from 'vitest';
import { randomNumbers } from '../../helpers/random.ts';
import { loadMarkup } from '../../../src/text/markup.ts';

const pieces = (
  '<p> </p> <b> </b> <br> text &amp; &nbsp; &lt &#x41; <script>a<b</script> <li> </li> <!--c--> <template> </template> ' +
  '<div_a="b>c"> </div> <td> <svg> </svg> <title> </title> <![CDATA[x]]> <option> <A> </A>'
)
  .split(' ')
  .map((piece) => piece.replaceAll('_', ' '));

test.each(['html', 'xml'] as const)('%s becomes the tree that cheerio itself makes of it', (kind) => {
  const random = randomNumbers(7);
  for (let round = 0; round < 2000; round += 1) {
    const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
    const xml = kind === 'xml';
    expect(loadMarkup(text, kind)?.html(), text).toBe(load(text, { xml }).html());
  }
});

test('a page longer than one piece is whole', () => {
  const page = loadMarkup(`<ul>${'<li>gärten &amp; mehr</li>'.repeat(5000)}</ul>`, 'html');
  const items = page?.root().find('li');
  expect(items).toHaveLength(5000);
  expect(items?.last().text()).toBe('gärten & mehr');
});

test.each(['<div>', '<b>', '<ul><li>'])('%s within each other without end is no page', (piece) => {
  expect(loadMarkup(piece.repeat(1_000_000), 'html')).toBeNull();
});

test('as deep as a browser nests is read', () => {
  expect(
    loadMarkup(`${'<div>'.repeat(512)}deep`, 'html')
      ?.root()
      .text(),
  ).toBe('deep');
});

test.each(['<p>', '<p>a</p> ', '<!--c--><b></b>'])(
  '%s over and over is no page where the children are limited',
  (piece) => {
    expect(loadMarkup(piece.repeat(150_000), 'html', 10_000)).toBeNull();
    expect(loadMarkup(`<ul>${piece.repeat(150_000)}</ul>`, 'html', 10_000)).toBeNull();
    expect(loadMarkup(`<ul>${piece.repeat(4000)}</ul>`.repeat(3), 'html', 10_000)).not.toBeNull();
  },
);
