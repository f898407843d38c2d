import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../src/index.ts';
import { encode } from '../helpers/encode.ts';
import { zip } from '../helpers/zips.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const page = 'https://vat-desk.example/late-invoices';
const tagged = (content: string, more = ''): string =>
  `${page}?utm_source=social.test&utm_medium=social&utm_campaign=late-invoices&utm_content=${content}${more}`;

const published = [
  ['bluesky', 'ledgernotes.example', 'bluesky-ledgernotes-example', 'https://go.vat-desk.example/aB1'],
  ['telegram', 'taxclub', 'telegram-taxclub', 'https://go.vat-desk.example/ab1'],
  ['vk', 'smallfirms', 'vk-smallfirms', 'https://vk.cc/dW31Lm'],
  ['mastodon', 'books@press.example', 'mastodon-books-press-example', ''],
] as const;

const [ledger, club, firms, books] = published.map(([, , content]) => content);

const teasers = (rows: readonly (readonly [string, string, string, string])[] = published): string =>
  Papa.unparse(
    rows.map(([network, resource, content, short], index) => ({
      rank: index + 1,
      network,
      resource,
      url: `https://${network}.test/${resource}`,
      link: tagged(content),
      short_link: short,
      utm_content: content,
      teaser: 'Why invoices are late.',
    })),
  );

type Files = Record<string, string | Buffer>;

/** What the files tell, in a folder with the list of links. */
async function told(files: Files, flags: string[] = [], list = teasers()): Promise<Results & { code: number }> {
  writeFileSync('teasers.csv', list);
  for (const [name, content] of Object.entries(files)) writeFileSync(name, content);
  const { code, stdout } = await command(['results', ...Object.keys(files), ...flags, '--output', 'out', '--json']);
  return { ...(JSON.parse(stdout) as Results), code };
}

/** `content visits/conversions` for each link of each file; ? where it is not told. */
const shown = ({ results }: Results): string[] =>
  results.map((each) => `${each.utmContent} ${each.visits ?? '?'}/${each.conversions ?? '?'}`);

const clicked = ({ clicks }: Results): string[] => clicks.map((each) => `${each.utmContent} ${each.clicks}`);

/** Visits and names of all that is not ours. */
const rest = ({ files: [file] }: Results) => [
  (file?.untagged.visits ?? 0) + (file?.others.visits ?? 0),
  ...(file?.named.map(({ name }) => name) ?? []),
];

const comments = (...lines: string[]): string =>
  ['----------------------------------------', ...lines, '----------------------------------------', '']
    .map((line) => `# ${line}`.trim())
    .join('\n');

interface Case {
  name: string;
  file: string;
  content: string | Buffer | (() => Promise<Buffer>);
  flags?: string[];
  results?: string[];
  clicks?: string[];
  rest?: (number | string)[];
  measure?: string | null;
}

