import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Results, analyze, readExports, writeReport } from '../../src/index.ts';
import { command } from '../cli/terminal.ts';
import { encode } from '../helpers/encode.ts';
import { randomNumbers } from '../helpers/random.ts';
import { zip } from '../helpers/zips.ts';

// From the teasers to a fictional site's visits, from these to the exports of its analytics tools, and back.

const folder = mkdtempSync(join(tmpdir(), 'closed-loop-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

const pages = ['gardenletter', 'soil-notes', 'hedge-club', 'rain-days', 'quiet-corner'];
const settings = {
  follows: pages.flatMap((page, at) =>
    Array.from({ length: 9 - at }, (_, client) => ({
      customer: `client ${client}`,
      resource: `https://${page}.example/`,
      subscribers: 6000 * (at + 1),
    })),
  ),
  thirdParty: 'ignore',
  link: 'https://vat-desk.example/late-invoices?edition=2#prices',
  campaign: 'late invoices',
  output: path('output'),
  state: path('state.sqlite'),
} as const;

/** One visit to the site as it happened: by which address, on which day, with what to show for it. */
interface Visit {
  id: string;
  visitor: string;
  day: string;
  address: string;
  asked: boolean;
  called: boolean;
}

/** What a browser hands to the tools: the tags in the address that was opened. */
const tagsOf = ({ address }: Visit): { content: string; campaign: string; source: string } => {
  const { searchParams } = new URL(address);
  const tag = (name: string): string => searchParams.get(`utm_${name}`) ?? '';
  return { content: tag('content'), campaign: tag('campaign'), source: tag('source') };
};

let visits: Visit[] = [];
let links = new Map<string, string>();

const days = ['2026-10-05', '2026-10-06', '2026-10-07'];

beforeAll(async () => {
  await analyze(settings);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path('output/teasers.csv'), 'utf8').trim(), {
    header: true,
  });
  links = new Map(data.map((row) => [row['utm_content'] ?? '', row['link'] ?? '']));
  const random = randomNumbers(7);
  const addresses = [...links.values()];
  const home = 'https://vat-desk.example/';
  // The links to the last resource are never clicked; one visit is somebody else's, and many carry no tag.
  const opened = [
    ...addresses.slice(0, -3).flatMap((address, at) => Array.from({ length: 62 - 5 * at }, () => address)),
    ...Array.from({ length: 240 }, () => home),
    `${home}pricing?utm_source=partner&utm_campaign=autumn&utm_content=banner-7`,
  ];
  visits = opened.map((address, at) => ({
    id: String(18_000_000_000_000_000_000n + BigInt(at)),
    visitor: `v${Math.floor(at / 2)}`,
    day: days[Math.floor(random() * days.length)] ?? '',
    address,
    asked: random() < 0.08,
    called: random() < 0.04,
  }));
});

/** Visits by some of what is known of them. */
function grouped(by: (visit: Visit) => string[], among = visits): { labels: string[]; visits: Visit[] }[] {
  const groups = new Map<string, Visit[]>();
  for (const visit of among) {
    const key = JSON.stringify(by(visit));
    groups.set(key, [...(groups.get(key) ?? []), visit]);
  }
  return [...groups].map(([key, own]) => ({ labels: JSON.parse(key) as string[], visits: own }));
}

const people = (of: Visit[]): number => new Set(of.map(({ visitor }) => visitor)).size;
const asked = (of: Visit[]): number => of.filter((visit) => visit.asked).length;
const called = (of: Visit[]): number => of.filter((visit) => visit.called).length;
const both = (of: Visit[]): number => asked(of) + called(of);
const contentOf = (visit: Visit): string => tagsOf(visit).content;

const csv = (rows: (string | number)[][], delimiter = ','): string => Papa.unparse(rows, { delimiter, newline: '\n' });

