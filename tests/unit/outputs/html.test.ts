import { translatorFor } from '../../../src/outputs/html/i18n.ts';
import { outsideClasses } from '../../../src/types/judgement.ts';
import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/outputs/html/html.ts';
import { interval, percent, phrase } from '../../../src/outputs/html/phrase.ts';
import { type Key, translations } from '../../../src/outputs/html/words/index.ts';
import { type PageLanguage, type Report, pageLanguages } from '../../../src/types/report.ts';
import { harmfulTexts, report, reportWith, row, chosen, teaser } from './example-report.ts';

const pageOf = (given: Report, language: PageLanguage = 'en'): string => [...toHtml(given, { language })].join('');

type Page = ReturnType<typeof load>;

const elementsOf = (page: Page): { name: string; attributes: string[] }[] =>
  page('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [{ name: node.name, attributes: Object.keys(node.attribs) }] : []));

const elements = (page: Page): string[] =>
  elementsOf(page).flatMap(({ name, attributes }) =>
    ['a href rel', 'bdi'].includes([name, ...attributes].join(' ')) ? [] : [name, ...attributes].join(' '),
  );

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const marks = (text: string): string[] => [...text.matchAll(/\{#?(\w+)[|}]/g)].map(([, name = '']) => name);
const distinct = (names: string[]): string[] => [...new Set(names)].toSorted();
const textOf = (given: Report, selector: string): string => load(pageOf(given))(selector).text().replace(/\s+/g, ' ');
const steps = (given: Partial<Report>): string[] =>
  load(pageOf(report(given)))('#first .todo li')
    .toArray()
    .map((step) => load(step).text().trim());
const addressOf = (at: number): string => `https://bsky.app/profile/garden-weekly-${at}.example`;

describe('what strangers wrote', () => {
  const expected = load(pageOf(reportWith('plain')));

  // Text with an address in it may become a link, and every piece of it is isolated by itself.
  test.each(harmfulTexts)('%j makes no element and no attribute', (text) => {
    const page = load(pageOf(reportWith(text)));
    expect(elements(page)).toEqual(elements(expected));
    expect(page('main a').filter((_, { attribs }) => !/^(?:#|https?:)/.test(attribs['href'] ?? ''))).toHaveLength(0);
  });

  test.each(harmfulTexts)('%j turns nothing around outside of itself', (text) => {
    expect(pageOf(reportWith(text))).not.toMatch(/[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
  });

  test('is shown as it was written', () => {
    const page = load(pageOf(reportWith('<b>A & "B"</b>')));
    expect(page('#rows th[scope=row]').first().text()).toBe('<b>A & "B"</b>');
    expect(page('#rows pre').text()).toBe('<b>A & "B"</b>');
  });

  test('every name keeps its direction to itself', () => {
    const page = load(pageOf(reportWith('שלום')));
    const bare = page('main *')
      .contents()
      .toArray()
      .filter((node) => 'data' in node && node.data.includes('שלום'))
      .map(({ parent }) => (parent && 'name' in parent ? parent.name : ''));
    // Cells, options and paragraphs isolate as they are, pictures' texts and `small` by the style of the page.
    expect(distinct(bare)).toEqual(['bdi', 'dd', 'option', 'pre', 'small', 'td', 'title']);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'https://bank.example@evil.example/',
    '//evil.example',
    '',
  ])('%j becomes no link', (address) => {
    const page = load(pageOf(reportWith(address)));
    expect(page('main a:not([href^="#"])').toArray()).toEqual([]);
  });

  test('links of pages stay, and tell the other side nothing', () => {
    const page = load(pageOf(reportWith('https://hedge.example/a?b=1&c="d"')));
    const links = page('main a:not([href^="#"])').toArray();
    expect(links.length).toBeGreaterThan(5);
    for (const { attribs } of links) {
      expect(attribs['href']).toBe('https://hedge.example/a?b=1&c=%22d%22');
      expect(attribs['rel']).toBe('noreferrer');
    }
  });
});

describe('the policy', () => {
  const page = load(pageOf(report()));
  const policy = page('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';

  test('allows the style and the script of the page, and nothing else', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(page('script').text())}`,
      `style-src ${hash(page('style').text())}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('stands before everything that it governs', () => {
    const names = page('head > *')
      .toArray()
      .map(({ attribs, tagName }) => attribs['http-equiv'] ?? tagName);
    expect(names.indexOf('Content-Security-Policy')).toBeLessThan(names.indexOf('style'));
  });

  test('no element brings its own style or handler', () => {
    const names = elementsOf(page).flatMap(({ attributes }) => attributes);
    expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  test('the same for every report and language', () => {
    const scripts = pageLanguages.map((language) => load(pageOf(reportWith('other'), language))('script').text());
    expect(new Set([...scripts, page('script').text()]).size).toBe(1);
  });
});

describe('languages', () => {
  const keys = Object.keys(translations.en.words) as Key[];

  test.each(pageLanguages)('%s has every sentence, with the same values', (code) => {
    const { words } = translations[code];
    expect(Object.keys(words).toSorted()).toEqual([...keys].toSorted());
    for (const key of keys) {
      expect(words[key], key).not.toBe('');
      expect(distinct(marks(words[key])), key).toEqual(distinct(marks(translations.en.words[key])));
    }
  });

  test.each(pageLanguages)('%s has a form for every kind of number', (code) => {
    const forms = new Intl.PluralRules(code).select(5) === 'many' ? 3 : 2;
    const choices = Object.values(translations[code].words).flatMap((text) => text.match(/\{\w+\|[^}]*\}/g) ?? []);
    expect(choices.filter((choice) => choice.split('|').length !== forms + 1)).toEqual([]);
  });

  test.each(pageLanguages)('%s names verdicts, reasons and kinds so that the page can tell them apart', (code) => {
    for (const group of ['verdict.', 'reason.', 'kind.']) {
      const texts = Object.entries(translations[code].words).flatMap(([key, text]) =>
        key.startsWith(group) ? [text] : [],
      );
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test.each([
    ['en', '0.08'],
    ['ru', '0,08'],
    ['el', '0,08'],
  ] as const)('a number in a sentence has the decimal sign of %s', (code, written) => {
    const { text } = translatorFor(code);
    expect(text('chance.expected', { expected: '0.08' })).toContain(written);
  });

  test('each is written in its own letters', () => {
    // Names of files, flags, commands and units stay as they are in every language.
    const others =
      /--[\w-]+(?: (?:URL|NAME|ignore))?|\b(?:[\w-]+\.csv|target-resources|analyze|CSV|URL|Ctrl|Wilson|means|warnings|consent|yes|env|C)\b|\{#?\w+/g;
    for (const [code, letters] of [
      ['ru', 'Cyrillic'],
      ['el', 'Greek'],
    ] as const) {
      for (const [key, text] of Object.entries(translations[code].words)) {
        const rest = text.replace(others, '');
        expect(rest.replace(new RegExp(`[\\p{Script=${letters}}\\p{Script=Common}]`, 'gu'), ''), `${code} ${key}`).toBe(
          '',
        );
      }
    }
  });

  test.each([
    ['en', 1, '1 client'],
    ['en', 0, '0 clients'],
    ['ru', 1, '1 клиент'],
    ['ru', 3, '3 клиента'],
    ['ru', 11, '11 клиентов'],
    ['ru', 1021, '1\u202F021 клиент'],
    ['el', 1, '1 πελάτης'],
    ['el', 2, '2 πελάτες'],
  ] as const)('%s: %d', (code, n, expected) => {
    const template = { en: '{n|client|clients}', ru: '{n|клиент|клиента|клиентов}', el: '{n|πελάτης|πελάτες}' }[code];
    expect(phrase(`{n} ${template}`, { n }, code)).toBe(expected);
  });

  test.each(pageLanguages)('%s is the language of the page, which says everything in it', (code) => {
    const page = load(pageOf(report(), code));
    const { words } = translations[code];
    expect(page('html').attr('lang')).toBe(code);
    expect(page('h1').text()).toBe(words.title);
    expect(page('select[name=language] [selected]').attr('value')).toBe(code);
    for (const element of page('[data-t]').toArray()) {
      const values = JSON.parse(element.attribs['data-v'] ?? '{}') as Record<string, string>;
      expect(page(element).text()).toBe(phrase(words[element.attribs['data-t'] as Key], values, code));
    }
    expect(page('#rows tbody tr').first().find('td').eq(6).text()).toContain(words['reason.third_party_evidence']);
  });
});

describe('what the page says', () => {
  test('coverage at the top, in words', () => {
    const lead = textOf(report(), '.lead');
    expect(lead).toContain('You asked about 30 clients. 13 of 20 profiles could be read, on 1 network.');
    expect(lead).toContain('3 of 10 clients, 11–60 %.');
    expect(lead).toContain('3 of 10 may stand for anything between 11 % and 60 %');
    expect(textOf(report(), '.todo')).toContain('2 profiles hide what they follow.');
    expect(textOf(report(), '.todo')).toContain('(bluesky 2)');
  });

  test('no warning of small numbers where they are large', () => {
    const rows = [row({ customers: 300, customersReadable: 1000 })];
    expect(textOf(report({ rows, overlap: [[300]] }), '.lead')).not.toContain('may stand for anything');
  });

  test('a run without profiles, rows, previous run, problems or teasers', () => {
    const empty = report({ coverage: [], rows: [], overlap: [], previous: null, problems: [], teasers: [] });
    const page = load(pageOf(empty));
    expect(page('#changes').text()).toContain('There is no earlier run of comparable coverage.');
    expect(page('#problems').text()).toContain('None: every row of your files could be used.');
    expect(page('.todo').text()).toContain('Nothing: everything you asked for could be read.');
    expect(page('#rows tbody tr')).toHaveLength(0);
    expect(page('svg')).toHaveLength(0);
  });

  test('nothing dropped and nothing that a single client follows, but how many of them there are', () => {
    const names = ['Kept', 'Dropped', 'Waiting', 'Lonely', 'Unseen', 'Kept alone'];
    const verdicts = ['keep', 'drop', 'review', 'review', 'unexamined', 'keep'] as const;
    const rows = names.map((title, at) =>
      row({
        title,
        rank: title === 'Kept' ? 1 : title === 'Kept alone' ? 2 : null,
        resourceId: `${at}`,
        verdict: verdicts[at] ?? 'drop',
        customers: /lone/i.test(title) ? 1 : 2,
        rankChange: 'new',
      }),
    );
    const overlap = [
      [2, 1],
      [1, 1],
    ];
    const gone = [1, 2].map((customers) => ({
      network: 'web',
      resource: `gone-${customers}.example`,
      title: `Gone of ${customers}`,
      url: '',
      customers,
      rank: 3,
    }));
    const teasers = [teaser({ teaser: 'For the first' }), teaser({ rank: 2, teaser: 'For the second' })];
    const given = report({ rows, overlap, previous: { date: '2026-11-15', gone }, teasers });
    const page = load(pageOf(given));
    const text = page('main').text();
    for (const name of ['Dropped', 'Lonely', 'Kept alone', 'Gone of 1', 'For the second'])
      expect(text).not.toContain(name);
    for (const name of ['Kept', 'Waiting', 'Unseen', 'Gone of 2', 'For the first']) expect(text).toContain(name);
    expect(text).toContain('1 dropped resource, and 2 that a single client follows. They are in candidates.csv');
    expect(page('#overlap')).toHaveLength(0);
  });

  test('the first ten, each with what a person needs to go there', () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      row({
        rank: at + 1,
        title: `Page ${at}`,
        resourceId: `${at}`,
        contact: at === 0 ? 'editor@page.example' : null,
        massPage: at === 1,
      }),
    );
    const places = load(pageOf(report({ rows })))('.places > li');
    expect(places).toHaveLength(10);
    const texts = places.toArray().map((place) => load(place).text().replace(/\s+/g, ' ').trim());
    expect(texts[0]).toBe(
      'Page 0 garden-weekly.example bluesky · 3 of 10 clients · 12 345 subscribers · reposts 2026-11-02T08:30:00.000Z · strong (chance would give 0.0003) Contact: editor@page.example',
    );
    expect(texts[1]).toContain('mass page');
  });

  test('what to do next follows from what there is', () => {
    expect(steps({})).toEqual([
      expect.stringContaining('Open these pages'),
      expect.stringContaining('Offer something useful'),
      expect.stringContaining('Announce your article'),
      '1 resource is waiting for your decision: fill in review.csv, and run again with --verdicts.',
      '8 profiles were not read in full: see what to do about it.',
      '2 items in your input files could not be used: see Problems.',
    ]);
    expect(steps({ rows: [], coverage: [], teasers: [], problems: [], overlap: [] })).toEqual([
      'No teasers yet: name the article you want to announce with --link URL --campaign NAME.',
    ]);
  });

  test.each([
    [0, '0'],
    [1, '100'],
    [0.3, '30'],
    [0.01, '1'],
    [0.0042, '0.42'],
    [1 / 24_631, '0.0041'],
    [0.000_000_1, '0.00001'],
  ])('a share of %d is %s percent', (share, text) => {
    expect(percent(share)).toBe(`${text}\u00A0%`);
  });

  test.each([
    [0.1078, 0.6032, '11–60'],
    [0.001, 0.04, '<1–4'],
    [0.000007, 0.00023, '0.0007–0.023'],
    [0, 0.005, '0–0.5'],
  ])('an interval from %d to %d is %s percent', (low, high, text) => {
    expect(interval(low, high)).toBe(`${text}\u00A0%`);
  });

  test('few shared clients are not counted out', () => {
    const shared = report({
      criteria: {
        top: 100,
        minSubscribers: 5000,
        minCustomers: 5,
        thirdParty: 'require',
        thirdPartyClasses: [...outsideClasses],
      },
      overlap: [
        [9, null],
        [null, 7],
      ],
    });
    expect(
      load(pageOf(shared))('.heat tbody td')
        .toArray()
        .map((cell) => load(cell).text()),
    ).toEqual(['9', '<5', '<5', '7']);
  });

  test('what came, went, rose and fell', () => {
    const changes = ['new', 'up 3', 'down 2', 'same'];
    const rows = changes.map((rankChange, at) =>
      row({ rank: at + 1, resourceId: `${at}`, title: `Page ${at}`, rankChange }),
    );
    const cards = load(pageOf(report({ rows })))('.changes .card');
    expect(cards.toArray().map((card) => load(card).text().replace(/\s+/g, ' ').trim())).toEqual([
      'New 1 Page 0',
      'Up 1 Page 1 ↑ 3',
      'Down 1 Page 2 ↓ 2',
      'Gone 1 old.example was number 4',
    ]);
  });

  test('very many rows: the first 2,000, and where the rest is', () => {
    const rows = Array.from({ length: 150_000 }, (_, at) =>
      row({ rank: null, resourceId: `${at}`, verdict: 'unexamined' }),
    );
    const page = pageOf(report({ rows: [row(), ...rows] }));
    expect(page.match(/<tr class="/g)).toHaveLength(2000);
    expect(page).toContain(
      'The table shows the first 2\u202F000 of 150\u202F001 resources. All of them are in candidates.csv.',
    );
  });

  test('what is to be known of publishing somewhere, with its words in each language, and none of other rules', () => {
    const source = 'https://law.example/';
    const known = {
      country: 'RU',
      networks: ['instagram'],
      placements: 2,
      since: '2025-09-01',
      source,
      read: '2026-11-28',
    };
    const lawful = [{ ...known, code: 'ru_banned' as const }];
    const html = pageOf(report({ lawful, teasers: [teaser({ lawful: ['RU: forbidden', 'GR: disclose'] })] }));
    const $ = load(html);
    expect($('#lawful').text()).toBe('Before you publish');
    expect($('#lawful + ul li').text()).toMatch(
      /^RU Advertising there is forbidden in Russia .+instagram: 2 resources 2026-11-28\s*$/s,
    );
    expect($('#lawful + ul a').attr('href')).toBe(source);
    expect($('td a[href="#lawful"]').first().text()).toBe('§ RU, GR');
    expect(html).toContain('Реклама там в России запрещена');
    expect(html).not.toContain('law.gr_paid');
    expect(pageOf(report())).not.toContain('law.ru_banned');
  });

  test('1,000 rows, 100 of them with teasers, weigh at most 500 KB', () => {
    const rows = Array.from({ length: 1000 }, (_, at) =>
      at < 100
        ? row({ rank: at + 1, resource: `garden-weekly-${at}.example`, url: addressOf(at), rankChange: 'up 2' })
        : row({
            rank: null,
            resource: `garden-weekly-${at}.example`,
            url: addressOf(at),
            verdict: 'unexamined',
            reason: 'not_needed',
            subscribers: null,
            lift: null,
            qValue: null,
            strength: null,
            massPage: null,
            thirdParty: {
              kind: 'unknown',
              classes: [],
              postsRead: null,
              evidence: [],
              share: null,
              authors: null,
              evidenceUrl: null,
              evidenceDate: null,
            },
          }),
    );
    const teasers = rows.slice(0, 100).map((_, at) => teaser({ rank: at + 1 }));
    const overlap = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => 3));
    expect(Buffer.byteLength(pageOf(report({ rows, teasers, overlap })))).toBeLessThan(500_000);
  });
});

test('the page shows the topic, what is sensitive with its quote, and the words to add', () => {
  const url = 'https://loam.example/7';
  const page = pageOf(
    report({
      rows: [
        row({
          relevance: 0.25,
          matchedTerms: ['kiln', '<glaze>'],
          sensitive: [{ subject: 'health', quote: 'Asthma & clay dust', url }],
        }),
      ],
      proposals: [{ language: 'en', use: 'add', words: [{ word: 'pyrometer', pages: 3, others: 1 }] }],
    }),
  );
  const $ = load(page);
  expect($('#rows dd').text()).toContain('25\u00A0% of its latest posts: kiln, <glaze>');
  expect($('#rows dd').text()).toContain('health: Asthma & clay dust');
  expect($(`#rows dd a[href="${url}"]`)).toHaveLength(1);
  expect($('#proposals dd').text()).toContain('pyrometer 3:1');
  expect($('nav a[href="#proposals"]')).toHaveLength(1);
  expect(load(pageOf(report()))('#proposals')).toHaveLength(0);
});

test('the page names the other pages of a publisher, and those that may be', () => {
  const sister = 'https://t.me/gardenweekly';
  const other = 'https://vk.com/garden_weekly';
  const familyHints = [{ how: 'named_by' as const, url: other }];
  const rows = [row({ family: 'bluesky:did', familyPages: [sister], familyCustomers: 4, familyHints })];
  const $ = load(pageOf(report({ rows })));
  expect($('#rows dd').text()).toContain(`${sister}  (4 clients follow at least one of these pages)`);
  expect($('#rows dd').text()).toContain(`is named by ${other}`);
  expect($(`#rows dd a[href="${sister}"], #rows dd a[href="${other}"]`)).toHaveLength(2);
});

test('the page shows what to choose, how far it reaches, and why it may be no plan', () => {
  const page = load(pageOf(report()));
  expect(page('#choice strong').text()).toBe('6 of 30 of yours, 2 of 30 of new ones');
  expect(page('#choice tbody tr').first().text()).toMatch(/1Garden Weekly\+33 of 307\s% 2–21\s%/);
  expect(page('#choice svg path.curve')).toHaveLength(2);
  expect(page('nav a[href="#choice"]')).toHaveLength(1);
  const { choice } = report();
  const few = load(pageOf(report({ choice: { ...choice, order: 'rank', reason: 'few', customers_readable: 12 } })));
  expect(few('#choice [data-t="choice.rank"]').text()).toContain('fewer than 30');
  const single = { ...choice, resources: [chosen({ customers: 1 })] };
  expect(load(pageOf(report({ choice: single })))('#choice')).toHaveLength(0);
});

test('the page shows the first of each segment', () => {
  const resource = {
    rank: 1,
    title: '<b>Loom</b>',
    network: 'web',
    resource: 'loom.example',
    url: 'https://loom.example/',
  };
  const counts = { customers: 4, customers_readable: 8, share: 0.5, share_low: 0.22, share_high: 0.78 };
  const segments = ['weavers', 'masons'].map((segment) => ({
    segment,
    customers: 8,
    resources: [{ ...resource, ...counts }],
  }));
  const page = load(pageOf(report({ segments })));
  expect(page('#segments h3').first().text()).toBe('weavers 8 clients');
  expect(page('#segments li').first().text().trim()).toBe('<b>Loom</b> 4 of 8, 50\u00A0%');
  expect(page('nav a[href="#segments"]')).toHaveLength(1);
  expect(load(pageOf(report()))('#segments')).toHaveLength(0);
});
