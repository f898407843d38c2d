import { describe, expect, test } from 'vitest';
import { unfoundedIn } from '../../../src/assistant/unfounded.ts';
import { growthOf } from '../../helpers/growth.ts';

const page = [
  'Hedge Weekly',
  'All about hedges, for 12,000 gardeners in Kent.',
  'Anna Berg wrote: a yew hedge “needs two cuts a year”. Write to @hedges or desk@hedge.example, https://hedge.example/x',
];
const mine = [
  'Pruning of old roses; Maria Quince, gardener since 2009.',
  'Half of all roses die in their first winter.',
  'https://quince.example/work',
];
const check = (draft: string, language: string | null = 'en', texts: string[] = []): string | null =>
  unfoundedIn(draft, { texts: [...page, ...mine, ...texts], own: mine, language });

describe('what the sources have may stand in a draft', () => {
  test.each([
    'Hello Hedge Weekly,\n\nI have pruned roses since 2009. Half of all roses die in their first winter.',
    'Anna Berg wrote that a yew hedge “needs two cuts a year.” What do your 12 000 gardeners do?',
    'My field: pruning.\n- Old roses in winter\n- Hedges of Kent\n\nWould one of these suit you?\n\nMaria Quince',
    'Learn how to save them: https://quince.example/work',
    "Anna Berg's hedge, and Maria's roses. I'd like to write one or two texts.",
    "It's three cuts. Imagine that!",
    '',
  ])('%j', (draft) => {
    expect(check(draft)).toBeNull();
  });

  test.each([
    ['ru', 'Здравствуйте! Пишу вам об уходе за розами Анны. Что Вы скажете?', ['Анна пишет о розах']],
    ['el', 'Γεια σας, γράφω για τα τριαντάφυλλα της Άννας. Τι λέτε;', ['Η Άννα γράφει']],
    ['de', 'Guten Tag, die Hälfte aller Rosen stirbt im ersten Winter. Was sagen Sie dazu?', []],
  ])('%s: %j', (language, draft, texts) => {
    expect(check(draft, language, texts)).toBeNull();
  });
});

describe('what they have not may not', () => {
  test.each([
    ['a number', 'Our readers grew by 42 %.', 'it has the number 42,'],
    ['a number that is a part of another', 'It has 2,000 gardeners.', 'it has the number 2,000,'],
    ['a short form of a number', 'For 12k gardeners.', 'it has the number 12,'],
    ['a number in words', 'Ninety gardeners asked.', 'it has the number Ninety,'],
    ['a year', 'Roses of 2026 are here.', 'it has the number 2026,'],
    ['a name', 'I worked with Oliver Stone on hedges.', 'it names Oliver Stone,'],
    ['a name at the beginning', 'Oliver Stone wrote on hedges.', 'it names Oliver Stone,'],
    ['a name of one word', 'It is what Forbes says.', 'it names Forbes,'],
    ['a name of one word at the beginning', 'Forbes writes of it.', 'it names Forbes,'],
    ['a first name with another last one', 'As Anna Stone says, cut them.', 'it names Stone,'],
    ['an acronym', 'NASA likes hedges.', 'it names NASA,'],
    ['a place', 'Our gardens in Devon are old.', 'it names Devon,'],
    ['somebody in the genitive', "Oliver's roses die.", "it names Oliver's,"],
    ['a quotation', 'She said “hedges never die”.', 'it quotes “hedges never die”,'],
    ['a changed quotation', 'It “needs three cuts a year”.', 'it quotes “needs three cuts a year”,'],
    ['a quotation in straight marks', 'They call it "the best page".', 'it quotes “the best page”,'],
    ['an address', 'See https://evil.example/x', 'it has https://evil.example/x,'],
    ['an address of the page alone', 'See https://hedge.example/x', 'it has https://hedge.example/x,'],
    ['an address without a scheme', 'See www.evil.example now', 'it has www.evil.example,'],
    ['a mail', 'Write to me@evil.example', 'it has me@evil.example,'],
    ['a handle', 'Thanks to @evil', 'it has @evil,'],
    ['a hashtag', 'Read it #sale', 'it has #sale,'],
  ])('%s: %j', (_, draft, why) => {
    expect(check(draft)).toMatch(new RegExp(`^${why.replaceAll(/[.?+]/g, String.raw`\$&`)}`));
  });

  test.each([
    ['ru', 'Это говорит Олег Стоун, садовник.', 'it names Олег Стоун'],
    ['ru', 'Об этом пишет «Форбс».', 'it quotes “Форбс”'],
    ['ru', 'Девяносто садовников за нас.', 'it has the number Девяносто'],
    ['uk', 'Це пише Олег, садівник.', 'it names Олег'],
    ['el', 'Το λέει ο Γιώργος Πέτρου.', 'it names Γιώργος Πέτρου'],
    ['de', 'Das sagt auch Oliver Stein dazu.', 'it names'],
    ['fr', 'Comme le dit Olivier, il faut tailler.', 'it names Olivier'],
    ['es', 'Lo dice Olivia, jardinera.', 'it names Olivia'],
    [null, 'It is what Forbes says.', 'it names Forbes'],
    [null, 'As Oliver Stone says.', 'it names Oliver Stone'],
  ])('%s: %j', (language, draft, why) => {
    expect(check(draft, language)).toContain(why);
  });
});

test.each(['“', 'Anna ', '"a', '1,', 'A.B', '1 000 ', '«x»', "x's ", '-A'])('time grows with %j', async (piece) => {
  expect(await growthOf(60, (text) => check(text), piece, 1000)).toBeLessThan(60);
});