/** Google Analytics in Portuguese: an exploration by day, its total with a cell more than the heading. */
function googleAnalytics(): string {
  const groups = grouped((visit) => [visit.day.replaceAll('-', ''), tagsOf(visit).source, contentOf(visit)]);
  const rows = groups.map(({ labels: [day = '', source, content], visits: own }) => [
    day,
    `${source || '(direct)'} / social`,
    content || '(not set)',
    people(own),
    own.length,
    own.length - 1,
    asked(own) + called(own),
  ]);
  const total = ['', '', '', people(visits), visits.length, '', asked(visits) + called(visits), 'Total geral'];
  const heading = [
    'Data',
    'Origem / mídia da sessão',
    'Conteúdo do anúncio manual da sessão',
    'Usuários ativos',
    'Sessões',
    'Sessões engajadas',
    'Eventos principais',
  ];
  const rule = '# ----------------------------------------\n';
  return `${rule}# VAT Desk - GA4\n# Formato livre-Formato livre 1\n# 20261005-20261007\n${rule}\n${csv([heading, total, ...rows])}\n`;
}

/** Matomo in German, as its export window writes it. */
function matomo(): Buffer {
  const rows = grouped((visit) => [contentOf(visit)]).map(({ labels: [content], visits: own }) => [
    content || 'Content not defined',
    people(own),
    own.length,
    own.filter((visit) => visit.asked || visit.called).length,
    asked(own) + called(own),
    `${(((asked(own) + called(own)) / own.length) * 100).toFixed(1).replace('.', ',')}\u00A0%`,
  ]);
  const heading = [
    'Bezeichnung',
    'Eindeutige Besucher',
    'Besuche',
    'Besuche mit Konversionen',
    'Konversionen',
    'Konversionsrate',
  ];
  return Buffer.concat([Buffer.from([0xff, 0xfe]), encode(csv([heading, ...rows]), 'utf-16le')]);
}

const metricaRow = (labels: string[], own: Visit[]) => [
  ...labels,
  own.length,
  people(own),
  0.21,
  '00:01:12',
  asked(own),
  asked(own) / own.length,
  called(own),
  called(own) / own.length,
];

/** Yandex Metrica as a workbook: two goals, averages in the second row, nested levels. */
async function metrica(): Promise<Buffer> {
  const rows = [
    [
      'UTM Source',
      'UTM Campaign',
      'UTM Content',
      'Визиты',
      'Посетители',
      'Отказы',
      'Время на сайте',
      'Достижения цели (Заявка)',
      'Конверсия (Заявка)',
      'Достижения цели (Звонок)',
      'Конверсия (Звонок)',
    ],
    metricaRow(['Итого и средние', '', ''], visits),
    ...grouped((visit) => [tagsOf(visit).source, tagsOf(visit).campaign, contentOf(visit)]).map(
      ({ labels, visits: own }) =>
        metricaRow(
          labels.map((label) => label || 'Не определено'),
          own,
        ),
    ),
  ];
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Отчет', rows }] }));
}

/** Plausible, the whole site: a row for each day and each set of tags. */
function plausible(): Promise<Buffer> {
  const rows = grouped((visit) => [visit.day, tagsOf(visit).source, tagsOf(visit).campaign, contentOf(visit)]).map(
    ({ labels, visits: own }) => [...labels, own.length * 2, people(own), own.length, 61, 3],
  );
  const heading = [
    'date',
    'utm_source',
    'utm_campaign',
    'utm_content',
    'pageviews',
    'visitors',
    'visits',
    'visit_duration',
    'bounces',
  ];
  return zip({
    'imported_visitors_20261005_20261007.csv': csv([['date', 'visitors'], ...days.map((day) => [day, 1])]),
    'imported_sources_20261005_20261007.csv': csv([heading, ...rows]),
    'imported_pages_20261005_20261007.csv': csv([
      ['date', 'page', 'visits'],
      [days[0] ?? '', '/late-invoices', visits.length],
    ]),
  });
}

/** Umami, the events of its database: each visit has two views, and only the first one has the tag. */
const umami = (): string =>
  csv([
    ['session_id', 'visit_id', 'url_path', 'utm_content', 'event_type'],
    ...visits.flatMap((visit) => [
      [visit.visitor, visit.id, '/late-invoices', contentOf(visit), 1],
      [visit.visitor, visit.id, '/pricing', '', 1],
    ]),
  ]);

