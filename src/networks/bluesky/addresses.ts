import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { parseHosted } from '../kit/address.ts';

const network = 'bluesky';
export const host = 'public.api.bsky.app';

/** Sites that show Bluesky's profiles under /profile/<handle or DID>. */
export const apps = new Set([
  'bsky.app',
  'bsky.social',
  'main.bsky.dev',
  'staging.bsky.app',
  'deer.social',
  'blacksky.community',
]);

/** Shows any record of the protocol: the page of one that has no other, or whose other one is not known yet. */
export const recordViewer = 'pdsls.dev';

/** What the AppView shows in place of a handle that no longer points at its account; many accounts have it. */
export const brokenHandle = 'handle.invalid';

const noProfile: NotIdentified = { reason: 'this Bluesky address names no profile' };
const shortLink: NotIdentified = {
  reason: 'this short link names no profile: open it and copy the address it leads to',
};

export const parseProfile = (input: string): ProfileName | NotIdentified | null => profileName(written(input));

export const parseResource = (input: string): ResourceName | NotIdentified | null => resourceName(written(input));

/** An account, or something that an account keeps, as it was written. */
interface Written {
  actor: string;
  kept?: { kind: KeptKind; key: string };
}

type KeptKind = 'feed' | 'lists' | 'publication';

/** The collections whose records are such a thing. */
const kindOf = new Map<string, KeptKind>([
  ['app.bsky.feed.generator', 'feed'],
  ['app.bsky.graph.list', 'lists'],
  ['site.standard.publication', 'publication'],
  // Leaflet's own form. It moves them into the shared collection under the same keys.
  ['pub.leaflet.publication', 'publication'],
]);

const collections: Record<KeptKind, string> = {
  feed: 'app.bsky.feed.generator',
  lists: 'app.bsky.graph.list',
  publication: 'site.standard.publication',
};

const keptNotProfile: Record<KeptKind, NotIdentified> = {
  feed: { reason: 'this is a feed, not a profile' },
  lists: { reason: 'this is a list, not a profile' },
  publication: { reason: 'this is a publication, not a profile' },
};

