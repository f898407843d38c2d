import { lookup } from '../../text/lookup.ts';
import { embeddedObjectsOf } from '../../text/structured-data.ts';
import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ImportFile } from '../import-format.ts';
import { pathParts, savedPage } from '../pages/page.ts';
import { textIn } from './data.ts';
import { isOfType } from './postings.ts';
import type { ShownPage } from './reading.ts';
import { readShown, shownPage } from './shown.ts';

const kinds: Record<string, string | undefined> = {
  company: 'company page',
  groups: 'group',
  newsletters: 'newsletter',
};

/** A company, school, group or newsletter on LinkedIn. A person's page is none. */
export function linkedinResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /(?:^|\.)linkedin\.(?:com|cn)$/.test(host));
  const page = shownPage(saved, file, identify, 'linkedin');
  const [kind = ''] = page?.resource.name.split('/') ?? [];
  const what = lookup(kinds, kind);
  if (page === null || what === undefined) return null;
  return readShown(page, `saved page of a LinkedIn ${what}`, {
    isAccount: (url) => /^\/(?:in|company|school|showcase)\/[^/]+\/?$/.test(url.pathname),
    postAt,
    addressOfId: (id) => postOf(/:(\d{18,20})/.exec(id)?.[1]),
    momentOf,
    told: organisationIn(page),
    group: kind === 'groups',
  });
}

const postOf = (number: string | undefined): string | null =>
  number === undefined ? null : `https://www.linkedin.com/feed/update/urn:li:activity:${number}`;

function postAt(url: URL): string | null {
  const [first = '', second = '', third = ''] = pathParts(url);
  if (!/(?:^|\.)linkedin\.(?:com|cn)$/.test(url.hostname)) return null;
  if (first === 'feed' && second === 'update') return postOf(/:(\d{18,20})/.exec(third)?.[1]);
  if (first === 'posts') return postOf(/-(?:activity|share|ugcPost)-(\d{18,20})/.exec(second)?.[1]);
  return first === 'pulse' && second !== '' ? `https://www.linkedin.com/pulse/${encodeURIComponent(second)}` : null;
}

/** The upper bits of an update's number are milliseconds since 1970. */
function momentOf(address: string): number | null {
  const [, number] = /:(\d{18,20})/.exec(address) ?? [];
  return number === undefined ? null : Number(BigInt(number) >> 22n);
}

/** What the page says of the company to other programs. */
function organisationIn({ $, resource, identify }: ShownPage): SavedResource['told'] {
  for (const object of embeddedObjectsOf($)) {
    const url = textIn(object, 'url');
    const named = isOfType(object, /Organization|Corporation$/) && url !== null ? identify(url) : null;
    if (named === null || 'reason' in named || named.name !== resource.name) continue;
    const [title, description] = [textIn(object, 'name'), textIn(object, 'description')];
    return { ...(title !== null && { title }), ...(description !== null && { description }) };
  }
  return {};
}