const cases: Case[] = [
  {
    name: 'Google Analytics, a report in Polish with a row for each source',
    file: 'ga4.csv',
    content: `${comments('Pozyskiwanie ruchu', 'Data rozpoczęcia: 20260301', 'Data zakończenia: 20260331')}
Sesja – ręczna treść reklamy,Źródło,Sesje,Sesje z zaangażowaniem,Kluczowe zdarzenia,Łączne przychody
${ledger},bsky.app,80,60,4,0
${ledger},t.me,5,2,1,0
(not set),google,900,700,20,0
wiosna,mailer,30,12,2,0`,
    results: [`${ledger} 85/5`],
    rest: [930, 'wiosna'],
  },
  {
    name: 'Google Analytics, two tables and a row of totals with a word behind the last column',
    file: 'ga4.csv',
    content: `${comments('Vorschau')}
Datum,Sitzungen
20260301,10
20260302,12

${comments('Explorative Datenanalyse')}

Datum,Sitzung – Manueller Anzeigeninhalt,Sitzungen,Schlüsselereignisse
,,22,"1.5",Gesamtsumme
20260301,${club},6,0.5
20260302,${club},4,1
20260302,(not set),12,0`,
    results: [`${club} 10/1.5`],
    rest: [12],
  },
  {
    name: 'Google Analytics, landing pages with their parameters instead of a content',
    file: 'landing.csv',
    content: `Landing page + query string,Sessions,Key events
/late-invoices?utm_source=social.test&utm_content=${books},21,2
"${tagged(books ?? '', '&x=1,2')}",3,0
/late-invoices?utm_campaign=spring&utm_content=mail-3,8,1
/late-invoices,70,3
/pricing?plan=2,11,0`,
    results: [`${books} 24/2`],
    rest: [89, 'mail-3'],
  },
  {
    name: 'Google Analytics, the answer of its API with a comparison of periods',
    file: 'answer.json',
    content: JSON.stringify({
      reports: [
        {
          dimensionHeaders: [{ name: 'sessionManualAdContent' }, { name: 'dateRange' }],
          metricHeaders: [{ name: 'activeUsers' }, { name: 'sessions' }, { name: 'conversions' }],
          rows: [
            {
              dimensionValues: [{ value: firms }, { value: 'a' }],
              metricValues: ['7', '9', '1'].map((value) => ({ value })),
            },
            {
              dimensionValues: [{ value: '(not set)' }, { value: 'a' }],
              metricValues: ['40', '50', '2.5'].map((value) => ({ value })),
            },
          ],
        },
      ],
    }),
    results: [`${firms} 9/1`],
    rest: [50],
  },
  {
    name: 'Matomo in Greek, UTF-16, with a percent sign behind a blank',
    file: 'matomo.csv',
    content: Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(
        `Ετικέτα,Μοναδικοί επισκέπτες,Επισκέψεις,Επισκέψεις με Μετατροπές,Μετατροπές,Βαθμός μετατροπής\n${ledger},30,33,2,3,"9,1\u00A0%"\nContent not defined,90,99,5,6,"6,1\u00A0%"\n`,
        'utf16le',
      ),
    ]),
    results: [`${ledger} 33/3`],
    rest: [99],
  },
  {
    name: 'Matomo, raw headings in TSV with labels of several levels',
    file: 'matomo.tsv',
    content: `label\tnb_uniq_visitors\tnb_visits\tnb_visits_converted\tnb_conversions\trevenue\nlate-invoices - ${club}\t8\t9\t1\t2\t0\nlate-invoices - Content not defined\t3\t3\t0\t0\t0\nother - banner-2\t4\t5\t0\t0\t0\n`,
    results: [`${club} 9/2`],
    rest: [8, 'other - banner-2'],
  },
  {
    name: 'Matomo, the answer of its API by day',
    file: 'matomo.json',
    content: JSON.stringify({
      '2026-04-01': [{ label: books, nb_visits: 4, nb_conversions: 1 }],
      '2026-04-02': [
        { label: books, nb_visits: 3, nb_conversions: 0 },
        { label: 'Content not defined', nb_visits: 2, nb_conversions: 0 },
      ],
      '2026-04-03': [],
    }),
    results: [`${books} 7/1`],
    rest: [2],
  },
  {
    name: 'Matomo in Russian, where converted visits are called repeated ones',
    file: 'matomo.csv',
    content: `Обозначение,Уникальные посетители,Посещения,Повторные посещения,Конверсии,Конверсия\n${firms},10,12,1,2,"16,67 %"\n`,
    results: [`${firms} 12/2`],
    rest: [0],
  },
  {
    name: 'Yandex Metrica, saved again by a spreadsheet in windows-1251',
    file: 'metrica.csv',
    content: encode(
      `UTM Source;UTM Content;Визиты;Посетители;Отказы;Достижения цели (Заказ);Целевые визиты (Заказ);Конверсия (Заказ)\r\nИтого и средние;;1 350;1 200;0,23;14;12;0,01\r\nvk.com;${firms};1 200;1 100;0,2;10;9;0,0075\r\nНе определено;Не определено;150;100;0,4;4;3;0,02\r\n`,
      'windows-1251',
    ),
    results: [`${firms} 1200/10`],
    rest: [150],
  },
  {
    name: 'Yandex Metrica, one goal of two',
    file: 'metrica.xlsx',
    flags: ['--goal', 'звонок'],
    content: () =>
      sheet([
        ['UTM Content', 'Визиты', 'Целевые визиты (Заказ)', 'Целевые визиты (Звонок)'],
        ['Итого и средние', 74, 5, 3],
        [firms, 60, 4, 3],
        ['Не определено', 14, 1, 0],
      ]),
    results: [`${firms} 60/3`],
    rest: [14],
  },
  {
    name: 'Yandex Metrica, the answer of its API',
    file: 'metrica.json',
    content: JSON.stringify({
      query: { dimensions: ['ym:s:lastsignUTMContent'], metrics: ['ym:s:visits', 'ym:s:users', 'ym:s:goal11reaches'] },
      data: [
        { dimensions: [{ name: club }], metrics: [18, 15, 2] },
        { dimensions: [{ name: null }], metrics: [70, 60, 1] },
      ],
      totals: [88, 75, 3],
    }),
    results: [`${club} 18/2`],
    rest: [70],
  },
  {
    name: 'Yandex Metrica, single visits with the goals of each',
    file: 'visits.tsv',
    content: `ym:s:visitID\tym:s:lastsignUTMContent\tym:s:goalsID\n17446744073709551615\t${firms}\t[11,12]\n17446744073709551616\t${firms}\t[]\n17446744073709551617\t\t[11]\n17446744073709551618\tpromo\t[]\n`,
    results: [`${firms} 2/2`],
    rest: [2, 'promo'],
  },
  {
    name: 'Plausible, the dashboard with a goal chosen: conversions and nobody who came',
    file: 'Plausible export.zip',
    content: () =>
      zip({
        'visitors.csv': 'date,visitors\n2026-04-01,40\n',
        'utm_contents.csv': `name,conversions,conversion_rate\n${ledger},4,3.4\npartner,1,1.0\n`,
        'utm_campaigns.csv': 'name,conversions,conversion_rate\nlate-invoices,4,3.4\n',
      }),
    results: [`${ledger} ?/4`],
    measure: null,
  },
  {
    name: 'Plausible, the answer of its API',
    file: 'plausible.json',
    content: JSON.stringify({
      results: [
        { dimensions: [ledger], metrics: [51, 44] },
        { dimensions: ['(not set)'], metrics: [9, 8] },
      ],
      query: { dimensions: ['visit:utm_content'], metrics: ['visits', 'visitors'] },
    }),
    results: [`${ledger} 51/?`],
    rest: [9],
  },
  {
    name: 'Umami, the report on tags, which counts views',
    file: 'utm.json',
    content: JSON.stringify({
      utm_source: [{ utm: 'social.test', views: 90 }],
      utm_content: [
        { utm: ledger, views: 61 },
        { utm: 'promo', views: 12 },
      ],
    }),
    results: [`${ledger} 61/?`],
    rest: [12, 'promo'],
    measure: 'views',
  },
  {
    name: 'Umami, rows of its database: several views are one visit, and only the first has the tag',
    file: 'website_event.csv',
    content: `session_id,visit_id,url_path,url_query,utm_content\ns1,v1,/late-invoices,utm_content=${club},${club}\ns1,v1,/pricing,,\ns1,v2,/late-invoices,,${club}\ns2,v3,/,,\n`,
    results: [`${club} 2/?`],
    rest: [1],
  },
  {
    name: 'a warehouse: events with the number of a session, which begins anew with each visitor',
    file: 'bigquery.csv',
    content: `event_name,user_pseudo_id,ga_session_id,collected_traffic_source_manual_content\nsession_start,u1,1,${firms}\npage_view,u1,1,\nsession_start,u2,1,${firms}\nsession_start,u3,1,\n`,
    results: [`${firms} 2/?`],
    rest: [1],
  },
  {
    name: 'a warehouse with headings of its own',
    file: 'warehouse.csv',
    flags: ['--column', 'Anfragen=conversions', '--column', 'besuche_gesamt=visits'],
    content: `kanal|anzeige|besuche_gesamt|Anfragen\nsocial|${books}|31|2\nsocial||400|9\n`,
    results: [`${books} 31/2`],
    rest: [400],
  },
  {
    name: 'a time series with a column for each day, of which a person says what it counts',
    file: 'insight.csv',
    flags: ['--measure', 'visitors'],
    content: `Breakdown,2026-04-01,2026-04-02,2026-04-03\n${ledger},3,0,4\n$$_posthog_breakdown_null_$$,9,9,9\n`,
    results: [`${ledger} 7/?`],
    rest: [27],
    measure: 'visitors',
  },
  {
    name: 'deals of a customer list, each row one',
    file: 'deals.csv',
    flags: ['--measure', 'conversions'],
    content: `Deal,Contact,UTM Content\nD-1,Ann Quince,${club}\nD-2,Bo Sedge,${club}\nD-3,Cy Alder,\n`,
    results: [`${club} ?/2`],
    measure: null,
  },
  {
    name: 'Google Analytics, two periods compared, each with its total',
    file: 'compared.csv',
    content: `${comments('Traffic acquisition')}
Session manual ad content,Date range,Sessions,Key events
,"Mar 1, 2026 - Mar 31, 2026",70,3
,"Apr 1, 2026 - Apr 30, 2026",50,2
${ledger},"Mar 1, 2026 - Mar 31, 2026",30,2
${ledger},"Apr 1, 2026 - Apr 30, 2026",20,1
(not set),"Mar 1, 2026 - Mar 31, 2026",40,1
(not set),"Apr 1, 2026 - Apr 30, 2026",30,1`,
    results: [`${ledger} 50/3`],
    rest: [70],
  },
  {
    name: 'Google Analytics, the first visit of a visitor beside this one',
    file: 'first.csv',
    content: `Erster Nutzer – Manueller Anzeigeninhalt,Sitzung – Manueller Anzeigeninhalt,Sitzungen\n${ledger},${club},4\n${ledger},(not set),9\n${firms},${club},1\n`,
    results: [`${club} 5/?`],
    rest: [9],
  },
  {
    name: 'an average and several totals below the rows',
    file: 'below.csv',
    content: `Inhalt;Besuche;Konversionen\n${ledger};10;1\n${club};20;2\n(not set);60;0\nDurchschnitt;30;1\nGesamt: gefiltert;90;3\nGesamt;90;3\n`,
    results: [`${ledger} 10/1`, `${club} 20/2`],
    rest: [60],
  },
  {
    name: 'a content that is called as averages are',
    file: 'media.csv',
    content: `Contenuto,Visite\nmedia,5\n${ledger},7\n${club},8\n`,
    results: [`${ledger} 7/?`, `${club} 8/?`],
    rest: [5, 'media'],
  },
  {
    name: 'a pivot table with a sum below each group',
    file: 'pivot.csv',
    content: `Source,Content,Sessions\nbsky.app,${ledger},10\nbsky.app Total,,10\nt.me,${club},20\n,(not set),5\nt.me Total,,25\nGrand Total,,35\n`,
    results: [`${ledger} 10/?`, `${club} 20/?`],
    rest: [5],
  },
  {
    name: 'a tree of three levels with sums above',
    file: 'tree.csv',
    content: `UTM Source,UTM Campaign,UTM Content,Визиты,Достижения цели (Заявка)\nИтого и средние,,,60,4\nvk.com,,,40,3\nvk.com,late-invoices,,30,2\nvk.com,late-invoices,${firms},30,2\nvk.com,autumn,,10,1\nvk.com,autumn,banner,10,1\nt.me,,,20,1\nt.me,late-invoices,,20,1\nt.me,late-invoices,${club},20,1\n`,
    results: [`${firms} 30/2`, `${club} 20/1`],
    rest: [10, 'banner'],
  },
  {
    name: 'a pivot table with groups and members in one column',
    file: 'compact.csv',
    content: `Row Labels,Sessions,Key events\nbsky.app,30,2\n${ledger},10,2\n(blank),20,0\nt.me,20,1\n${club},20,1\nGrand Total,50,3\n`,
    results: [`${ledger} 10/2`, `${club} 20/1`],
    rest: [20],
  },
  {
    name: 'other contents that happen to be a sum, in a flat table with its total',
    file: 'chance.csv',
    content: `Content,Sessions\nbanner,30\n${ledger},10\n(not set),20\nmail,20\n${club},20\nTotal,100\n`,
    results: [`${ledger} 10/?`, `${club} 20/?`],
    rest: [70, 'banner', 'mail'],
  },
  {
    name: 'values that kept their percent signs',
    file: 'encoded.csv',
    content: `utm_content,Sessions\n${(ledger ?? '').replaceAll('-', '%2D')},10\n%D0%B2%D0%B5%D1%81%D0%BD%D0%B0,4\n100%,1\n`,
    results: [`${ledger} 10/?`],
    rest: [5, 'весна', '100%'],
  },
  {
    name: 'two months put one behind the other, each with its heading',
    file: 'months.csv',
    content: `Content,Sessions,Key events\n${ledger},10,1\n(not set),50,2\nContent,Sessions,Key events\n${ledger},7,0\n(not set),40,1\n`,
    results: [`${ledger} 17/1`],
    rest: [90],
  },
  {
    name: 'groups of visitors above their members, where somebody came twice',
    file: 'outline.csv',
    content: `Source,Content,Users\nbsky.app,,13\n,${ledger},10\n,banner,5\nt.me,,20\n,${club},18\n,(not set),5\nGrand Total,,31\n`,
    results: [`${ledger} 10/?`, `${club} 18/?`],
    rest: [10, 'banner'],
  },
  {
    name: 'groups of visitors in a table of two levels, without a total',
    file: 'levels.csv',
    content: `Source,Medium,Content,Users\nbsky.app,,,13\n,social,,13\n,,${ledger},10\n,,banner,5\nt.me,,,20\n,social,,18\n,,${club},18\n,mail,,5\n,,(not set),5\n`,
    results: [`${ledger} 10/?`, `${club} 18/?`],
    rest: [10, 'banner'],
  },
  {
    name: 'groups of visitors below their members, named in words',
    file: 'below.csv',
    content: `Quelle,Content,Nutzer\nbsky.app,${ledger},10\nbsky.app,banner,5\nbsky.app Ergebnis,,13\nt.me,${club},18\nt.me,(not set),5\nt.me Ergebnis,,20\n`,
    results: [`${ledger} 10/?`, `${club} 18/?`],
    rest: [10, 'banner'],
  },
  {
    name: 'a tree of visitors whose groups make up the total',
    file: 'visitors-tree.csv',
    content: `UTM Source,UTM Campaign,UTM Content,Посетители\nИтого и средние,,,31\nvk.com,,,20\nvk.com,late-invoices,,18\nvk.com,late-invoices,${firms},18\nvk.com,autumn,,5\nvk.com,autumn,banner,5\nt.me,,,13\nt.me,late-invoices,,13\nt.me,late-invoices,${club},13\n`,
    results: [`${firms} 18/?`, `${club} 13/?`],
    rest: [5, 'banner'],
  },
  {
    name: 'visitors without a tag in each group of a flat table, with its total',
    file: 'flat-visitors.csv',
    content: `Source,Content,Users,Key events\nbsky.app,,13,0\nbsky.app,${ledger},10,0\nbsky.app,banner,5,0\nt.me,,20,0\nt.me,${club},18,0\nt.me,mail,5,0\nGrand Total,,68,0\n`,
    results: [`${ledger} 10/0`, `${club} 18/0`],
    rest: [43, 'banner', 'mail'],
  },
  {
    name: 'visits without a tag in each group, which are no sums',
    file: 'flat.csv',
    content: `Source,Content,Sessions\nbsky.app,,40\nbsky.app,${ledger},10\nt.me,,20\nt.me,${club},20\n`,
    results: [`${ledger} 10/?`, `${club} 20/?`],
    rest: [60],
  },
  {
    name: 'digits of Arabic and of full width',
    file: 'digits.csv',
    content: `utm_content;Sessions;Key events\n${ledger};١٢٣;٢٫٥\n${club};１２;１\n`,
    results: [`${ledger} 123/2.5`, `${club} 12/1`],
  },
  {
    name: 'Matomo, several sites in one answer, some by day',
    file: 'sites.json',
    content: JSON.stringify({
      1: { '2026-04-01': [{ label: ledger, nb_visits: 3 }], '2026-04-02': [{ label: ledger, nb_visits: 2 }] },
      2: { '2026-04-01': [{ label: ledger, nb_visits: 4 }], '2026-04-02': [] },
    }),
    results: [`${ledger} 9/?`],
  },
  {
    name: 'Matomo, an e-mailed report of several tables',
    file: 'report.csv',
    content: `Website vat-desk\n\nVisits Summary\nname,value\nVisits,91\n\nCampaign Names\nlabel,nb_visits,nb_conversions\nlate-invoices,31,3\n\nCampaign Content\nlabel,nb_visits,nb_conversions\n${firms},31,3\nContent not defined,60,1\n\nCountries\nlabel,nb_visits,nb_conversions\nCyprus,91,4\n`,
    results: [`${firms} 31/3`],
    rest: [60],
  },
  {
    name: 'Simple Analytics, a row for each view',
    file: 'points.csv',
    content: `added_iso,path,query,is_unique,is_robot,utm_content\n2026-04-01T08:00:00Z,/late-invoices,,true,false,${books}\n2026-04-01T08:01:00Z,/late-invoices,,true,true,${books}\n2026-04-01T08:02:00Z,/pricing,,false,false,\n`,
    results: [`${books} 1/?`],
    rest: [1],
    measure: 'views',
  },
  {
    name: 'deals of a customer list, of which some were won',
    file: 'deals.csv',
    content: `Сделка;Контакт;utm_content;Этап\nС-1;Анна Айва;${club};Успешно реализовано\nС-2;Борис Осока;${club};Закрыто и не реализовано\nС-3;Вера Ольха;;Успешно реализовано\n`,
    results: [`${club} ?/1`],
    measure: null,
  },
  {
    name: 'a content that is called as totals are',
    file: 'words.csv',
    content: `Content,Visits\n${ledger},5\ntotal,7\n${club},8\n`,
    results: [`${ledger} 5/?`, `${club} 8/?`],
    rest: [7, 'total'],
  },
  {
    name: 'Bitly, the answer to an export, which holds a table',
    file: 'bitly.json',
    content: JSON.stringify({
      truncated: false,
      data: `data:text/csv;base64,${Buffer.from(`bitlink,long_url,clicks\nbit.ly/x1,${tagged(ledger ?? '')},12\n`).toString('base64')}`,
    }),
    clicks: [`${ledger} 12`],
  },
  {
    name: 'vk.cc, the list of one’s own links',
    file: 'vk.json',
    content: JSON.stringify({
      response: {
        count: 2,
        items: [
          {
            timestamp: 1,
            url: tagged(firms ?? ''),
            short_url: 'https://vk.cc/dW31Lm',
            key: 'dW31Lm',
            views: 21,
            access_key: 'x',
          },
          {
            timestamp: 2,
            url: 'https://cafe.example/',
            short_url: 'https://vk.cc/zz',
            key: 'zz',
            views: 2,
            access_key: 'y',
          },
        ],
      },
    }),
    clicks: [`${firms} 21`],
  },
  {
    name: 'Shlink, where the long link has lost its tags and the case of the key tells two apart',
    file: 'shlink.json',
    content: JSON.stringify({
      shortUrls: {
        data: [
          {
            shortCode: 'aB1',
            shortUrl: 'http://GO.vat-desk.example/aB1',
            longUrl: page,
            visitsSummary: { total: 9, nonBots: 7, bots: 2 },
          },
          {
            shortCode: 'ab1',
            shortUrl: 'https://go.vat-desk.example/ab1',
            longUrl: page,
            visitsSummary: { total: 4, nonBots: 4, bots: 0 },
          },
        ],
      },
    }),
    clicks: [`${ledger} 7`, `${club} 4`],
  },
  {
    name: 'Shlink, single clicks with robots among them',
    file: 'visits.csv',
    content: `Date,Potential bot,User agent,Referer,Visited URL,Redirect URL,Type\n2026-04-01,,Firefox,,https://go.vat-desk.example/aB1,${page},valid\n2026-04-01,Potential bot,Preview,,https://go.vat-desk.example/aB1,${page},valid\n2026-04-02,,Firefox,,https://go.vat-desk.example/zz,${page},valid\n`,
    clicks: [`${ledger} 1`],
  },
  {
    name: 'YOURLS, one link by its long address as it stands in a page',
    file: 'yourls.json',
    content: JSON.stringify({
      statusCode: 200,
      link: {
        shorturl: 'https://y.test/q',
        url: tagged(books ?? '').replaceAll('&', '&amp;'),
        ip: '203.0.113.9',
        clicks: '12',
      },
    }),
    clicks: [`${books} 12`],
  },
  {
    name: 'Kutt, a list of links',
    file: 'kutt.json',
    content: JSON.stringify({
      limit: 10,
      skip: 0,
      total: 2,
      data: [
        {
          id: 'a1',
          address: 'ab1',
          link: 'https://go.vat-desk.example/ab1',
          target: tagged(club ?? ''),
          visit_count: 19,
          banned: false,
        },
        {
          id: 'a2',
          address: 'menu',
          link: 'https://go.vat-desk.example/menu',
          target: 'https://cafe.example/',
          visit_count: 3,
          banned: false,
        },
      ],
    }),
    clicks: [`${club} 19`],
  },
  {
    name: 'Kutt, the statistics of one link, whose browsers are no further clicks',
    file: 'kutt-stats.json',
    content: JSON.stringify({
      address: 'ab1',
      link: 'https://go.vat-desk.example/ab1',
      target: tagged(club ?? ''),
      visit_count: 19,
      lastDay: {
        stats: {
          browser: [
            { name: 'Firefox', value: 4 },
            { name: 'Chrome', value: 2 },
          ],
        },
        views: [1, 5],
      },
    }),
    clicks: [`${club} 19`],
  },
  {
    name: 'vk.cc, days of one link with what its visitors are like',
    file: 'vk.json',
    content: JSON.stringify({
      response: {
        key: 'dW31Lm',
        stats: [
          {
            timestamp: 1,
            views: 8,
            countries: [{ country_id: 1, views: 8 }],
            sex_age: [{ age_range: '18-21', female: 3, male: 5 }],
          },
          { timestamp: 2, views: 3, countries: [{ country_id: 1, views: 3 }], sex_age: [] },
        ],
      },
    }),
    clicks: [`${firms} 11`],
  },
  {
    name: 'Bitly, links with engagements',
    file: 'bitly.csv',
    content: `Bitlink,Long URL,Title,Created,Engagements\nbit.ly/x1,${tagged(ledger ?? '')},Late,2026-04-01,77\nbit.ly/x2,https://cafe.example/,Menu,2026-04-01,5\n`,
    clicks: [`${ledger} 77`],
  },
];