function written(input: string): Written | NotIdentified | null {
  const text = stripInvisible(input);
  if (/^at:\/\//i.test(text)) return inAtUri(text);
  if (/^@?did:/i.test(text)) return account(text);
  if (/^@[^@/]+$/.test(text)) return actorOf(text) === null ? null : account(text);
  return inUrl(text);
}

function inAtUri(text: string): Written | NotIdentified {
  const [, authority = '', collection, key] = /^at:\/\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?$/.exec(text) ?? [];
  const wellFormed =
    isActor(authority) && (collection === undefined || isCollection(collection)) && (key === undefined || isKey(key));
  if (!wellFormed) return { reason: 'this at:// address is incomplete or has too many parts' };
  const kind = key === undefined ? undefined : kindOf.get(collection ?? '');
  if (kind) return account(authority, kind, key);
  return collection === 'app.bsky.graph.starterpack' ? noProfile : account(authority);
}

function inUrl(text: string): Written | NotIdentified | null {
  const address = parseHosted(text);
  if (!address) return null;
  const { site, path } = address;
  if (site.endsWith('.bsky.social')) return account(site);
  if (site === 'go.bsky.app') return shortLink;
  if (site === recordViewer) return path[0] === 'at:' ? inAtUri(`at://${path.slice(1).join('/')}`) : noProfile;
  if (!apps.has(site)) return null;
  const [page, who, section, key] = path;
  if (page?.toLowerCase() !== 'profile' || !who) return noProfile;
  return (section === 'feed' || section === 'lists') && key ? account(who, section, key) : account(who);
}

function account(who: string, kind?: KeptKind, key = ''): Written | NotIdentified {
  const actor = actorOf(who);
  if (actor === null) return { reason: `"${who}" is neither a full Bluesky handle, e.g. anna.bsky.social, nor a DID` };
  if (actor === brokenHandle) {
    return { reason: `many accounts are shown as ${brokenHandle}: use the address with the did: of the one you mean` };
  }
  if (!kind) return { actor };
  return isKey(key) ? { actor, kept: { kind, key } } : noProfile;
}

/** What is written in a column that is headed Bluesky: there a domain alone is a handle, too. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  if (actorOf(text) !== null) return profileName(account(text));
  const name = profileName(written(text));
  if (name) return name;
  const word = text.replace(/^@/, '');
  if (word === '' || /[/@]/.test(word)) return null;
  return { reason: `"${word}" is not a Bluesky handle: write the full handle, e.g. anna.bsky.social` };
}

function profileName(name: Written | NotIdentified | null): ProfileName | NotIdentified | null {
  if (name === null || 'reason' in name) return name;
  if (name.kept) return keptNotProfile[name.kept.kind];
  return { network, name: name.actor, host };
}

function resourceName(name: Written | NotIdentified | null): ResourceName | NotIdentified | null {
  if (name === null || 'reason' in name) return name;
  const { actor, kept } = name;
  const did = isDid(actor) ? actor : null;
  if (!kept) return { network, name: actor, host, id: did, url: profileUrl(actor) };
  const keptName = `${actor}/${kept.kind}/${kept.key}`;
  const id = did && `at://${did}/${collections[kept.kind]}/${kept.key}`;
  return {
    network,
    name: keptName,
    host: kept.kind === 'publication' && did ? homeOf(did) : host,
    id,
    url: namedPage(keptName),
  };
}

/** The page of an account, or of what it keeps, by the name it has here. */
export function namedPage(name: string): string {
  const [actor = '', kind, key] = name.split('/');
  return kind === 'publication'
    ? `https://${recordViewer}/at://${actor}/${collections[kind]}/${key}`
    : profileUrl(name);
}

/** The public directory of the accounts whose DID is of the method `plc`. */
export const directory = 'plc.directory';

/** The host that knows where the records of an account are. */
export const homeOf = (did: string): string => (did.startsWith('did:web:') ? did.slice('did:web:'.length) : directory);

const profileUrl = (actor: string): string => `https://bsky.app/profile/${actor}`;

/** The canonical handle or DID, or null where it is neither. */
export function actorOf(text: string): string | null {
  const word = stripInvisible(text).replace(/^@/, '');
  const undotted = word.replace(/\.$/, '');
  if (isHandle(undotted)) return undotted.toLowerCase();
  if (isDid(undotted) && /^did:(?:plc|web):/.test(undotted)) return undotted.toLowerCase();
  return isDid(word) ? word : null;
}

const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Syntax: atproto.com/specs/handle. A domain name whose last label starts with a letter. */
export function isHandle(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= 253 &&
    labels.length > 1 &&
    labels.every((each) => domainLabel.test(each)) &&
    !/^\d/.test(labels.at(-1) ?? '')
  );
}

/** Syntax: atproto.com/specs/did. */
export const isDid = (text: string): boolean => text.length <= 2048 && /^did:[a-z]+:[\w.:%-]*[\w.-]$/.test(text);

export const isActor = (text: string): boolean => isHandle(text) || isDid(text);

/** Syntax: atproto.com/specs/nsid. A reversed domain, then a name of letters and digits. */
function isCollection(text: string): boolean {
  const labels = text.split('.');
  const name = labels.pop() ?? '';
  return (
    text.length <= 317 &&
    labels.length > 1 &&
    labels.every((each) => domainLabel.test(each)) &&
    !/^\d/.test(text) &&
    /^[a-z][a-z0-9]{0,62}$/i.test(name)
  );
}

/** Syntax: atproto.com/specs/record-key. */
export const isKey = (text: string): boolean => /^(?!\.\.?$)[\w.:~-]{1,512}$/.test(text);

/** The account and the key of a publication's record, by its id; null where it is the id of something else. */
export function publicationIn(id: string): { did: string; key: string } | null {
  const [, did = '', collection = '', key = ''] = /^at:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  return isDid(did) && isKey(key) && kindOf.get(collection) === 'publication' ? { did, key } : null;
}

/** The name of a publication, see `namedPage`. */
export const publicationName = (did: string, key: string): string => `${did}/publication/${key}`;

export const publicationId = (did: string, key: string): string => `at://${did}/${collections.publication}/${key}`;
