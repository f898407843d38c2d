import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import { Refused, UnexpectedAnswer } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { listOf } from '../kit/fields.ts';
import { address, needsLogin } from './accounts.ts';
import type { MissingAccount } from './accounts.ts';
import { hostOf, isUri, userAndDomain } from './addresses.ts';
import { traitsOf } from './software.ts';

/** What a domain says of an account (RFC 7033). */
export interface Finger {
  /** The name that it goes by; null where the domain gives none. */
  subject: { user: string; domain: string } | null;
  /** Its actor URI; null where it has no account of the fediverse. */
  actor: string | null;
}

const document = z.object({
  subject: z.string().nullable().catch(null),
  links: listOf(
    z.object({
      rel: z.string().catch(''),
      type: z.string().catch(''),
      href: address,
      properties: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});

type Told = z.infer<typeof document>;

const noServer: MissingAccount = { status: 'not_reached', note: 'no fediverse server answers there' };
const unknown: MissingAccount = { status: 'not_found', note: 'its domain knows no such account' };
const gone: MissingAccount = { status: 'not_found', note: 'its domain says that the account is gone' };

/** What is known in a run of how a domain answers. */
interface Domain {
  /** Where it is asked, once it has answered there. */
  template?: string;
}

/**
 * Asks a domain where an account lives, at the usual address, and where nothing is there at the one that the domain's
 * host-meta gives (RFC 6415), as Mastodon does.
 * @param resource `acct:user@domain` or an actor URI
 * @param isHome the domain is the actor's own host, so no other one describes it
 * @throws WebError
 */
export async function askWebFinger(
  resource: string,
  domain: string,
  web: Web,
  isHome = isUri(resource),
): Promise<Finger | MissingAccount> {
  const usual = `https://${domain}/.well-known/webfinger?resource={uri}`;
  const known = await web.once(`mastodon:finger:${domain}`, () => Promise.resolve<Domain>({}));
  const first = await ask(known.template ?? usual, resource, web);
  if (!('status' in first)) {
    known.template ??= usual;
    return first;
  }
  if (known.template !== undefined || first === gone || first.status === 'needs_login') return first;
  // A server of the fediverse answers itself, too.
  if (isHome || (await traitsOf(domain, web)).finder) return first;
  const template = await templateOf(domain, web);
  if (template === null || template === usual) return first;
  known.template = template;
  return ask(template, resource, web);
}

async function ask(template: string, resource: string, web: Web): Promise<Finger | MissingAccount> {
  try {
    const url = template.replaceAll('{uri}', inQuery(resource));
    const headers = { accept: 'application/jrd+json, application/json' };
    const { body } = await web.json(url, document, { headers });
    return { subject: nameIn(body.subject ?? resource), actor: actorIn(body) };
  } catch (error) {
    if (error instanceof UnexpectedAnswer) return noServer;
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) return { status: 'needs_login', note: login };
    if (error.status === 410) return gone;
    if (error.status !== 400 && error.status !== 404) throw error;
    return unknown;
  }
}

/** Lemmy names a person and a community under one name; it is the community that can be read. */
function actorIn({ links }: Told): string | null {
  const actors = links.filter(
    ({ rel, type, href }) => rel === 'self' && href && /^application\/(?:activity|ld)\+json/.test(type),
  );
  const isGroup = ({ properties }: Told['links'][number]): boolean => Object.values(properties).includes('Group');
  return (actors.find(isGroup) ?? actors[0])?.href ?? null;
}

/** `user` and `domain` of `acct:user@domain`, with or without `acct:` and `@`; null where a text is something else. */
export function nameIn(text: string): { user: string; domain: string } | null {
  const parts = userAndDomain(
    text
      .trim()
      .replace(/^acct:/i, '')
      .replace(/^@/, ''),
  );
  const domain = parts && hostOf(parts.domain);
  return parts && domain !== null ? { user: parts.user.toLowerCase(), domain } : null;
}

/** `@`, `:` and `/` may stand in a query as they are (RFC 3986, 3.4). */
export const inQuery = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%40|%3A|%2F/g, decodeURIComponent);

// ------------------------------------------------------------------ host-meta

const hostMeta = z.object({
  links: listOf(z.object({ rel: z.string(), type: z.string().catch(''), template: z.string() })),
});

interface Lrdd {
  rel: string;
  type: string;
  template: string;
}

/** Where a domain says that its accounts are described; null where it says nothing. Asked once a run. @throws WebError */
const templateOf = (domain: string, web: Web): Promise<string | null> =>
  web.once(`mastodon:host-meta:${domain}`, async () => {
    const at = `https://${domain}/.well-known/host-meta`;
    return (
      templateIn(await unlessNone(linksInXml(at, web))) ?? templateIn(await unlessNone(linksInJson(`${at}.json`, web)))
    );
  });

async function linksInXml(url: string, web: Web): Promise<Lrdd[]> {
  const { body } = await web.page(url, { kind: 'xml' });
  return body('*')
    .toArray()
    .filter((element) => 'name' in element && /^(?:\w+:)?link$/i.test(element.name))
    .map((element) => body(element))
    .map((link) => ({
      rel: link.attr('rel') ?? '',
      type: link.attr('type') ?? '',
      template: link.attr('template') ?? '',
    }));
}

async function linksInJson(url: string, web: Web): Promise<Lrdd[]> {
  const headers = { accept: 'application/jrd+json, application/json' };
  return (await web.json(url, hostMeta, { headers })).body.links;
}

async function unlessNone(links: Promise<Lrdd[]>): Promise<Lrdd[]> {
  try {
    return await links;
  } catch (error) {
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return [];
    throw error;
  }
}

/** The template that answers in JSON, or does not say in what; it may be written with `http:`. */
function templateIn(links: Lrdd[]): string | null {
  const templates = links.filter(({ rel, template }) => rel === 'lrdd' && template.includes('{uri}'));
  const best =
    templates.find(({ type }) => type.includes('json')) ?? templates.find(({ type }) => type === '') ?? templates[0];
  const template = best?.template.trim().replace(/^http:/i, 'https:') ?? '';
  return /^https:/i.test(template) && canParseUrl(template) ? template : null;
}
