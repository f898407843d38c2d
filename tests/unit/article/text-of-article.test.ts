import { describe, expect, test } from 'vitest';
import { textOfArticle } from '../../../src/article/text-of-article.ts';
import { loadMarkup } from '../../../src/text/markup.ts';

const textOf = (html: string) => {
  const page = loadMarkup(html, 'html');
  if (!page) throw new Error('no page');
  return textOfArticle(page);
};

const long = 'Half of all roses die in their first winter, and nobody says why.';

test('Open Graph, structured data and the text', () => {
  const data = {
    '@graph': [
      { '@type': 'WebSite', name: 'Roses' },
      {
        '@type': ['BlogPosting'],
        headline: 'Data',
        author: [{ '@type': 'Person', name: 'Lena Vogt' }],
        inLanguage: 'de-AT',
      },
    ],
  };
  expect(
    textOf(`<html><head><title>Page | Site</title><meta property="og:title" content="Roses &amp; frost">
<meta name="description" content="How  three cuts
save them."><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><nav><p>${long}</p></nav><article><p>Short.</p><p>${long} <b>Now</b>.</p><figure><p>${long}</p></figure></article></body></html>`),
  ).toEqual({
    title: 'Roses & frost',
    description: 'How three cuts save them.',
    author: 'Lena Vogt',
    language: 'de',
    paragraphs: [`${long} Now.`],
  });
});

test.each([
  ['<html lang="ru-RU">', 'ru'],
  ['<html lang="EL">', 'el'],
  ['<html lang="x-klingon"><meta property="og:locale" content="fr_FR">', 'fr'],
  ['<html>', null],
])('the language of %s', (html, language) => {
  expect(textOf(`${html}<p>${long}</p>`).language).toBe(language);
});

describe('whatever a page holds', () => {
  test.each([
    ['nothing', '<p>'],
    ['data that is no JSON', '<script type="application/ld+json">{"@type": "Article",</script>'],
    [
      'data that is not of an article',
      '<script type="application/ld+json">[null, 7, {"@type": 7}, {"@graph": 1}]</script>',
    ],
    ['lists in lists', `<script type="application/ld+json">${'['.repeat(90_000)}${']'.repeat(90_000)}</script>`],
    [
      'graphs in graphs',
      `<script type="application/ld+json">${'{"@graph":['.repeat(15_000)}${']}'.repeat(15_000)}</script>`,
    ],
    [
      'an author of a strange kind',
      '<script type="application/ld+json">{"@type":"Article","author":[[1]],"headline":{}}</script>',
    ],
  ])('%s is no error', (_, html) => {
    expect(textOf(html)).toEqual({ title: null, description: null, author: null, language: null, paragraphs: [] });
  });

  test('a long page is cut, and read in time that grows with its length', () => {
    const page = textOf(`<title>${'t'.repeat(90_000)}</title>${`<p>${'word '.repeat(2000)}</p>`.repeat(300)}`);
    expect(page.title).toHaveLength(1000);
    expect(page.paragraphs).toHaveLength(8);
    expect(page.paragraphs[0]?.length).toBeLessThanOrEqual(1000);
  });
});
