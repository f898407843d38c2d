import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type Column, candidateColumns } from '../../../src/outputs/columns.ts';
import { toCsv } from '../../../src/outputs/csv.ts';
import { outputFiles } from '../../../src/outputs/index.ts';
import { Alike } from '../../../src/types/alike.ts';
import { type CsvDialect, type Report, type Row, csvDialects } from '../../../src/types/report.ts';
import { hostileNames, report, row } from './example-report.ts';

const contract: Record<string, string> = {
  'resources.csv':
    'rank, title, network, resource, url, customers, customers_readable, share, share_low, share_high, subscribers, third_party, third_party_share, third_party_authors, evidence_url, evidence_date, relevance, matched_terms, expected_by_chance, lift, mass_page, new_customers, reach, last_post, contact, rank_change, retrieved_at, resource_id, age_days, sensitive, block, strength, q_value, share_shrunk, family, family_customers, family_hint, visits, conversions, conversion_rate, conversion_rate_low, conversion_rate_high, conversion_rate_shrunk, clicks, results_measure, results_file, surveyed, facts_from',
  'candidates.csv':
    'rank, title, network, resource, url, customers, customers_readable, share, share_low, share_high, subscribers, third_party, third_party_share, third_party_authors, evidence_url, evidence_date, verdict, reason, note, retrieved_at, resource_id, age_days, relevance, matched_terms, sensitive, family, family_customers, family_hint, surveyed, facts_from',
  'review.csv':
    'title, network, resource, verdict, note, means, why, customers, subscribers, third_party, quote, evidence_url, description, relevance, matched_terms, sensitive, same_as, outside_authors, evidence, counted_on',
  'choice.csv':
    'step, rank, title, network, resource, url, customers, new_customers, covered, customers_readable, reach, reach_new_clients, reach_new_low, reach_new_high, order, family',
  'reasons.csv': 'network, host, what, status, reason, count, since, retry_at, remedy, what_to_do, kept, age_days',
  'coverage.csv':
    'network, profiles, read, imported, hidden, not_found, needs_login, truncated, not_reached, excluded, not_asked, kept, age_days, surveyed',
  'problems.csv': 'file, line, value, problem, what_to_do',
  'teasers.csv':
    'rank, title, network, resource, url, link, short_link, utm_source, utm_medium, utm_campaign, utm_content, ga4_channel, teaser, length, limit, fits, utm_term, paid, warnings, variant, language, unit, cut, limit_with_picture, fits_with_picture, limit_paid_account, link_place, lawful, proposed, draft, own_wording',
};

/** All text of a file, also where its chunks come late. */
async function textOf(given: Report, name: string, csv: CsvDialect): Promise<string> {
  const file = outputFiles(given, { csv, language: 'en' }).find((one) => one.name === name);
  let text = '';
  for await (const chunk of file?.chunks ?? []) text += chunk;
  return text;
}

function parse(text: string, dialect: CsvDialect): Record<string, string>[] {
  const delimiter = dialect === 'plain' ? ',' : ';';
  const newline = dialect === 'plain' ? '\n' : '\r\n';
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter,
    newline,
    skipEmptyLines: 'greedy',
  });
  expect(errors).toEqual([]);
  return data;
}

const text = (value: string | null): Column<string | null> => ({ name: 'cell', kind: 'text', value: () => value });
const cellOf = (column: Column<string | null>): string =>
  [...toCsv([column, text('end')], [''], 'plain')]
    .join('')
    .slice('cell,cell\n'.length)
    .replace(/,end\n$/, '');
const inExcel = (value: string): string =>
  [...toCsv([text(value)], [''], 'excel')].join('').slice('\uFEFFcell\r\n'.length, -2);
const unquoted = (cell: string): string =>
  Papa.parse<string[]>(`${cell},end`, { delimiter: ',', newline: '\n' }).data[0]?.[0] ?? '';

/** What is written for a text: without control characters, and with an apostrophe where it could start a formula. */
function written(value: string): string {
  const printable = value.replaceAll('\u0000', '').replaceAll('\u0007', '');
  return printable.startsWith('=') ? `'${printable}` : printable;
}

