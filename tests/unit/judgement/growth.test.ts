import { expect, test } from 'vitest';
import { judgeResource } from '../../../src/judgement/judge-resource.ts';
import { longestPost } from '../../../src/types/resource.ts';
import { growthOf } from '../../helpers/growth.ts';
import { corpusNow } from '../../helpers/judgement-corpus.ts';

const about = { title: 'Hedge', name: 'hedge', url: 'https://page.example', description: 'Hedges', open: false };

/** A text cut into as many posts as it takes. */
function judge(text: string): void {
  const posts = Array.from({ length: Math.ceil(text.length / longestPost) }, (_, at) => ({
    url: `https://page.example/${at}`,
    at: new Date(corpusNow).toISOString(),
    kind: 'own' as const,
    author: 'hedge',
    text: text.slice(at * longestPost, (at + 1) * longestPost),
  }));
  judgeResource(about, posts, corpusNow);
}

const pieces = [
  'Send us your story about the hedge and we print it ',
  'By Anna Berg, guest of the week: ',
  '“Anna Berg” | ',
  'Wir drucken Lesergeschichtengeschichten von euch? ',
  'Пришлите нам рассказ, опубликуем! ',
  '@a#b',
  '1. ',
  '(((',
];

test('the time to judge grows with the length of the posts alone', { timeout: 240_000 }, async () => {
  for (const piece of pieces) expect(await growthOf(24, judge, piece, longestPost), piece).toBeLessThan(24);
});
