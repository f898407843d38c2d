import { expect, test } from 'vitest';
import { proposeParts } from '../../../src/article/propose-parts.ts';
import type { ArticleText } from '../../../src/types/article.ts';

const nothing = { problem: '', solution: '', upgrade: '' };
const article: ArticleText = {
  title: 'Roses in winter',
  description: 'Three cuts in October save them.',
  author: null,
  language: 'en',
  paragraphs: [
    'Half of all roses die in their first winter. Nobody says why. It is the wind, mostly.',
    'We measured forty beds. The checklist at the end has every step.',
  ],
};

test('what nobody wrote is taken from the article, word for word', () => {
  expect(proposeParts(nothing, article)).toEqual({
    parts: {
      problem: 'Half of all roses die in their first winter. Nobody says why.',
      solution: 'Three cuts in October save them.',
      upgrade: 'The checklist at the end has every step.',
    },
    proposed: ['problem', 'solution', 'upgrade'],
  });
});

test('what the marketer wrote stays', () => {
  const own = { problem: 'Mine.', solution: ' ', upgrade: 'A calendar.' };
  expect(proposeParts(own, article)).toEqual({
    parts: { ...own, solution: 'Three cuts in October save them.' },
    proposed: ['solution'],
  });
  expect(proposeParts(own, null)).toEqual({ parts: own, proposed: [] });
});

test('nothing is made up', () => {
  const empty = { title: null, description: null, author: null, language: null, paragraphs: [] };
  expect(proposeParts(nothing, empty)).toEqual({ parts: nothing, proposed: [] });
  const titled = { ...empty, title: 'Roses in winter' };
  expect(proposeParts(nothing, titled).parts).toEqual({ ...nothing, problem: 'Roses in winter' });
});

test.each([
  ['Скачать чек-лист можно в конце статьи.'],
  ['Завантажте шаблон наприкінці.'],
  ['Κατεβάστε το πρότυπο στο τέλος.'],
  ['Die Vorlage zum Herunterladen steht am Ende.'],
  ['Téléchargez la grille à la fin.'],
  ['Descarga la plantilla al final.'],
])('a content upgrade in another language: %s', (sentence) => {
  const paragraphs = ['The first paragraph says something else. And more.', `Eins. ${sentence}`];
  expect(proposeParts(nothing, { ...article, paragraphs }).parts.upgrade).toBe(sentence);
});