const sheet = (rows: (string | number | undefined)[][]): Promise<Buffer> =>
  writeXlsx({ sheets: [{ name: 'Отчёт', rows: rows.map((row) => row.map((cell) => cell ?? null)) }] }).then((bytes) =>
    Buffer.from(bytes),
  );

test('columns of the client list that a settings file names are none of the exports', async () => {
  const exported = `Session manual ad content,Sessions\n${ledger},12\n`;
  writeFileSync('target-resources.json', JSON.stringify({ column: ['Where=segment', 'Sessions=visits'] }));
  expect(shown(await told({ 'ga4.csv': exported }))).toEqual([`${ledger} 12/?`]);
  const typed = await command(['results', 'ga4.csv', '--column', 'Where=segment', '--output', 'out']);
  expect(typed).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no role "segment"') });
  rmSync('target-resources.json');
});

describe('results of', () => {
  test.each(cases)('$name', async ({ file, content, flags, results = [], clicks = [], ...others }) => {
    const bytes = typeof content === 'function' ? await content() : content;
    const found = await told({ [file]: bytes }, flags);
    expect(found.unread).toEqual([]);
    expect(shown(found)).toEqual(results);
    expect(clicked(found)).toEqual(clicks);
    const measure = found.files[0]?.measure;
    expect({ rest: rest(found), measure }).toMatchObject({
      ...(others.rest && { rest: others.rest }),
      measure: others.measure === undefined ? measure : others.measure,
    });
    expect(found.files[0]?.conservation).toMatch(/; totals agree$/);
    expect(found.code).toBe(0);
  });
});

