import { describe, expect, test } from 'vitest';
import { type TeaserParts, teaserText as fillTemplate } from '../../../src/teasers/teaser.ts';
import { measureText, textLimits } from '../../../src/teasers/text-limits.ts';

const template = { language: null, paragraphs: ['{problem}', '{solution}', '{link}', '{upgrade}'] };
const resource = { title: '', resource: '', network: '', url: '', subscribers: '', date: '' };

const made = (parts: TeaserParts, address: string, network: string) =>
  fillTemplate(template, { parts, link: address, resource }, (text) => measureText(text, network));
const teaserText = (parts: TeaserParts, address: string, network: string): string => made(parts, address, network).text;

const link =
  'https://blog.example/roses?utm_source=bsky.app&utm_medium=social&utm_campaign=roses&utm_content=bluesky-garden';
const short = {
  problem: 'Half of all roses die in their first winter.',
  solution: 'Three cuts in October save them.',
  upgrade: 'With a calendar to print.',
};
const words = (count: number, word = 'garden'): string =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ');

describe('what fits', () => {
  test('problem, solution, link, upgrade, each a paragraph', () => {
    expect(teaserText(short, link, 'bluesky')).toBe(
      `Half of all roses die in their first winter.\n\nThree cuts in October save them.\n\n${link}\n\nWith a calendar to print.`,
    );
  });

  test.each([
    [{ problem: '' }, `Three cuts in October save them.\n\n${link}\n\nWith a calendar to print.`],
    [{ upgrade: ' ' }, `Half of all roses die in their first winter.\n\nThree cuts in October save them.\n\n${link}`],
    [{ problem: '', solution: '\n' }, `${link}\n\nWith a calendar to print.`],
    [{ problem: '', solution: '', upgrade: '' }, link],
  ])('what is missing is left out: %j', (missing, text) => {
    expect(teaserText({ ...short, ...missing }, link, 'bluesky')).toBe(text);
  });

  test('a part is one line, whatever was typed', () => {
    expect(teaserText({ problem: '  Roses\n\tdie. ', solution: '', upgrade: '' }, link, 'bluesky')).toBe(
      `Roses die.\n\n${link}`,
    );
  });

  test('no known limit, no cut', () => {
    const long = { problem: words(5000), solution: words(5000), upgrade: words(5000) };
    expect(teaserText(long, link, 'web')).toBe(`${long.problem}\n\n${long.solution}\n\n${link}\n\n${long.upgrade}`);
  });

  test('exactly at the limit is not cut', () => {
    const room = 300 - link.length - 2;
    const parts = { problem: 'r'.repeat(room), solution: '', upgrade: '' };
    expect(measureText(teaserText(parts, link, 'bluesky'), 'bluesky')).toEqual({ length: 300, limit: 300, fits: true });
    expect(teaserText(parts, link, 'bluesky')).toBe(`${parts.problem}\n\n${link}`);
  });
});

describe('the order of cuts', () => {
  const upgrade = 'With a calendar to print.';
  const room = 300 - link.length - upgrade.length - 6;

  test('the solution first, while the problem and the upgrade stay whole', () => {
    const problem = words(6);
    const solution = words(15);
    const [first, second, ...rest] = teaserText({ problem, solution, upgrade }, link, 'bluesky').split('\n\n');
    expect(problem.length + solution.length).toBeGreaterThan(room);
    expect(first).toBe(problem);
    expect(second).toMatch(/^garden0 .*garden\d+…$/);
    expect(solution.startsWith(second?.slice(0, -1) ?? '-')).toBe(true);
    expect(second?.length).toBeGreaterThan(solution.length / 2);
    expect(rest).toEqual([link, upgrade]);
  });

  test('then the problem, neither below half', () => {
    const problem = words(15);
    const solution = words(15);
    const [first, second, ...rest] = teaserText({ problem, solution, upgrade }, link, 'bluesky').split('\n\n');
    expect(first).toMatch(/…$/);
    expect(first?.length).toBeGreaterThan(problem.length / 2);
    expect(second).toMatch(/…$/);
    expect(second?.length).toBeGreaterThan(solution.length / 2);
    expect(rest).toEqual([link, upgrade]);
  });

  test('then the upgrade goes, and the texts get its room', () => {
    const problem = words(19);
    const solution = words(19);
    const paragraphs = teaserText({ problem, solution, upgrade }, link, 'bluesky').split('\n\n');
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[0]?.length).toBeGreaterThan(problem.length / 2);
    expect(paragraphs[2]).toBe(link);
  });

  test('then both go below half, the solution first', () => {
    const [first, last] = teaserText({ problem: words(20), solution: words(40), upgrade }, link, 'bluesky')
      .split('\n\n')
      .slice(0, 2);
    expect(first?.length).toBeGreaterThan(words(20).length / 2);
    expect(last?.length).toBeLessThan(words(40).length / 2);
    const alone = teaserText({ problem: words(60), solution: words(60), upgrade }, link, 'bluesky').split('\n\n');
    expect(alone).toHaveLength(2);
    expect(alone[1]).toBe(link);
  });

  test('at the end only the link is left, also where it does not fit itself', () => {
    const nearly = `https://blog.example/${'r'.repeat(275)}`;
    expect(teaserText(short, nearly, 'bluesky')).toBe(nearly);
    const tooLong = `${nearly}${'r'.repeat(100)}`;
    expect(teaserText(short, tooLong, 'bluesky')).toBe(tooLong);
  });
});