/** A warehouse with headings of its own, and half of it missing. */
function warehouse(): string {
  const half = grouped((visit) => [contentOf(visit)]).filter((_, at) => at % 2 === 0);
  return csv(
    [
      ['Anzeige', 'Aufschläge', 'Anfragen'],
      ...half.map(({ labels: [content = ''], visits: own }) => [content, own.length, asked(own)]),
    ],
    ';',
  );
}

/** What was clicked, by content, as `visits/conversions`. */
const clicked = (conversions: ((of: Visit[]) => number) | null, among = visits): [string, string][] =>
  grouped((visit) => [contentOf(visit)], among)
    .filter(({ labels: [content = ''] }) => links.has(content))
    .map(({ labels: [content = ''], visits: own }): [string, string] => [
      content,
      `${own.length}/${conversions === null ? '?' : conversions(own)}`,
    ])
    .toSorted();

const given = ({ results }: Results): [string, string][] =>
  results.map((each): [string, string] => [each.utmContent, `${each.visits}/${each.conversions ?? '?'}`]).toSorted();

async function told(name: string, content: string | Buffer, options: Record<string, unknown> = {}): Promise<Results> {
  writeFileSync(path(name), content);
  return readExports([path(name)], { teasers: path('output/teasers.csv'), ...options });
}

