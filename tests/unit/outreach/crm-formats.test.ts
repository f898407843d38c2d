import { expect, test } from 'vitest';
import { toCsv } from '../../../src/outputs/csv.ts';
import { crmRows, formatColumns } from '../../../src/outreach/crm-formats.ts';
import { mergeOutreach } from '../../../src/outreach/merge.ts';
import type { OutreachFormat } from '../../../src/types/outreach.ts';
import { page } from './pages.ts';

const rows = mergeOutreach(
  [
    page({ contact: 'desk@garden.example (editor); ads@garden.example; https://garden.example', customers: 4 }),
    page({
      rank: 2,
      resourceId: 'did:2',
      title: '=Rows',
      url: 'https://t.me/rows',
      contact: null,
      network: 'telegram',
    }),
  ],
  { entries: [], ownHeadings: [] },
  { today: '2026-11-28', excludedAs: () => null, lawfulOn: () => [] },
);

const written = (format: OutreachFormat, of = rows): string[] => {
  const contacts = crmRows(of, format, ({ contact }) => (contact === null ? null : 'garden.example'));
  return [...toCsv(formatColumns[format], contacts, 'plain')].join('').trim().split('\n');
};

test('HubSpot gets a domain only where the resource has one of its own, and one mail', () => {
  expect(written('hubspot')).toEqual([
    'Company name,Company domain name,Website URL,Email,Outreach status,Next step,Next date,Followers,Clients who follow,Notes',
    'Garden Weekly,garden.example,https://bsky.app/profile/garden-weekly.example,desk@garden.example,open,subscribe and read along for a week,,12345,4,',
    "'=Rows,,https://t.me/rows,,open,subscribe and read along for a week,,12345,3,",
  ]);
});

const [first, ...others] = rows;
/** A second resource of the first one's publisher, with these placements. */
const family = (...placements: [string, string]) =>
  first
    ? [
        { ...first, person: { ...first.person, placement: placements[0] } },
        { ...first, title: 'Garden Radio', person: { ...first.person, placement: placements[1] } },
        ...others,
      ]
    : [];
const heading = 'Link Partner – Name,Link Partner – Domain,Linking From,Linking To,Anchor Text';

test('BuzzStream gets the columns of its template in their order, and only what has a domain of its own', () => {
  expect(written('buzzstream')).toEqual([heading, 'Garden Weekly,garden.example,,,']);
});

test('BuzzStream skips a second partner of a domain: one row stands for both, and one for each placement', () => {
  expect(written('buzzstream', family('', ''))).toEqual([heading, '"Garden Weekly, Garden Radio",garden.example,,,']);
  const one = 'https://garden.example/1';
  expect(written('buzzstream', family('', one))).toEqual([
    heading,
    `"Garden Weekly, Garden Radio",garden.example,${one},,`,
  ]);
  expect(written('buzzstream', family(one, `${one}2`))).toEqual([
    heading,
    `"Garden Weekly, Garden Radio",garden.example,${one},,`,
    `"Garden Weekly, Garden Radio",garden.example,${one}2,,`,
  ]);
});

test('Pitchbox gets a row for each published mail', () => {
  expect(written('pitchbox')).toEqual([
    'Partner URL,Partner Category,Contact Email,Contact Name,Company,Link Type',
    'https://bsky.app/profile/garden-weekly.example,reposts,desk@garden.example,,Garden Weekly,Guest Post',
    'https://bsky.app/profile/garden-weekly.example,reposts,ads@garden.example,,Garden Weekly,Guest Post',
    "https://t.me/rows,reposts,,,'=Rows,Guest Post",
  ]);
});