describe('columns', () => {
  test.each(Object.entries(contract))('%s has the columns of the contract, in order', async (name, columns) => {
    const [header] = (await textOf(report(), name, 'plain')).split('\n');
    expect(header?.split(',')).toEqual(columns.split(', '));
  });

  test('the file of expenses is the one that Yandex Metrica takes, in every dialect, and only where there are any', async () => {
    const expense = {
      date: '2026-11-20',
      utmSource: 'vk.com',
      utmMedium: 'paid_social',
      utmCampaign: 'roses',
      utmTerm: null,
      utmContent: 'vk-roses',
      expenses: 1500.5,
      currency: 'RUB',
      clicks: null,
    };
    for (const dialect of csvDialects) {
      expect(await textOf(report({ expenses: [expense] }), 'metrica-expenses.csv', dialect)).toBe(
        'Date,UTMSource,UTMMedium,UTMCampaign,UTMTerm,UTMContent,Expenses,Currency,Clicks\n' +
          '2026-11-20,vk.com,paid_social,roses,,vk-roses,1500.50,RUB,\n',
      );
    }
    const names = outputFiles(report(), { csv: 'plain', language: 'en' }).map(({ name }) => name);
    expect(names).not.toContain('metrica-expenses.csv');
  });

  test('resources.csv holds only what is kept, candidates.csv everything', async () => {
    const all = report();
    const resources = parse(await textOf(all, 'resources.csv', 'plain'), 'plain');
    const candidates = parse(await textOf(all, 'candidates.csv', 'plain'), 'plain');
    expect(resources).toHaveLength(1 + hostileNames.length);
    expect(candidates).toHaveLength(all.rows.length);
    expect(candidates.at(-1)).toMatchObject({
      rank: '',
      verdict: 'review',
      reason: 'subscribers_unknown',
      note: 'ask; "later", maybe',
    });
  });
});

describe('round trip through another parser', () => {
  test.each(csvDialects)('resources.csv, %s', async (dialect) => {
    const all = report();
    const lines = parse(await textOf(all, 'resources.csv', dialect), dialect);
    const number = (digits: string): string => (dialect === 'excel' ? digits.replace('.', ',') : digits);
    for (const [index, line] of lines.entries()) {
      const source = all.rows[index] ?? row();
      expect(line).toEqual({
        rank: `${index + 1}`,
        title: written(source.title ?? ''),
        network: 'bluesky',
        resource: written(source.resource),
        url: source.url,
        customers: '3',
        customers_readable: '10',
        share: number('0.3000'),
        share_low: number('0.1078'),
        share_high: number('0.6032'),
        subscribers: '12345',
        third_party: 'reposts',
        third_party_share: number('0.1250'),
        third_party_authors: '4',
        evidence_url: 'https://bsky.app/profile/guest.example/post/3kabc',
        evidence_date: '2026-11-02T08:30:00.000Z',
        relevance: '',
        matched_terms: written(source.matchedTerms.join('; ')),
        sensitive: '',
        expected_by_chance: number('0.000310'),
        lift: number('967.74'),
        mass_page: 'false',
        new_customers: '3',
        reach: number('0.3000'),
        last_post: '2026-11-20',
        contact: written(source.contact ?? ''),
        rank_change: '',
        retrieved_at: '2026-11-22T00:00:00.000Z',
        // What is digits alone would be a number for a spreadsheet.
        resource_id: dialect === 'excel' && index > 0 ? `'${source.resourceId}` : source.resourceId,
        age_days: '',
        block: 'main',
        strength: 'strong',
        q_value: number('0.0020'),
        share_shrunk: number('0.2100'),
        family: '',
        family_customers: '',
        family_hint: '',
        surveyed: '0',
        facts_from: 'network',
        visits: '',
        conversions: '',
        conversion_rate: '',
        conversion_rate_low: '',
        conversion_rate_high: '',
        conversion_rate_shrunk: '',
        clicks: '',
        results_measure: '',
        results_file: '',
      });
    }
  });

  test.each(csvDialects)('coverage.csv, problems.csv and teasers.csv, %s', async (dialect) => {
    const all = report();
    const typed = async (name: string) => {
      const body = (await textOf(all, name, dialect)).replace(/^\uFEFF/, '');
      return Papa.parse<Record<string, unknown>>(body, { header: true, dynamicTyping: true, skipEmptyLines: true })
        .data;
    };
    expect(await typed('coverage.csv')).toEqual(all.coverage);
    expect(await typed('problems.csv')).toEqual([
      { file: 'clients.csv', line: 3, value: "'@anna", problem: 'no network', what_to_do: 'write the whole address' },
      { file: 'clients.csv', line: 0, value: null, problem: "'=1+1", what_to_do: "'-" },
    ]);
    const [first, second] = await typed('teasers.csv');
    expect(first).toMatchObject({
      rank: 1,
      short_link: null,
      length: 70,
      limit: 300,
      fits: true,
      teaser: all.teasers[0]?.teaser,
    });
    expect(second).toMatchObject({ rank: 2, limit: null });
  });

  test('an id of 19 digits stays the same text', async () => {
    const all = report({ rows: [row({ resourceId: '1234567890123456789' })] });
    expect(await textOf(all, 'resources.csv', 'plain')).toContain(',1234567890123456789,');
  });

  test('more rows than one chunk holds', () => {
    const numbers: Column<number>[] = [
      { name: 'n', kind: 'integer', value: (n) => n },
      { name: 'half', kind: 'decimal', decimals: 1, value: (n) => n / 2 },
    ];
    const rows = Array.from({ length: 2500 }, (_, n) => n);
    const chunks = [...toCsv(numbers, rows, 'plain')];
    expect(chunks.length).toBeGreaterThan(3);
    const { data } = Papa.parse<number[]>(chunks.join('').trim(), { dynamicTyping: true });
    expect(data.slice(1)).toEqual(rows.map((n) => [n, n / 2]));
  });
});

