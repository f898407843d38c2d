import { expect, test } from 'vitest';
import { toJson } from '../../../src/outputs/json.ts';
import { report, chosen, row, teaser } from './example-report.ts';

const textOf = (given: Parameters<typeof toJson>[0]): string => [...toJson(given)].join('');

/** The same object, built the other way round, and with something that is no part of a report. */
function turned<Item extends object>(item: Item): Item {
  const entries: [string, unknown][] = Object.entries(item);
  return Object.assign(Object.fromEntries([...entries.toReversed(), ['followers', ['a customer']]]), item);
}

test('10,000 rows come back equal, one a line', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) =>
    row({ rank: index + 1, resourceId: `id-${index}`, title: '"\n\u2028<' }),
  );
  const all = report({ rows });
  const chunks = [...toJson(all)];
  const text = chunks.join('');
  expect(JSON.parse(text)).toEqual(all);
  expect(
    text.split('\n').filter((line) => line.startsWith('    {"rank":') && line.includes('"resourceId"')),
  ).toHaveLength(10_000);
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(2000);
});

test('the shape on paper', () => {
  const gone = {
    network: 'bluesky',
    resource: 'old.example',
    title: null,
    url: 'https://bsky.app/profile/old.example',
    customers: 4,
    rank: 2,
  };
  const text = textOf(
    report({
      rows: [],
      overlap: [
        [3, null],
        [null, 2],
      ],
      previous: { date: '2026-11-15', gone: [gone] },
      teasers: [],
      problems: [],
      choice: { ...report().choice, resources: [chosen()] },
    }),
  );
  expect(text).toBe(
    [
      '{',
      '  "schema": 1,',
      '  "generator": "target-resources 0.1.0",',
      '  "date": "2026-11-22",',
      '  "customers": 30,',
      '  "criteria": {"top":100,"minSubscribers":5000,"minCustomers":1,"thirdParty":"require","thirdPartyClasses":["guest_posts","suggest_box","interviews","open_wall","reposts"]},',
      '  "coverage": [',
      '    {"network":"bluesky","profiles":20,"read":12,"imported":1,"hidden":2,"not_found":3,"needs_login":0,"truncated":1,"not_reached":2,"excluded":0,"not_asked":0,"kept":0,"age_days":null,"surveyed":0},',
      '    {"network":"web","profiles":0,"read":0,"imported":4,"hidden":0,"not_found":0,"needs_login":0,"truncated":0,"not_reached":0,"excluded":0,"not_asked":0,"kept":0,"age_days":null,"surveyed":0}',
      '  ],',
      '  "reasons": [],',
      '  "rows": [],',
      '  "activity": [],',
      '  "handWork": null,',
      '  "baseline": null,',
      '  "choice": {"network":null,"customers_readable":30,"order":"greedy","reason":null,"tested":30,"resources":[{"step":1,"rank":1,"title":"Garden Weekly","network":"bluesky","resource":"garden-weekly.example","url":"https://bsky.app/profile/garden-weekly.example","customers":3,"new_customers":3,"covered":3,"reach":0.1,"reach_new_clients":0.0667,"reach_new_low":0.0185,"reach_new_high":0.2132,"family":null}],"apart":[]},',
      '  "segments": [],',
      '  "overlap": [[3,null],[null,2]],',
      '  "previous": {"date":"2026-11-15","gone":[{"network":"bluesky","resource":"old.example","url":"https://bsky.app/profile/old.example","customers":4,"rank":2,"title":null}]},',
      '  "proposals": [],',
      '  "worked": [],',
      '  "article": null,',
      '  "teasers": [],',
      '  "expenses": [],',
      '  "problems": [],',
      '  "lawful": [],',
      '  "notices": [],',
      '  "totals": {"resources":0,"keep":0,"drop":0,"review":0,"unexamined":0,"left_out":0,"left_out_below":1}',
      '}',
      '',
    ].join('\n'),
  );
});

test('every list with entries is valid JSON, hostile names included', () => {
  const all = report();
  expect(JSON.parse(textOf(all))).toEqual(all);
});

test('the order in which objects were built plays no part, and nothing else gets in', () => {
  const all = report();
  const other = turned({
    ...all,
    criteria: turned(all.criteria),
    coverage: all.coverage.map(turned),
    rows: all.rows.map((one) => turned({ ...one, thirdParty: turned(one.thirdParty) })),
    teasers: all.teasers.map(turned),
    problems: all.problems.map(turned),
  });
  expect(textOf(other)).toBe(textOf(all));
  expect(textOf(other)).not.toContain('a customer');
});

test('no field is missing', () => {
  const { rows, teasers } = JSON.parse(textOf(report({ rows: [row()], teasers: [teaser()] })));
  expect(rows).toEqual([row()]);
  expect(teasers).toEqual([teaser()]);
});