describe('what is no result', () => {
  test.each([
    ['no row', 'ga4.csv', 'Session manual ad content,Sessions\n', /no row below its headings/, /period/],
    [
      'our own list',
      'resources.csv',
      'rank,title,network,resource,customers\n1,A,vk,smallfirms,3\n',
      /target-resources wrote/,
      /export/,
    ],
    ['the list of links itself', 'list.csv', teasers(), /target-resources wrote/, /export/],
    ['other columns', 'notes.csv', 'What,When\nCall Ann,2026-04-01\n', /no tag and no link/, /utm_content/],
    ['a chart turned round', 'chart.csv', `Период,${firms},${club}\n2026-04-01,3,4\n`, /time series/, /\(1\)/],
    [
      'words that nobody knows',
      'x.csv',
      `Etikedi,Kunjoj,Agoj\n${firms},3,9\n`,
      /what "Kunjoj", "Agoj" counts/,
      /--column "Kunjoj"=visits/,
    ],
    ['names without numbers', 'deals.csv', `Deal,Tag\nD-1,${firms}\n`, /no column tells how many/, /--measure/],
    [
      'clicks of nobody knows what',
      'bitly.json',
      '{"units":-1,"unit":"day","link_clicks":[{"date":"2026-04-01","clicks":4}]}',
      /clicks/,
      /list of your links/,
    ],
    [
      'a list of links without clicks',
      'links.json',
      JSON.stringify({
        links: [{ id: 'go.vat-desk.example/aB1', link: 'https://go.vat-desk.example/aB1', created_at: '2026-04-01' }],
      }),
      /no column tells how many/,
      /--measure/,
    ],
    ['a link that nobody clicked', 'vk.json', '[{"key":"dW31Lm","stats":[]}]', /no column tells how many/, /--measure/],
    [
      'a tool that keeps no content',
      'goat.csv',
      '2Path,Title,Session,Referrer\n/late-invoices,Late,s1,t.me\n',
      /GoatCounter does not keep/,
      /--analytics goatcounter/,
    ],
    [
      'Matomo without its plugin',
      'm.csv',
      'label,nb_visits\nlate-invoices,4\n',
      /without its campaign plugin/,
      /--analytics matomo/,
    ],
    ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'), /picture/, /CSV/],
    ['a broken archive', 'a.zip', Buffer.from('504b030400000000', 'hex'), /./, /./],
  ] as const)('%s', async (_, name, content, problem, whatToDo) => {
    const found = await told({ [name]: content });
    expect(found.unread).toEqual([
      { file: name, problem: expect.stringMatching(problem), whatToDo: expect.stringMatching(whatToDo) },
    ]);
    expect([found.results, found.clicks, found.written]).toEqual([[], [], []]);
    expect(found.code).toBe(2);
  });

  test.each(['1.2K', '10 visits', '66 %'])('%s under the heading of visits, which says so', async (cell) => {
    const found = await told({ 'a.csv': `Content,Visits\n${firms},${cell}\n${club},${cell}\n` });
    expect(found.results).toEqual([]);
    expect(found.unread[0]?.problem).toBe(
      `it names your links, but what stands under "Visits" cannot be counted, as "${cell}"`,
    );
    expect(found.unread[0]?.whatToDo).toContain('in full');
  });

  test('rates and money under the heading of conversions', async () => {
    const found = await told({
      'a.csv': `Content,Visits,Conversions\n${firms},40,2.5 %\n`,
      'b.csv': `Content,Visits,Conversions\n${firms},40,$12.00\n`,
      'c.csv': `Content,Visits,Conversions\n${firms},40,0.0250\n${club},10,0.1333\n`,
    });
    expect(shown(found)).toEqual([`${firms} 40/?`, `${firms} 40/?`, `${firms} 40/?`, `${club} 10/?`]);
  });

  test('a file that is missing, beside one that is there', async () => {
    writeFileSync('teasers.csv', teasers());
    writeFileSync('here.csv', `Content,Visits\n${firms},40\n`);
    const { code, stdout } = await command(['results', 'here.csv', 'gone.csv']);
    expect(code).toBe(3);
    expect(stdout).toMatch(/gone\.csv\n {2}there is no such file: ENOENT\n {2}what to do: /);
  });

  test('an unknown role, or a list without links', async () => {
    writeFileSync('here.csv', `Content,Visits\n${firms},40\n`);
    expect(await command(['results', 'here.csv', '--column', 'Visits=guests'])).toMatchObject({ code: 2 });
    writeFileSync('empty.csv', 'rank,network,resource,link,utm_content\n');
    const { code, stderr } = await command(['results', 'here.csv', '--teasers', 'empty.csv']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no published link/)]);
  });
});