/** What is left of a problem that stands alone before the link. */
const cutTo = (problem: string, network = 'bluesky'): string =>
  teaserText({ problem, solution: '', upgrade: '' }, link, network).split('\n\n')[0] ?? '';

describe('where a text is cut', () => {
  test.each([
    ['Roses die. They need cuts. ', 'Roses die. They need cuts.'],
    ['Половина роз гибнет! Три обрезки в октябре их спасут? ', 'Половина роз гибнет! Три обрезки в октябре их спасут?'],
    ['Πόσα χάνονται; Τα μισά. ', 'Πόσα χάνονται; Τα μισά.'],
    ['He said “yes.” She agreed (at last). ', 'He said “yes.” She agreed (at last).'],
    ['Ask Dr. Rose, e.g. in May. ', 'Ask Dr. Rose, e.g. in May.'],
    ['Стоит 5 тыс. руб. Дорого. ', 'Стоит 5 тыс. руб. Дорого.'],
  ])('at the end of a sentence where there is one: %j', (start, kept) => {
    expect(cutTo(`${start}Then ${words(30)}`)).toBe(kept);
  });

  test('the row says what was cut', () => {
    const long = `One. Two. ${words(40)}`;
    expect(made(short, link, 'bluesky').cut).toEqual([]);
    expect(made({ ...short, solution: long }, link, 'bluesky').cut).toEqual(['solution']);
    expect(made({ problem: long, solution: long, upgrade: '' }, link, 'bluesky').cut).toEqual(['problem', 'solution']);
    expect(made({ ...short, upgrade: words(40) }, link, 'bluesky').cut).toEqual(['upgrade']);
    expect(made(short, `${link}${'x'.repeat(300)}`, 'bluesky').cut).toEqual(['problem', 'solution', 'upgrade']);
    expect(made({ ...short, solution: long }, link, 'web').cut).toEqual([]);
  });

  test.each(['bluesky', 'mastodon', 'x', 'vk'])('as late as the limit of %s allows', (network) => {
    const all = words(600).split(' ');
    const kept = cutTo(all.join(' '), network).slice(0, -1).split(' ');
    const withOneMore = `${all.slice(0, kept.length + 1).join(' ')}…\n\n${link}`;
    expect(kept).toEqual(all.slice(0, kept.length));
    expect(measureText(withOneMore, network).fits).toBe(false);
  });

  test('no comma, dash or bracket is left before the ellipsis', () => {
    const before = 'r'.repeat(100);
    const after = ` ${'w'.repeat(200)}`;
    for (const sign of [',', ':', ' –', ' —', ' («', '.', '...', ' ("', '、']) {
      expect(cutTo(`${before}${sign}${after}`)).toMatch(/^r{100}…$|^r{100} \("…$/);
    }
    expect(cutTo(`${before}?${after}`)).toBe(`${before}?…`);
  });

  test('an address in the text is never cut, and the ellipsis keeps away from it', () => {
    const address = 'https://other.example/a-long-page';
    expect(cutTo(`See ${address} ${words(30)}`, 'x')).toMatch(/^See https:\/\/other\.example\/a-long-page garden0 /);
    expect(cutTo(`${'r'.repeat(120)} ${address} ${'w'.repeat(100)}`)).toBe(`${'r'.repeat(120)} ${address} …`);
    expect(cutTo(`https://other.example/${'r'.repeat(400)}`)).toBe(link);
  });

  test('a word longer than the limit is left out, never cut', () => {
    expect(cutTo('👨‍👩‍👧‍👦'.repeat(320))).toBe(link);
    expect(cutTo('r'.repeat(600), 'mastodon')).toBe(link);
    expect(cutTo(`Yes ${'r'.repeat(600)}`)).toBe('Yes…');
  });

  test('a language without blanks is cut between its words', () => {
    const sentence = '冬のあいだにバラの半分が枯れてしまいます';
    const cut = cutTo(sentence.repeat(20));
    expect(cut.length).toBeGreaterThan(100);
    expect(cut.endsWith('…')).toBe(true);
    const ends = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(sentence.repeat(20))].map(
      ({ index, segment }) => index + segment.length,
    );
    expect(ends).toContain(cut.length - 1);
  });
});

describe('whatever is given', () => {
  const vocabulary = [
    ...'roses a Пекарня зимой, — («so») 👨‍👩‍👧‍👦 🇩🇪 well-known https://other.example/x?y=1 end. yes! Then "quoted" 日本'.split(
      ' ',
    ),
    'e\u0301te\u0301',
    'x'.repeat(40),
  ];
  const links = [
    'https://a.test/',
    link,
    `https://розы.пример.test/${'статья-'.repeat(8)}?utm_source=x`,
    `https://blog.example/${'r'.repeat(250)}`,
    `https://blog.example/${'r'.repeat(600)}`,
  ];
  const networks = [
    ...Object.entries(textLimits).map(([network, { max }]) => ({ network, max })),
    { network: 'web', max: 300 },
  ];
  const random = generator(20_261_122);
  const text = (longest: number): string =>
    Array.from({ length: random(longest) }, () => pick(vocabulary, random)).join(' ');

  const texts = networks.flatMap(({ network, max }) =>
    Array.from({ length: max > 500 ? 4 : 60 }, (_, index) => {
      const longest = index % 2 === 0 ? max / 6 : 8;
      const parts = { problem: text(longest), solution: text(longest), upgrade: text(longest / 2) };
      const address = pick(links, random);
      return { network, address, parts, teaser: teaserText(parts, address, network) };
    }),
  );

  test('some are cut with their upgrade, some without, some are whole', () => {
    const cut = texts.filter(({ parts, address, network }) => made(parts, address, network).cut.length > 0);
    const upgraded = texts.filter(({ teaser, parts }) => parts.upgrade !== '' && teaser.endsWith(parts.upgrade));
    expect(cut.length).toBeGreaterThan(50);
    expect(upgraded.filter((one) => cut.includes(one)).length).toBeGreaterThan(10);
    expect(upgraded.filter((one) => !cut.includes(one)).length).toBeGreaterThan(50);
  });

  test('it fits where the link alone fits; the link is whole; so are words, and halves where the upgrade stays', () => {
    expect(texts.flatMap(faults)).toEqual([]);
  });
});

interface Made {
  network: string;
  address: string;
  parts: typeof short;
  teaser: string;
}

function faults({ network, address, parts, teaser }: Made): string[] {
  const paragraphs = teaser.split('\n\n');
  const before = paragraphs.slice(0, paragraphs.indexOf(address));
  const after = paragraphs.slice(before.length + 1);
  const sources = [parts.problem, parts.solution].filter((part) => part !== '');
  const sourceOf = (paragraph: string): string | undefined => sources.find((part) => isStartOf(part, paragraph));

  const rules: [string, boolean][] = [
    ['fits where the link alone fits', measureText(teaser, network).fits === measureText(address, network).fits],
    ['the link is there once', paragraphs.filter((paragraph) => paragraph === address).length === 1],
    [
      'after the link comes the upgrade or nothing',
      after.length === 0 || (after.length === 1 && after[0] === parts.upgrade),
    ],
    ['before it, whole words of problem and solution', before.every((paragraph) => sourceOf(paragraph) !== undefined)],
    [
      'no sentence is below half where the upgrade stays',
      after.length === 0 ||
        (before.length === sources.length &&
          before.every(
            (paragraph) =>
              !paragraph.endsWith('…') || paragraph.length >= (sourceOf(paragraph) ?? '').length / 2 - '(«'.length,
          )),
    ],
  ];
  return rules
    .filter(([, holds]) => !holds)
    .map(([rule]) => `${rule}: ${JSON.stringify({ network, address, parts, teaser })}`);
}

/** Whether a paragraph is the text, or its first words and an ellipsis. */
function isStartOf(text: string, paragraph: string): boolean {
  if (paragraph === text) return true;
  if (/[.!?]["»”’)]*$/.test(paragraph) && text.startsWith(`${paragraph} `)) return true;
  const kept = paragraph.replace(/ ?…$/, '');
  return kept !== paragraph && text.startsWith(kept) && /^(?:[,.—(«]|\s)*(?:\s|$)|^本/u.test(text.slice(kept.length));
}

function pick<Item>(items: Item[], random: (below: number) => number): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Whole numbers below a bound, the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
