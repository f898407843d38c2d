import { outsideClasses } from '../../../src/types/judgement.ts';
import { type ChoiceStep, type Report, type Row, type Teaser, verdicts } from '../../../src/types/report.ts';

/** A ranked row; what a test is about is given, the rest is plausible. */
export function row(given: Partial<Row> = {}): Row {
  return {
    rank: 1,
    network: 'bluesky',
    resource: 'garden-weekly.example',
    resourceId: 'did:plc:gardenweekly',
    title: 'Garden Weekly',
    url: 'https://bsky.app/profile/garden-weekly.example',
    host: 'public.api.bsky.app',
    customers: 3,
    customersReadable: 10,
    share: 0.3,
    shareLow: 0.1078,
    shareHigh: 0.6032,
    subscribers: 12_345,
    thirdParty: {
      kind: 'reposts',
      classes: [],
      postsRead: null,
      evidence: [],
      share: 0.125,
      authors: 4,
      evidenceUrl: 'https://bsky.app/profile/guest.example/post/3kabc',
      evidenceDate: '2026-11-02T08:30:00.000Z',
    },
    relevance: null,
    matchedTerms: ['soil', 'pruning; roses'],
    sensitive: [],
    expectedByChance: 0.00031,
    lift: 967.741,
    shareShrunk: 0.21,
    qValue: 0.002,
    strength: 'strong',
    massPage: false,
    block: 'main',
    newCustomers: 3,
    reach: 0.3,
    lastPost: '2026-11-20',
    contact: null,
    rankChange: null,
    retrievedAt: '2026-11-22T00:00:00.000Z',
    verdict: 'keep',
    ruleVerdict: null,
    reason: 'third_party_evidence',
    note: '',
    description: 'Letters from the garden',
    wishes: [],
    ageDays: null,
    surveyed: 0,
    family: null,
    familyCustomers: null,
    familyPages: [],
    familyHints: [],
    results: null,
    factsFrom: 'network',
    ...given,
  };
}

/** A step of the plan. */
export function chosen(given: Partial<ChoiceStep> = {}): ChoiceStep {
  const { rank, title, network, resource, url, customers } = row();
  return {
    step: 1,
    rank,
    title,
    network,
    resource,
    url,
    customers,
    new_customers: 3,
    covered: 3,
    reach: 0.1,
    reach_new_clients: 0.0667,
    reach_new_low: 0.0185,
    reach_new_high: 0.2132,
    family: null,
    ...given,
  };
}

export function teaser(given: Partial<Teaser> = {}): Teaser {
  return {
    rank: 1,
    title: 'Garden Weekly',
    network: 'bluesky',
    resource: 'garden-weekly.example',
    url: 'https://bsky.app/profile/garden-weekly.example',
    link: 'https://blog.example/roses?utm_source=bsky.app',
    shortLink: null,
    utmSource: 'bsky.app',
    utmMedium: 'social',
    utmCampaign: 'roses',
    utmContent: 'bluesky-garden-weekly-example',
    ga4Channel: 'Organic Social',
    teaser: 'Roses die.\n\nNot these.\n\nhttps://blog.example/roses?utm_source=bsky.app',
    length: 70,
    limit: 300,
    fits: true,
    utmTerm: null,
    paid: false,
    warnings: [],
    variant: 1,
    language: null,
    unit: 'graphemes',
    cut: [],
    limitWithPicture: 300,
    fitsWithPicture: true,
    limitPaidAccount: null,
    linkPlace: 'clickable',
    lawful: [],
    proposed: [],
    draft: null,
    ownWording: false,
    ...given,
  };
}

/** Names that strangers could give themselves to harm whoever opens the files. */
export const hostileNames = [
  '=HYPERLINK("https://evil.example","click")',
  "=cmd|' /C calc'!A0",
  '"; DROP TABLE rows; --',
  'a,b;c\td"e',
  'two\nlines\r\nthree',
  '\u202Egnp.exe',
  'nul\u0000byte\u0007bell',
  '</script><script>alert(1)</script>',
  "'already quoted'",
  ' leading and trailing ',
  '../../etc/passwd',
  'пекарня «Хлеб»',
  '👩‍🌾 garden',
];

