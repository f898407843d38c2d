import { Refused, UnexpectedAnswer, WebError } from '../errors.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Row } from '../types/report.ts';
import type { Facts } from '../types/resource.ts';
import type { Clock } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import type { Web } from '../types/web.ts';
import { failure } from './failure.ts';
import { authorPageFrom, authorPageOn, linkedAuthorPage, ownSite } from './author-links.ts';

/** A site is asked gently, and once. */
const anySite = { id: 'author pages', paces: [{ requests: 10, seconds: 20 }], concurrency: 1, tries: 1 };

export interface AuthorPageContext {
  store: Store;
  clock: Clock;
  signal: AbortSignal;
  webFor: (asker: typeof anySite) => Web;
  /** The network whose host this is; undefined where it is none's. */
  networkAt: (host: string) => AnyNetwork | undefined;
  /** Whether the page is looked for on the site of a resource, where the resource does not link to it itself. */
  search: boolean;
}

/**
 * Reads the page for authors of each ranked resource that the state holds none of: the one that the resource links to, or
 * else the one that its own site links to. At most two pages a resource; a site that does not answer is asked by the next
 * run.
 */
export async function readAuthorPages(rows: readonly Row[], context: AuthorPageContext): Promise<void> {
  const { store, clock } = context;
  await Promise.all(
    rows.map(async (row) => {
      const resource = { network: row.network, id: row.resourceId };
      if (row.rank === null || store.authorPage(resource)) return;
      const page = await authorPageOf(store.facts(resource)?.facts ?? factsOf(row), context);
      if (page) store.saveAuthorPage(resource, page, clock.now());
    }),
  );
}

const factsOf = ({ url, description }: Row): Pick<Facts, 'url' | 'description'> => ({ url, description });

const none: AuthorPage = { url: null, texts: [], form: null };

/** Null where nothing is known, since nobody was asked or nobody answered. */
async function authorPageOf(
  facts: Pick<Facts, 'url' | 'description' | 'links' | 'contacts'>,
  { webFor, networkAt, search, signal }: AuthorPageContext,
): Promise<AuthorPage | null> {
  const linked = linkedAuthorPage(facts);
  const site = search ? ownSite(facts, (host) => networkAt(host) !== undefined) : null;
  if (linked === null && site === null) return null;
  try {
    const web = webFor(anySite);
    const address = linked ?? (await findOn(site ?? '', web));
    if (address === null) return none;
    const { body, url } = await web.page(secure(address));
    return authorPageFrom(body, url);
  } catch (error) {
    failure(error, signal);
    const mayPass = error instanceof WebError && !(error instanceof Refused || error instanceof UnexpectedAnswer);
    return mayPass ? null : none;
  }
}

async function findOn(site: string, web: Web): Promise<string | null> {
  const { body, url } = await web.page(secure(site));
  return authorPageOn(body, url);
}

const secure = (address: string): string => address.replace(/^http:/i, 'https:');