const dated = (table: string, from: string, to: string): string => `# Start date: ${from}\n# End date: ${to}\n${table}`;

const keptFiles = (): string[][] =>
  Papa.parse<Record<string, string>>(readFileSync('out/results.csv', 'utf8').trim(), { header: true }).data.map(
    (row) => [row['file'] ?? '', row['visits'] ?? '', row['clicks'] ?? ''],
  );

describe('a file by itself', () => {
  const ga4 = `Content,Sessions,Key events\n${ledger},100,4\n${firms},12,1\n(not set),500,3\n`;
  const metrica = `UTM Content,Визиты,Достижения цели (Заявка)\nИтого и средние,151,4\n${ledger},91,4\nНе определено,60,0\n`;

  const kutt = '[{"link":"https://go.vat-desk.example/aB1","visit_count":130}]';

  test('two tools are never added up, and the first one with visits tells what worked', async () => {
    const found = await told({ 'ga4.csv': ga4, 'metrica.csv': metrica });
    expect(shown(found)).toEqual([`${ledger} 100/4`, `${firms} 12/1`, `${ledger} 91/4`]);
    expect(found.workedIn).toBe('ga4.csv');
    expect(found.worked.filter(({ by }) => by === 'network').map(({ group, visits }) => [group, visits])).toEqual([
      ['bluesky', 100],
      ['vk', 12],
    ]);
  });

  test('is kept, with clicks apart from visits', async () => {
    await told({ 'ga4.csv': ga4, 'kutt.json': kutt }, ['--replace']);
    const { data } = Papa.parse<Record<string, string>>(readFileSync('out/results.csv', 'utf8').trim(), {
      header: true,
    });
    expect(data.map((row) => [row['file'], row['resource'], row['visits'], row['conversions'], row['clicks']])).toEqual(
      [
        ['ga4.csv', 'ledgernotes.example', '100', '4', ''],
        ['ga4.csv', 'smallfirms', '12', '1', ''],
        ['kutt.json', 'ledgernotes.example', '', '', '130'],
      ],
    );
    expect(data[0]).toMatchObject({ conversion_rate: '0.0400', conversion_rate_low: '0.0157', enough: 'true' });
    expect(data[1]).toMatchObject({ enough: 'false' });
  });

  test.each([[[]], [['--csv', 'excel']]])('of an earlier call is kept beside those of this one %j', async (flags) => {
    await told({ 'ga4.csv': ga4 }, ['--replace', ...flags]);
    const found = await told({ 'kutt.json': kutt }, flags);
    expect(found.kept).toEqual(['ga4.csv']);
    const delimiter = flags.length === 0 ? ',' : ';';
    const { data } = Papa.parse<Record<string, string>>(readFileSync('out/results.csv', 'utf8').trim(), {
      header: true,
      delimiter,
    });
    expect(data.map((row) => [Object.values(row)[0], row['visits'], row['clicks'], row['enough']])).toEqual([
      ['kutt.json', '', '130', ''],
      ['ga4.csv', '100', '', 'true'],
      ['ga4.csv', '12', '', 'false'],
    ]);
  });

  test('that is read again takes the place of what an earlier call found in it', async () => {
    await told({ 'ga4.csv': ga4, 'kutt.json': kutt }, ['--replace']);
    const found = await told({ 'ga4.csv': `Content,Sessions,Key events\n${ledger},140,5\n` });
    expect(found.kept).toEqual(['kutt.json']);
    expect(keptFiles()).toEqual([
      ['ga4.csv', '140', ''],
      ['kutt.json', '', '130'],
    ]);
    // The same one again changes nothing.
    await told({ 'ga4.csv': `Content,Sessions,Key events\n${ledger},140,5\n` });
    expect(keptFiles()).toHaveLength(2);
  });

  test('of an earlier call is forgotten with --replace, and told else', async () => {
    await told({ 'ga4.csv': ga4 }, ['--replace']);
    writeFileSync('kutt.json', kutt);
    const beside = await command(['results', 'kutt.json', '--output', 'out']);
    expect(beside.stdout).toContain('ga4.csv: read by earlier calls, and kept; --replace forgets them');
    const found = await told({ 'kutt.json': kutt }, ['--replace']);
    expect(found.kept).toEqual([]);
    expect(keptFiles()).toEqual([['kutt.json', '', '130']]);
  });

  test('says its sums, its rate with an interval, and what is too little', async () => {
    writeFileSync('teasers.csv', teasers());
    writeFileSync('ga4.csv', `${ga4}spring-mail,66,2\n`);
    const { stdout } = await command(['results', 'ga4.csv']);
    expect(stdout).toContain(
      '500 of 678 visits carry no tag, 66 belong to another campaign, 112 are yours; totals agree',
    );
    expect(stdout).toMatch(/100 visits +4 conversions +4\.0 % \(1\.6 % to 9\.8 %\)/);
    expect(stdout).toMatch(/12 visits +1 conversion +not enough data \(under 30\)/);
    expect(stdout).toMatch(/not yours:\n +spring-mail +66 visits/);
  });

  test('that states more than its rows says so', async () => {
    const found = await told({ 'm.csv': metrica.replace('151', '160') });
    expect(found.files[0]).toMatchObject({ stated: 160, totalsAgree: false });
    expect(found.files[0]?.conservation).toMatch(/own total is 160: 9 visits stand in no row/);
  });

  test('handed over twice, or of days that another one has', async () => {
    const found = await told({
      'a.csv': dated(ga4, '20260301', '20260331'),
      'a (1).csv': dated(ga4, '20260301', '20260331'),
      'b.csv': dated(ga4, '20260315', '20260415'),
      'c.csv': dated(ga4, '20260501', '20260531'),
    });
    const notices = found.files.map(({ notices: all }) => all);
    expect(notices[0]).toEqual([]);
    expect(notices[1]).toEqual(['it is the same file as a.csv']);
    expect(notices[2]?.join()).toMatch(/a\.csv is of the same tool, and the periods overlap/);
    expect(notices[3]).toEqual([]);
  });

  test('half empty: what stands nowhere is unknown', async () => {
    const found = await told({ 'half.csv': `Content,Sessions,Key events\n${ledger},100,4\n${firms},12,\n${club},,\n` });
    expect(shown(found)).toEqual([`${ledger} 100/4`, `${firms} 12/?`, `${club} ?/?`]);
    expect(found.files[0]?.notices.join()).toMatch(/2 rows of your links lack a number/);
  });

  test.each([
    ['conversions', `Content,Visits,Petoj\n${firms},40,3\n`, 'say --column "Petoj=conversions"'],
    ['visits', `Content,Vizitojn,Conversions\n${firms},40,3\n`, 'say --column "Vizitojn=visits"'],
    ['a third number', `Content;Visits;Conversions;Petoj\n${firms};40;3;1.234\n`, 'or --column "Petoj=ignore"'],
    ['key events', `# ----------------\nContent,Sessions,Petoj\n${firms},40,3\n`, '"Petoj=conversions"'],
    ['one of five', `Content,Visits,Aa,Bb,Cc,Dd,Ee\n${firms},40,1,2,3,4,5\n`, '"Aa", "Bb", "Cc" and 2 more'],
  ])('with a number that nobody knows here, which may be %s', async (_, content, notice) => {
    const found = await told({ 'a.csv': content });
    expect(found.files[0]?.notices.join()).toContain(notice);
  });

  test('with two columns of visits, as of two periods, says that only the first one counts', async () => {
    const found = await told({
      'a.csv': `,April,,May,\nContent,Sessions,Key events,Sessions,Key events\n${firms},10,1,7,0\n`,
    });
    expect(shown(found)).toEqual([`${firms} 10/1`]);
    expect(found.files[0]?.notices.join()).toMatch(/several columns are called "Sessions".+only the first one counts/);
  });

  test.each([
    ['known numbers', `Rank,Content,Visits,Conversions,Bounces,Отказы\n1,${firms},40,3,12,12\n`, []],
    ['shares, days and times', `Content,Visits,Rapido,Tago,Tempo\n${firms},40,3.25,20261101,00:01:10\n`, []],
    ['what is to be left out', `Content,Visits,Petoj\n${firms},40,3\n`, ['--column', 'Petoj=ignore']],
  ])('with %s says nothing of them', async (_, content, flags) => {
    expect((await told({ 'a.csv': content }, flags)).files[0]?.notices).toEqual([]);
  });

  test('with a row of totals in a language that nobody knows here, but with its sums', async () => {
    const found = await told({
      'a.csv': `Tag,Visits,Conversions\nKumulejo,115,6\n${ledger},100,4\n${firms},12,1\nother,3,1\n`,
    });
    expect(found.files[0]).toMatchObject({ stated: 115, totalsAgree: true, rows: 3 });
    expect(rest(found)).toEqual([3, 'other']);
  });

  test('with an empty first cell: nobody’s visits, unless they are the sum of all', async () => {
    expect(rest(await told({ 'a.csv': `Content,Visits\n,900\n${ledger},100\n${firms},12\n` }))).toEqual([900]);
    expect(rest(await told({ 'a.csv': `Content,Visits\n,112\n${ledger},100\n${firms},12\n` }))).toEqual([0]);
  });
});