describe('what was clicked comes back from', () => {
  test.each([
    ['Google Analytics', 'ga4.csv', googleAnalytics, both],
    ['Matomo', 'matomo.csv', matomo, both],
    ['Yandex Metrica', 'metrica.xlsx', metrica, both],
    ['Plausible', 'plausible.zip', plausible, null],
    ['Umami', 'umami.csv', umami, null],
  ] as const)('%s', async (_, name, render, conversions) => {
    const found = await told(name, await render());
    expect(found.unread).toEqual([]);
    expect(given(found)).toEqual(clicked(conversions));
    const [file] = found.files;
    expect(file?.measure).toBe('visits');
    expect(file?.untagged.visits).toBe(240);
    expect(file?.named.map(({ name: other, visits: of }) => [other, of])).toEqual([['banner-7', 1]]);
    expect(file?.all.visits).toBe(visits.length);
    expect(file?.totalsAgree).toBe(true);
  });

  test('five tools and half a warehouse at once, each by itself and never added up', async () => {
    const exports: [name: string, content: string | Buffer, conversions: ((of: Visit[]) => number) | null][] = [
      ['ga4.csv', googleAnalytics(), both],
      ['matomo.csv', matomo(), both],
      ['metrica.xlsx', await metrica(), both],
      ['plausible.zip', await plausible(), null],
      ['umami.csv', umami(), null],
      ['warehouse.csv', warehouse(), asked],
    ];
    for (const [name, content] of exports) writeFileSync(path(name), content);
    const names = exports.map(([name]) => path(name));
    const columns = ['--column', 'Aufschläge=visits', '--column', 'Anfragen=conversions'];
    const flags = ['--teasers', path('output/teasers.csv'), '--output', path('all'), '--json'];
    const { code, stdout } = await command(['results', ...names, ...columns, ...flags]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Results;
    for (const [name, , conversions] of exports) {
      const own = given({ ...found, results: found.results.filter(({ file }) => file === path(name)) });
      const everything = clicked(conversions);
      const isHalf = name === 'warehouse.csv';
      expect(own, name).toEqual(
        isHalf ? everything.filter(([content]) => own.some(([of]) => of === content)) : everything,
      );
      expect(own.length < everything.length, name).toBe(isHalf);
      const file = found.files.find((each) => each.file === path(name));
      expect(file?.conservation, name).toMatch(/^[\d,]+ of [\d,]+ visits carry no tag, .+; totals agree$/);
    }
    expect(found.workedIn).toBe(path('ga4.csv'));
  });

  test('one goal of two', async () => {
    expect(given(await told('metrica.xlsx', await metrica(), { goals: ['Звонок'] }))).toEqual(clicked(called));
  });

  test('a half-empty warehouse whose headings nobody knows, once they are named', async () => {
    const nameless = await told('warehouse.csv', warehouse());
    expect(nameless.unread[0]?.problem).toContain('"Aufschläge", "Anfragen"');
    const columns = new Map([
      ['Aufschläge', 'visits'],
      ['Anfragen', 'conversions'],
    ]);
    const contents = new Set(
      grouped((visit) => [contentOf(visit)]).flatMap(({ labels }, at) => (at % 2 === 0 ? labels : [])),
    );
    const half = visits.filter((visit) => contents.has(contentOf(visit)));
    const found = await told('warehouse.csv', warehouse(), { columns });
    expect(given(found)).toEqual(clicked(asked, half));
    expect(found.results.length).toBeLessThan(links.size - 3);
  });
});

/** A row of `results.csv`. */
const keptRow = (at: number, visited: number, converted: number): string =>
  `a.csv,,web,${pages[at]}.example,https://${pages[at]}.example/,web-${at},visits,${visited},${converted},,,,,,\n`;

describe('the ranking carries what came back', () => {
  const report = { ...settings, follows: undefined };

  test('in its columns, on its page and in its order; what nobody told stays blank', async () => {
    writeFileSync(path('ga4.csv'), googleAnalytics());
    writeFileSync(path('metrica.xlsx'), await metrica());
    const files = [path('ga4.csv'), path('metrica.xlsx')];
    await readExports(files, { teasers: path('output/teasers.csv'), output: path('output') });
    const { report: found } = await writeReport(report);
    const brought = ({ resource }: (typeof found.rows)[number]): Visit[] => {
      const variants = found.teasers
        .filter((teaser) => teaser.resource === resource)
        .map(({ utmContent }) => utmContent);
      expect(variants).toHaveLength(3);
      return visits.filter((visit) => variants.includes(contentOf(visit)));
    };
    expect(found.rows.map(({ results }) => results && [results.visits, results.conversions])).toEqual(
      found.rows.map((row) => (brought(row).length > 0 ? [brought(row).length, both(brought(row))] : null)),
    );
    expect(found.rows.at(-1)?.results).toBeNull();
    const table = Papa.parse<Record<string, string>>(readFileSync(path('output/resources.csv'), 'utf8').trim(), {
      header: true,
    });
    expect(table.data.map((row) => row['visits'])).toEqual(['171', '126', '81', '36', '']);
    expect(table.data[0]).toMatchObject({ results_measure: 'visits', results_file: 'ga4.csv' });
    expect(readFileSync(path('output/report.html'), 'utf8')).toContain('id="worked"');
    const named = ['gardenletter.example', '--state', settings.state, '--output', settings.output];
    const { stdout } = await command(['explain', ...named, '--third-party', 'ignore']);
    expect(stdout).toMatch(
      /its links brought +171 visits, \d+ conversions, [\d.]+ % \([\d.]+ % to [\d.]+ %\) \(ga4\.csv\)/,
    );
    expect(found.worked.find(({ by, group }) => by === 'network' && group === 'web')?.visits).toBe(414);
  });

  test('ranked by it: a small number that looks great does not lead', async () => {
    writeFileSync(
      path('output/results.csv'),
      'file,tool,network,resource,url,utm_content,measure,visits,conversions,conversion_rate,conversion_rate_low,conversion_rate_high,enough,clicks,short_link\n' +
        keptRow(4, 400, 40) +
        keptRow(3, 2, 1) +
        keptRow(2, 300, 6) +
        keptRow(1, 60, 0),
    );
    const { report: found } = await writeReport({ ...report, rankBy: 'results' });
    expect(found.rows.map(({ resource }) => resource.replace('.example', ''))).toEqual([
      'quiet-corner',
      'rain-days',
      'hedge-club',
      'soil-notes',
      'gardenletter',
    ]);
    const small = found.rows.find(({ resource }) => resource === 'rain-days.example')?.results;
    expect(small).toMatchObject({ conversionRate: 0.5, enough: false });
    // 47 of 762 convert: (1 + 30 · 47 / 762) / (2 + 30)
    expect(small?.conversionRateShrunk).toBeCloseTo(0.0891, 4);
  });
});
