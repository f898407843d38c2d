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

/** What the AppView shows in place of a handle that no longer points at its account; many accounts have it. */
export const brokenHandle = 'handle.invalid';

const noProfile: NotIdentified = { reason: 'this Bluesky address names no profile' };
const shortLink: NotIdentified = {
  reason: 'this short link names no profile: open it and copy the address it leads to',
};

export const parseProfile = (input: string): ProfileName | NotIdentified | null => profileName(written(input));

export const parseResource = (input: string): ResourceName | NotIdentified | null => resourceName(written(input));

/** An account, or a feed or list that an account keeps, as it was written. */
interface Written {
  actor: string;
  kept?: { kind: 'feed' | 'lists'; key: string };
}

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
  if (key !== undefined && collection === 'app.bsky.feed.generator') return account(authority, 'feed', key);
  if (key !== undefined && collection === 'app.bsky.graph.list') return account(authority, 'lists', key);
  return collection === 'app.bsky.graph.starterpack' ? noProfile : account(authority);
}

function inUrl(text: string): Written | NotIdentified | null {
  const address = parseHosted(text);
  if (!address) return null;
  const { site, path } = address;
  if (site.endsWith('.bsky.social')) return account(site);
  if (site === 'go.bsky.app') return shortLink;
  if (!apps.has(site)) return null;
  const [page, who, section, key] = path;
  if (page?.toLowerCase() !== 'profile' || !who) return noProfile;
  return (section === 'feed' || section === 'lists') && key ? account(who, section, key) : account(who);
}

function account(who: string, kind?: 'feed' | 'lists', key = ''): Written | NotIdentified {
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
  if (name.kept) return { reason: `this is a ${name.kept.kind === 'feed' ? 'feed' : 'list'}, not a profile` };
  return { network, name: name.actor, host };
}

function resourceName(name: Written | NotIdentified | null): ResourceName | NotIdentified | null {
  if (name === null || 'reason' in name) return name;
  const { actor, kept } = name;
  const did = isDid(actor) ? actor : null;
  if (!kept) return { network, name: actor, host, id: did, url: profileUrl(actor) };
  const collection = kept.kind === 'feed' ? 'app.bsky.feed.generator' : 'app.bsky.graph.list';
  return {
    network,
    name: `${actor}/${kept.kind}/${kept.key}`,
    host,
    id: did && `at://${did}/${collection}/${kept.key}`,
    url: `${profileUrl(actor)}/${kept.kind}/${kept.key}`,
  };
}

export const profileUrl = (actor: string): string => `https://bsky.app/profile/${actor}`;

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