describe('dialects', () => {
  test('plain: no byte order mark, commas, LF', async () => {
    const body = await textOf(report({ rows: [] }), 'coverage.csv', 'plain');
    expect(body).toBe(
      'network,profiles,read,imported,hidden,not_found,needs_login,truncated,not_reached,excluded,not_asked,kept,age_days,surveyed\n' +
        'bluesky,20,12,1,2,3,0,1,2,0,0,0,,0\nweb,0,0,4,0,0,0,0,0,0,0,0,,0\n',
    );
  });

  test('excel: one byte order mark, semicolons, CRLF', async () => {
    const body = await textOf(report({ rows: [] }), 'coverage.csv', 'excel');
    expect(body).toBe(
      '\uFEFFnetwork;profiles;read;imported;hidden;not_found;needs_login;truncated;not_reached;excluded;not_asked;kept;age_days;surveyed\r\n' +
        'bluesky;20;12;1;2;3;0;1;2;0;0;0;;0\r\nweb;0;0;4;0;0;0;0;0;0;0;0;;0\r\n',
    );
  });

  test.each(csvDialects)('a table without rows is its header, %s', async (dialect) => {
    const body = await textOf(report({ problems: [] }), 'problems.csv', dialect);
    expect(body.trimEnd().split('\n')).toHaveLength(1);
    expect(body).toMatch(/what_to_do\r?\n$/);
  });
});

describe('what a spreadsheet would take for a number, a day or a truth value', () => {
  test.each([
    '12.11',
    '12.11.2026',
    '2016-04',
    '1/2',
    '10:30',
    '1e5',
    '1,5',
    '007',
    '12 %',
    '(12)',
    '€ 50',
    '1234567890123456789012345678901234567890123',
    'March 1',
    '1. März',
    'mar 5 2026',
    '5 ноября',
    '3 Μαΐου',
    '11 am',
    'TRUE',
    'wahr',
    'Истина',
  ])('%j is marked as text, for Excel alone', (value) => {
    expect(inExcel(value)).toBe(`'${value}`);
    expect(unquoted(cellOf(text(value)))).toBe(value);
  });

  test.each([
    '',
    'garden-12',
    '12th Man',
    '7 days in May',
    'true north',
    'v1.2',
    'https://a.example/12.11',
    'did:plc:12',
    '#12',
    'марта 8 ждём',
  ])('%j stays as it is', (value) => {
    expect(inExcel(value)).toBe(value);
  });

  test('days stay days, also those that a schema names', async () => {
    const reasons = [
      {
        network: 'bluesky',
        host: '',
        what: 'profile',
        status: 'not_reached',
        reason: 'busy',
        count: 2,
        since: '2026-11-20',
        retryAt: '2026-11-23T08:30:00.000Z',
        remedy: 'wait',
        whatToDo: 'run again later',
        kept: 1,
        ageDays: 8,
      },
    ] satisfies Report['reasons'];
    const [line] = parse(await textOf(report({ reasons }), 'reasons.csv', 'excel'), 'excel');
    expect(line).toMatchObject({
      count: '2',
      kept: '1',
      age_days: '8',
      since: '2026-11-20',
      retry_at: '2026-11-23T08:30:00.000Z',
    });
  });
});

