import { z } from 'zod';
import { urlOf } from '../../text/web-address.ts';
import { Refused } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { listOf } from '../kit/fields.ts';
import { directory, homeOf } from './addresses.ts';

// Records as the server of an account hands them out to everybody. Lexicons: com.atproto.repo.describeRepo, getRecord
// and listRecords (https://docs.bsky.app/docs/category/http-reference); DID documents: https://atproto.com/specs/did.

/**
 * Whether records of accounts may be asked for. An AppView that `--connect-to` puts in another one's place may know
 * accounts that the public directory has never heard of: then nobody is named there, unless it is put elsewhere, too.
 */
export const asksRepositories = (web: Web, appView: string): boolean =>
  !web.isRedirected(appView) || web.isRedirected(directory);

const DidDocument = z.object({
  service: listOf(z.object({ id: z.string(), serviceEndpoint: z.string() })).catch([]),
});

/** The origin of the server that holds an account's records; null where there is none. Asked once a run. */
export const homeServer = (did: string, web: Web): Promise<string | null> =>
  web.once(`server of ${did}`, async () => {
    const home = homeOf(did);
    // A host alone: the protocol knows no DIDs with a path, and ports for tests only.
    if (home.includes(':') || home.includes('%')) return null;
    const url = did.startsWith('did:web:') ? `https://${home}/.well-known/did.json` : `https://${home}/${did}`;
    const document = await unlessMissing(web.json(url, DidDocument));
    const server = document?.body.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint ?? '';
    return urlOf(server)?.origin ?? null;
  });

const Repository = z.object({ collections: z.array(z.string()) });

/** The collections that hold a record of the account. */
export const collectionsOf = async (server: string, did: string, web: Web): Promise<string[]> =>
  (await web.json(endpoint(server, 'describeRepo', { repo: did }), Repository)).body.collections;

/** One record; null where there is none, or no such account any more. */
export async function recordAt<Value>(
  server: string,
  { did, collection, key }: { did: string; collection: string; key: string },
  shape: z.ZodType<Value>,
  web: Web,
): Promise<Value | null> {
  const url = endpoint(server, 'getRecord', { repo: did, collection, rkey: key });
  const answer = await unlessMissing(web.json(url, z.object({ value: shape })));
  return answer?.body.value ?? null;
}

export interface RecordsPage<Value> {
  /** Newest first. */
  values: Value[];
  /** Records of another shape, which are left out: whoever owns an account may write any. */
  odd: number;
  isLast: boolean;
}

const ListedRecords = z.object({
  records: z.array(z.object({ value: z.unknown() }).catch({ value: undefined })),
  /** Absent at the end. */
  cursor: z.string().nullish(),
});

/**
 * The records of a collection, a hundred a page, which is the most that is handed out. A page may be short and still not
 * be the last: only a missing cursor ends the list.
 */
export async function* recordsIn<Value>(
  server: string,
  { did, collection }: { did: string; collection: string },
  shape: z.ZodType<Value>,
  web: Web,
): AsyncIterable<RecordsPage<Value>> {
  const sent = new Set<string>();
  let cursor: string | null = null;
  do {
    if (cursor) sent.add(cursor);
    const query = { repo: did, collection, limit: '100', ...(cursor && { cursor }) };
    const body: z.infer<typeof ListedRecords> = (await web.json(endpoint(server, 'listRecords', query), ListedRecords))
      .body;
    const read = body.records.map(({ value }) => shape.safeParse(value));
    const values = read.flatMap(({ success, data }) => (success ? [data] : []));
    // A cursor that came before would go round in circles.
    cursor = body.cursor && !sent.has(body.cursor) ? body.cursor : null;
    yield { values, odd: read.length - values.length, isLast: cursor === null };
  } while (cursor);
}

const endpoint = (server: string, method: string, query: Record<string, string>): string =>
  `${server}/xrpc/com.atproto.repo.${method}?${new URLSearchParams(query).toString()}`;

/** Null where the server says that there is no such thing; accounts and records that are unknown are a 400. */
async function unlessMissing<Body>(answer: Promise<Body>): Promise<Body | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refused && [400, 404, 410].includes(error.status)) return null;
    throw error;
  }
}