test('the list of links is found in the output folder, or here', async () => {
  mkdirSync('elsewhere/output', { recursive: true });
  process.chdir('elsewhere');
  try {
    writeFileSync('ga4.csv', `Content,Visits\n${ledger},40\n`);
    expect((await command(['results', 'ga4.csv'])).code).toBe(2);
    writeFileSync('teasers.csv', teasers());
    expect((await command(['results', 'ga4.csv'])).code).toBe(0);
    writeFileSync('output/teasers.csv', teasers(published.slice(1)));
    expect((await command(['results', 'ga4.csv'])).code).toBe(2);
    expect(existsSync('output/results.csv')).toBe(true);
  } finally {
    process.chdir('..');
  }
});

const linksWith = (tag: string): string =>
  Papa.unparse(
    ['one', 'two'].map((name) => ({
      network: 'vk',
      resource: name,
      link: `${page}?${tag}=late-${name}`,
      short_link: '',
      utm_content: '',
    })),
  );

test('tags that only utm_id or the campaign keep, where each link has its own', async () => {
  const content = 'Kampagne,Besuche\nlate-one,5\nlate-three,6\n';
  for (const tag of ['utm_id', 'utm_campaign', 'mtm_campaign']) {
    const found = await told({ 'a.csv': content }, [], linksWith(tag));
    expect(found.results.map(({ resource, visits }) => [resource, visits])).toEqual([['one', 5]]);
    expect(rest(found)).toEqual([6, 'late-three']);
  }
});

test.each([
  ['lists', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)],
  ['names of what every object has', `{"__proto__":{"a":1},"constructor":{"label":"${firms}"}}`],
  ['a cell without end', `Content,Visits\n"${'a - '.repeat(8000)}",4\n`],
])('what was made to harm is told and ends nothing: %s', async (_, content) => {
  const found = await told({ 'made.json': content });
  expect(found.unread).toHaveLength(1);
  expect(found.code).toBe(2);
});
