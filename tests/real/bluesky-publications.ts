import type { SeedRecord } from './bluesky-seed.ts';
import type { Cells, Names } from './answer.ts';

// Publications of the protocol, their documents, and who subscribes to them, as records of the accounts of the seed.

const paper = { key: '3kpaperpaper2', owner: 'magazine' };
const leaf = { key: '3kleafleaf222', owner: 'digest' };
const single = { key: '3ksinglesing2', owner: 'mixed' };

const names = new Map([
  ['author-01', 'Ada Quince'],
  ['author-02', 'Bernd Sedge'],
]);

const uriOf = ({ key, owner }: typeof paper, collection = 'site.standard.publication'): string =>
  `at://{{did:${owner}}}/${collection}/${key}`;

/** @param daysAgo ISO 8601 instant so many days before the run */
export function publicationRecords(daysAgo: (days: number) => string): SeedRecord[] {
  const records: SeedRecord[] = [];
  const add = (by: string, collection: string, value: unknown, key?: string): void => {
    records.push({ by, collection, value, ...(key && { key }) });
  };
  const subscribe = (by: string, uri: string, collection = 'site.standard.graph.subscription'): void =>
    add(by, collection, { publication: uri });

  const inLeaflet = 'pub.leaflet.publication';
  add(
    paper.owner,
    'site.standard.publication',
    { name: 'The Paper', url: 'https://paper.example', description: 'News of hedges' },
    paper.key,
  );
  add(leaf.owner, inLeaflet, { name: 'Leaf', base_path: 'leaf.leaflet.example' }, leaf.key);
  add(single.owner, 'site.standard.publication', { name: 'Single', url: 'https://single.example' }, single.key);

  const write = (path: string, days: number, ...contributors: string[]): void =>
    add(paper.owner, 'site.standard.document', {
      site: uriOf(paper),
      path,
      title: `On ${path}`,
      publishedAt: daysAgo(days),
      contributors: contributors.map((key) => ({
        did: `{{did:${key}}}`,
        displayName: names.get(key) ?? '',
        role: 'author',
      })),
    });
  write('/hedges', 9, 'author-01');
  write('/walls', 8, 'author-02');
  write('/news', 7, paper.owner);
  add(leaf.owner, 'pub.leaflet.document', {
    publication: uriOf(leaf, inLeaflet),
    author: `{{did:${leaf.owner}}}`,
    title: 'Leaves',
    publishedAt: daysAgo(5),
  });

  // In the shared collection and in Leaflet's own, to one publication under either of its addresses.
  for (const client of ['client-01', 'client-02', 'client-03']) subscribe(client, uriOf(paper));
  subscribe('client-04', uriOf(paper), 'pub.leaflet.graph.subscription');
  subscribe('client-02', uriOf(leaf, inLeaflet), 'pub.leaflet.graph.subscription');
  subscribe('client-04', uriOf(leaf), 'site.standard.graph.subscription');
  subscribe('client-05', uriOf(single));
  // Anybody may write any record.
  add('client-05', 'site.standard.graph.subscription', { publication: 'at://nobody' });
  add('client-06', 'site.standard.graph.subscription', { $note: 'nothing else' });
  return records;
}

/** Whom the client list of this run holds; client-07 subscribes to nothing. */
export const subscribers = ['client-01', 'client-02', 'client-03', 'client-04', 'client-05', 'client-06', 'client-07'];

/** Rows of candidates.csv that are publications. */
export function publicationRows({ accounts }: Names): Cells[] {
  const id = ({ key, owner }: typeof paper): string =>
    `at://${accounts[owner]?.did ?? ''}/site.standard.publication/${key}`;
  const open = {
    network: 'bluesky',
    customers_readable: String(subscribers.length),
    subscribers: '',
    verdict: 'review',
  };
  return [
    {
      ...open,
      title: 'The Paper',
      url: 'https://paper.example',
      customers: '4',
      third_party: 'guest_posts',
      third_party_authors: '2',
      evidence_url: 'https://paper.example/walls',
      reason: 'subscribers_unknown',
      resource_id: id(paper),
    },
    {
      ...open,
      title: 'Leaf',
      url: 'https://leaf.leaflet.example',
      customers: '2',
      third_party: 'own_only',
      reason: 'subscribers_unknown',
      resource_id: id(leaf),
    },
    {
      ...open,
      title: 'Single',
      url: 'https://single.example',
      customers: '1',
      third_party: 'unknown',
      reason: 'subscribers_unknown',
      resource_id: id(single),
    },
  ];
}
