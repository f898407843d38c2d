import { mailsIn } from '../text/mails.ts';
import type { Column } from '../outputs/columns.ts';
import type { OutreachFormat } from '../types/outreach.ts';
import { addressIn } from './placed.ts';
import type { OutreachRow } from './row.ts';
import { isDone } from './status-words.ts';

export const formatFile = (format: OutreachFormat): string => `outreach-${format}.csv`;

/** A resource as such a program takes it. */
export interface CrmRow extends OutreachRow {
  /** Host of the resource's own site; null where none is known. A network's host is nobody's own. */
  domain: string | null;
  /** One published mail address; null where there is none. */
  mail: string | null;
}

const nameOf = ({ title, resource }: OutreachRow): string => title ?? resource;

const stateOf = ({ person }: OutreachRow): string => person.status || (isDone(person.steps.pitch) ? 'pitched' : 'open');

/**
 * Companies of HubSpot by the labels of its own properties (developers.hubspot.com, imports, read 2026-11-28); the rest is
 * mapped to properties of one's own. The domain is the unique key there: two rows of one domain become one company, so
 * that a page of a network has none.
 */
const hubspot: Column<CrmRow>[] = [
  { name: 'Company name', kind: 'text', value: nameOf },
  { name: 'Company domain name', kind: 'text', value: ({ domain }) => domain },
  { name: 'Website URL', kind: 'text', value: ({ url }) => url },
  { name: 'Email', kind: 'text', value: ({ mail }) => mail },
  { name: 'Outreach status', kind: 'text', value: stateOf },
  { name: 'Next step', kind: 'text', value: ({ next }) => next.text },
  { name: 'Next date', kind: 'date', value: ({ next }) => next.date },
  { name: 'Followers', kind: 'integer', value: ({ subscribers }) => subscribers },
  { name: 'Clients who follow', kind: 'integer', value: ({ customers }) => customers },
  { name: 'Notes', kind: 'text', value: ({ person }) => person.note },
];

/**
 * Link partners of BuzzStream, in the order of its template (buzzstream.com/import-link-partners, read 2026-11-28). A
 * partner is a domain, and a second one of the same domain is skipped there.
 */
const buzzstream: Column<CrmRow>[] = [
  { name: 'Link Partner – Name', kind: 'text', value: nameOf },
  { name: 'Link Partner – Domain', kind: 'text', value: ({ domain }) => domain },
  { name: 'Linking From', kind: 'text', value: ({ person }) => addressIn(person.placement) },
  { name: 'Linking To', kind: 'text', value: () => null },
  { name: 'Anchor Text', kind: 'text', value: () => null },
];

/** Partners of Pitchbox, one row for each contact (help.pitchbox.com/article/252-partner-crm-import, read 2026-11-28). */
const pitchbox: Column<CrmRow>[] = [
  { name: 'Partner URL', kind: 'text', value: ({ url }) => url },
  { name: 'Partner Category', kind: 'text', value: ({ thirdParty }) => thirdParty },
  { name: 'Contact Email', kind: 'text', value: ({ mail }) => mail },
  { name: 'Contact Name', kind: 'text', value: () => null },
  { name: 'Company', kind: 'text', value: nameOf },
  { name: 'Link Type', kind: 'text', value: () => 'Guest Post' },
];

export const formatColumns: Readonly<Record<OutreachFormat, Column<CrmRow>[]>> = { hubspot, buzzstream, pitchbox };

/**
 * The rows for such a program: whoever may be contacted, once for each published mail where it keeps contacts apart, and
 * once for each domain where it keeps these. What has no site of its own is nothing to BuzzStream.
 * @param domainOf the host of a resource's own site
 */
export function crmRows(
  rows: readonly OutreachRow[],
  format: OutreachFormat,
  domainOf: (row: OutreachRow) => string | null,
): CrmRow[] {
  if (format === 'buzzstream') return partnersOf(rows, domainOf);
  return rows.flatMap((row) => {
    const mails = [...new Set(mailsIn(row.contact ?? ''))];
    const of = format === 'pitchbox' ? mails : mails.slice(0, 1);
    const domain = domainOf(row);
    return (of.length === 0 ? [null] : of).map((mail) => ({ ...row, domain, mail }));
  });
}

/** One row for each domain; where several placements of it are known, one for each of them. */
function partnersOf(rows: readonly OutreachRow[], domainOf: (row: OutreachRow) => string | null): CrmRow[] {
  const byDomain = new Map<string, OutreachRow[]>();
  for (const row of rows) {
    const domain = domainOf(row);
    if (domain !== null) byDomain.set(domain, [...(byDomain.get(domain) ?? []), row]);
  }
  return [...byDomain].flatMap(([domain, own]) => {
    const title = [...new Set(own.map(nameOf))].join(', ');
    const placed = own.filter(({ person }) => addressIn(person.placement) !== '');
    return (placed.length > 0 ? placed : own.slice(0, 1)).map((row) => ({ ...row, title, domain, mail: null }));
  });
}