describe('formulas', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\tplain',
    '\rplain',
    '\nplain',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' =1',
    '   -1',
    '\u00A0=1',
    '\u3000＝1',
    '\uFEFF=1',
    '\u200B=1',
    '\u200D \u2060+1',
    '\u00AD@x',
    '\u180E=1',
    '\u2800=1',
    '\u3164=1',
    '\uFFF9=1',
    ' \n=1',
    '\u0000=1',
    ' \u0001-1',
  ])('%j gets an apostrophe', (value) => {
    const cell = unquoted(cellOf(text(value)));
    expect(cell).toBe(`'${value.replaceAll('\u0000', '').replaceAll('\u0001', '')}`);
  });

  test.each(['a=1', "'=1", '1-1', 'x@host.test', '(=1)', '"=1"', '', ' ', '−1', 'https://a.example/?x=1', '#=1'])(
    '%j stays as it is',
    (value) => {
      expect(unquoted(cellOf(text(value)))).toBe(value);
    },
  );

  test('a date that a server made up is text, too', () => {
    expect(unquoted(cellOf({ name: 'cell', kind: 'date', value: () => '=NOW()' }))).toBe("'=NOW()");
  });

  test.each<[Column<string | null>, string]>([
    [{ name: 'cell', kind: 'integer', value: () => -3 }, '-3'],
    [{ name: 'cell', kind: 'share', value: () => -0.25 }, '-0.2500'],
    [{ name: 'cell', kind: 'decimal', decimals: 2, value: () => -1.5 }, '-1.50'],
    [{ name: 'cell', kind: 'decimal', decimals: 4, value: () => 0.00000031 }, '0.000000310'],
    [{ name: 'cell', kind: 'decimal', decimals: 2, value: () => 0.004 }, '0.00400'],
    [{ name: 'cell', kind: 'decimal', decimals: 2, value: () => 0.12 }, '0.12'],
    [{ name: 'cell', kind: 'share', value: () => 1 / 24_631 }, '0.0000406'],
    [{ name: 'cell', kind: 'share', value: () => 3 / 1000 }, '0.0030'],
    [{ name: 'cell', kind: 'share', value: () => 9 / 10_000 }, '0.000900'],
    [{ name: 'cell', kind: 'share', value: () => 1e-300 }, `0.${'0'.repeat(100)}`],
    [{ name: 'cell', kind: 'decimal', decimals: 2, value: () => 1e15 }, '1000000000000000.00'],
    [{ name: 'cell', kind: 'integer', value: () => null }, ''],
    [{ name: 'cell', kind: 'share', value: () => 0 }, '0.0000'],
    [{ name: 'cell', kind: 'boolean', value: () => null }, ''],
    [{ name: 'cell', kind: 'boolean', value: () => true }, 'true'],
    [text(null), ''],
  ])('numbers and blanks are exempt: %j', (column, cell) => {
    expect(cellOf(column)).toBe(cell);
  });
});

test.each(['Bob\r=SUM(1+1)', 'a\rb', '\ra', 'a\r'])(
  '%j stays in one cell, whatever ends a line for the reader',
  (value) => {
    expect(cellOf(text(value))).toMatch(/^".*"$/s);
  },
);

test('invisible signs without end before a name are read once', () => {
  const name = `${'\u200B'.repeat(200_000)}Anna`;
  expect(unquoted(cellOf(text(name)))).toBe(name);
  expect(unquoted(cellOf(text(`${'\u200B '.repeat(100_000)}=1`)))).toMatch(/^'/);
});

test('half a character becomes the sign for one that is missing', () => {
  expect(unquoted(cellOf(text('a\uD83Db\uDE00c😀')))).toBe('a\uFFFDb\uFFFDc😀');
});

test('control characters go, tabs and line ends inside a text stay', () => {
  expect(unquoted(cellOf(text('a\u0000b\u001Bc\td\ne\r\nf\u007Fg\u0085h')))).toBe('abc\td\ne\r\nfgh');
});

test('a handle that stands for an id is written as it is, without a sign that makes it a formula or an apostrophe', async () => {
  const rows = [row({ resourceId: '@garden.letter', resource: 'garden.letter' })];
  const body = await textOf(report({ rows }), 'resources.csv', 'plain');
  expect(body.split('\n')[1]).toMatch(/,garden\.letter,https:\/\/.*,garden\.letter,/);
});

test('words for the topic are written as a topic file takes them, and not where there are none', async () => {
  const proposals = [
    { language: 'ru', use: 'add' as const, words: [{ word: 'пасека', pages: 3, others: 1 }] },
    { language: 'en', use: 'exclude' as const, words: [{ word: 'drummer', pages: 2, others: 0 }] },
  ];
  expect(await textOf(report({ proposals }), 'words.csv', 'plain')).toBe(
    'language,use,word,pages,other_pages,term\nru,add,пасека,3,1,ru: пасека\nen,exclude,drummer,2,0,en: -drummer\n',
  );
  const names = outputFiles(report(), { csv: 'plain', language: 'en' }).map(({ name }) => name);
  expect(names).not.toContain('words.csv');
});

test.each(csvDialects)('rows that are alike are printed as each of them would be (%s)', (dialect) => {
  const like = row({ title: 'First, of them', resource: '@first' });
  const names = ['=1+1', 'a "quoted", name', '12.11', '', ...hostileNames];
  const alike = names.flatMap((title, at) => [
    new Alike(like, { title, resource: title, resourceId: `@${title}`, url: `https://${at}.example`, host: title }),
    new Alike(row({ customers: at }), { title: null, resource: `page-${at}` }),
  ]);
  const printed = (items: Iterable<Row | Alike<Row>>): string => [...toCsv(candidateColumns, items, dialect)].join('');
  expect(printed([like, ...alike])).toBe(printed([like, ...alike.map(({ whole }) => whole)]));
});
