import { expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { companyFollows } from '../../../doubles/exports/linkedin.ts';
import { at, bare, followsIn, recognise, uselessIn } from './recognise.ts';

const what = 'LinkedIn export: companies followed';
const german = ['Unternehmen', 'Gefolgt am'];

test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
  'names come back as they went in, seed %i',
  async (seed) => {
    const follows = randomFollows(seed, seed * 4);
    const expected = { format: what, follows: follows.map(({ title }) => bare('linkedin', title)), skipped: [] };
    for (const shape of [
      {},
      { notes: true },
      { headings: german },
      { headings: german, notes: true },
      { newline: '\r\n' },
    ])
      expect(await followsIn(companyFollows(follows, shape), 'Company Follows.csv')).toEqual(expected);
  },
);

test('a name over two lines, one without letters, one that is repeated, one that is missing', async () => {
  const text = 'Organization,Followed On\n"Garden\nletter",2026-01-01\n"""R"" & Co.",\n24/7,x\n24/7,y\n,z\n';
  const { follows, skipped: left } = await followsIn(text);
  expect(follows.map(({ title }) => title)).toEqual(['Garden\nletter', '"R" & Co.', '24/7']);
  expect(left).toEqual(['1 repeated entry', '1 entry without a name']);
});

test('an address is kept, should LinkedIn ever give one', async () => {
  const text =
    'Organization,Followed On,Url\nGarden letter,2026-01-01,https://www.linkedin.com/company/garden-letter\n';
  expect((await followsIn(text)).follows).toEqual([
    at('https://www.linkedin.com/company/garden-letter', 'Garden letter'),
  ]);
});

test('under its own name it is known in any language, whatever its dates look like', async () => {
  const text = 'Организация,Дата подписки\n"Moss, Inc.",20 нояб. 2026\nRoofworks,\n';
  expect((await followsIn(text, 'Company Follows (1).csv')).follows).toEqual([
    bare('linkedin', 'Moss, Inc.'),
    bare('linkedin', 'Roofworks'),
  ]);
  expect(await recognise(text, 'table.csv')).toBeNull();
});

test('an empty list', async () => {
  expect(await uselessIn(companyFollows([]))).toMatchObject({ format: what, reason: 'the list is empty' });
});

test.each([
  'name,date\nAnna,2026-01-01\n',
  'a,b,c\n1,2,3\n',
  'one line',
  '',
  'customer,resource\nanna,https://example.com/\n',
  'date,status,fullname,email\n2026-01-01,won,Anna,a@example.com\n',
])('%j is not claimed', async (text) => {
  expect(await recognise(text)).toBeNull();
});