export function report(given: Partial<Report> = {}): Report {
  const ranked = 1 + hostileNames.length;
  const made: Omit<Report, 'totals'> = {
    schema: 1,
    generator: 'target-resources 0.1.0',
    date: '2026-11-22',
    customers: 30,
    criteria: {
      top: 100,
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: 'require',
      thirdPartyClasses: [...outsideClasses],
    },
    reasons: [],
    coverage: [
      {
        network: 'bluesky',
        profiles: 20,
        read: 12,
        imported: 1,
        hidden: 2,
        not_found: 3,
        needs_login: 0,
        truncated: 1,
        not_reached: 2,
        not_asked: 0,
        excluded: 0,
        kept: 0,
        age_days: null,
        surveyed: 0,
      },
      {
        network: 'web',
        profiles: 0,
        read: 0,
        imported: 4,
        hidden: 0,
        not_found: 0,
        needs_login: 0,
        truncated: 0,
        not_reached: 0,
        not_asked: 0,
        excluded: 0,
        kept: 0,
        age_days: null,
        surveyed: 0,
      },
    ],
    segments: [],
    choice: {
      network: null,
      customers_readable: 30,
      order: 'greedy',
      reason: null,
      tested: 30,
      resources: given.rows
        ? []
        : [
            chosen(),
            chosen({ step: 2, rank: 2, resource: String(hostileNames[0]), title: String(hostileNames[7]), covered: 6 }),
          ],
      apart: [],
    },
    rows: [
      row(),
      ...hostileNames.map((name, index) =>
        row({
          rank: index + 2,
          resource: name,
          resourceId: `${index}`,
          title: name,
          contact: name,
          matchedTerms: [name],
        }),
      ),
      row({
        rank: null,
        network: 'mastodon',
        resource: 'small@fedi.test',
        resourceId: 'https://fedi.test/users/small',
        subscribers: null,
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
        matchedTerms: [],
        expectedByChance: null,
        lift: null,
        massPage: null,
        newCustomers: null,
        reach: null,
        lastPost: null,
        retrievedAt: null,
        verdict: 'review',
        reason: 'subscribers_unknown',
        note: 'ask; "later", maybe',
      }),
    ],
    activity: [],
    handWork: null,
    baseline: null,
    overlap: Array.from({ length: ranked }, (_, at) =>
      Array.from({ length: ranked }, (__, index) => (at === index ? 3 : (at + index) % 3)),
    ),
    previous: {
      date: '2026-11-15',
      gone: [
        { network: 'web', resource: 'old.example', title: null, url: 'https://old.example', customers: 2, rank: 4 },
      ],
    },
    teasers: [teaser(), teaser({ rank: 2, network: 'web', limit: null, resource: 'garden.example' })],
    problems: [
      { file: 'clients.csv', line: 3, value: '@anna', problem: 'no network', whatToDo: 'write the whole address' },
      { file: 'clients.csv', line: 0, value: '', problem: '=1+1', whatToDo: '-' },
    ],
    proposals: [],
    worked: [],
    article: null,
    expenses: [],
    lawful: [],
    notices: [],
    ...given,
  };
  return { ...made, totals: given.totals ?? totalsIn(made.rows) };
}

/** Of a report that shows all that was counted. */
function totalsIn(rows: readonly Row[]): Report['totals'] {
  const counts = verdicts.map((verdict) => [verdict, rows.filter((each) => each.verdict === verdict).length]);
  return {
    resources: rows.length,
    ...(Object.fromEntries(counts) as Record<Row['verdict'], number>),
    left_out: 0,
    left_out_below: 1,
  };
}

/** Texts that would act, or lead astray, in a page that prints them as they are. */
export const harmfulTexts = [
  ...hostileNames,
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></textarea></script><b>bold</b>',
  '<!--<script>',
  '&lt;b&gt;',
  '{n|a|b}',
  '\u2028\u2029\u061C\u200F\u2066\u2069\u202Eend',
  '\uD800',
  'x'.repeat(5000),
];

/** The report with a text of a stranger in every place that a stranger can fill. */
export function reportWith(text: string): Report {
  const all = row({
    resource: text,
    title: text,
    url: text,
    network: text,
    contact: text,
    note: text,
    description: text,
    wishes: [text],
    lastPost: text,
    rankChange: text,
    thirdParty: {
      kind: 'reposts',
      classes: [],
      postsRead: null,
      evidence: [],
      share: 1,
      authors: 2,
      evidenceUrl: text,
      evidenceDate: text,
    },
  });
  const gone = [{ network: text, resource: text, title: text, url: text, customers: 3, rank: 2 }];
  return report({
    rows: [all, { ...all, rank: 2, resourceId: '2' }],
    activity: [],
    baseline: null,
    overlap: [
      [3, 1],
      [1, 3],
    ],
    previous: { date: '2026-11-15', gone },
    teasers: [teaser({ teaser: text, link: text })],
    problems: [{ file: text, line: 1, value: text, problem: text, whatToDo: text }],
  });
}
