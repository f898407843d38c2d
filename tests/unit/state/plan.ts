import type { Customer, Problem, ProfileName } from '../../../src/types/input.ts';
import type { FollowsPage, Listed, Profile } from '../../../src/types/resource.ts';

// What the script that is killed writes, and what must be found afterwards.

export const lists = 150;
export const now = Date.UTC(2026, 10, 20, 12);

export const nameAt = (list: number): ProfileName => ({ network: 'bluesky', name: `n${list}`, host: 'api.example' });

export const profileAt = (list: number): Profile => ({
  network: 'bluesky',
  id: `did:plc:${list}`,
  ref: `${list}`,
  host: 'api.example',
});

/** One to five pages that overlap; the first resource of the first page is the list's own. */
export const pagesAt = (list: number): FollowsPage[] =>
  Array.from({ length: 1 + (list % 5) }, (_, page) => ({
    resources: Array.from({ length: 12 }, (__, at) =>
      resource(page + at === 0 ? `own-${list}` : `${list * 7 + page * 10 + at}`),
    ),
    next: page < list % 5 ? `page ${page + 1}` : null,
  }));

function resource(id: string): Listed {
  const url = `https://pages.example/${id}`;
  const place = { network: 'bluesky', host: 'api.example', url };
  return {
    ...place,
    id,
    name: `${id}.example`,
    title: `Page ${id}`,
    subscribers: id.length * 1000,
    countedBy: 'home',
  };
}

/** Input number n: every customer's imported list has n % 9 + 1 resources, and the one problem stands in line n. */
export function inputAt(number: number): [Customer[], Map<string, Listed[]>, Problem[]] {
  const customers = Array.from({ length: lists }, (_, list) => ({ key: `customer ${list}`, profiles: [nameAt(list)] }));
  const resources = Array.from({ length: (number % 9) + 1 }, (_, at) => resource(`imported-${at}`));
  const problem = { file: 'clients.csv', line: number, value: '', problem: 'none', whatToDo: 'nothing' };
  return [customers, new Map(customers.slice(0, 20).map(({ key }) => [key, resources])), [problem]];
}
