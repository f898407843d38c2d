import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDemo } from '../../../src/demo/start.ts';
import { storyOf } from '../../../src/demo/story.ts';
import { directoryOf } from '../../../src/demo/world.ts';
import { networks } from '../../../src/networks/index.ts';
import { readInput } from '../../../src/inputs/read-input.ts';

const today = new Date('2026-11-22T15:30:00Z');
const world = storyOf(today);
const directory = directoryOf(world);
const pages = world.accounts.filter(({ shown }) => shown.length > 0);
const input = (name: string): string => fileURLToPath(new URL(`../../../input/${name}.csv`, import.meta.url));
const shipped = await readInput(
  { customers: input('customers'), follows: [input('follows')], verdicts: input('verdicts'), columns: new Map() },
  networks,
);

describe('the world of the example', () => {
  it('is the same all day, and grows older by whole days', () => {
    expect(storyOf(new Date('2026-11-22T00:00:00Z'))).toEqual(world);
    const datesOf = ({ accounts }: typeof world) =>
      accounts.flatMap(({ shown }) => shown.map(({ at }) => Date.parse(at)));
    const later = storyOf(new Date('2026-12-02T08:00:00Z'));
    expect(datesOf(later)).toEqual(datesOf(world).map((at) => at + 10 * 86_400_000));
    expect(later.accounts.map(({ id, follows }) => [id, follows])).toEqual(
      world.accounts.map(({ id, follows }) => [id, follows]),
    );
  });

  it('shows posts newest first, none from the future, no two at one instant', () => {
    for (const { name, shown } of pages) {
      const dates = shown.map(({ at }) => at);
      expect([name, dates]).toEqual([name, [...new Set(dates)].toSorted().toReversed()]);
      expect(Date.parse(dates[0] ?? '')).toBeLessThan(Date.parse('2026-11-22T00:00:00Z'));
    }
  });

  it('lives on reserved names, but for the AppView', async () => {
    const { connectTo, close } = await startDemo(today);
    onTestFinished(close);
    const [appView, ...others] = Object.keys(connectTo);
    expect(appView).toBe('public.api.bsky.app');
    expect(others).toHaveLength(11);
    for (const host of others) expect(host).toMatch(/\.example$/);
    const handles = world.accounts.filter(({ server }) => server === appView).map(({ name }) => name);
    for (const handle of handles) expect(handle).toMatch(/\.example$/);
  });

  it('has pages on either side of the floor, and titles that spreadsheets and alphabets stumble over', () => {
    const counts = pages.map(({ subscribers }) => subscribers);
    expect(pages.length).toBeGreaterThanOrEqual(40);
    expect(counts).toEqual(expect.arrayContaining([4999, 5000, -1]));
    expect(Math.max(...counts)).toBeGreaterThan(1_000_000);
    const titles = pages.map(({ title }) => title).join('\n');
    for (const kind of [/^=/m, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]) expect(titles).toMatch(kind);
    const misjudged = pages.filter((each) => each.subscribers >= 5000 !== each.subscribersElsewhere >= 5000);
    expect(misjudged.map(({ name }) => name)).toEqual(['wildflower', 'fadinglawn', 'oldpress']);
    expect(pages.filter(({ group }) => group)).toHaveLength(1);
  });

  it('has a list whose first page is empty, one with a short page, and one longer than its server shows', () => {
    const active = (name: string): boolean[] => {
      const reader = directory.named('public.api.bsky.app', name);
      return (reader?.follows ?? []).map((id) => directory.account(id).state !== 'deactivated');
    };
    const first = active('inescarvalho.sky.example');
    expect(first.slice(0, 100)).not.toContain(true);
    expect(first.slice(100)).toContain(true);
    const mixed = active('ugo.ulliani-paving.example').slice(0, 100);
    expect([mixed.length, mixed.includes(true), mixed.includes(false)]).toEqual([100, true, true]);
    expect(directory.named('compost.example', 'willem')?.follows.length).toBeGreaterThan(40);
  });
});

describe('the shipped input', () => {
  it('is 30 customers, three of them with two networks', () => {
    expect(shipped.customers).toHaveLength(30);
    const several = shipped.customers.filter(({ profiles }) => profiles.length > 1);
    expect(several.map(({ key, profiles }) => [key, profiles.map(({ network }) => network)])).toEqual(
      ['duncan doyle', 'milo marsh', 'cormac dell'].map((key) => [key, ['bluesky', 'mastodon']]),
    );
  });

  it('names nobody who is not in the world, and one on a network that shows nothing', () => {
    const profiles = shipped.customers.flatMap((customer) => customer.profiles);
    const readable = profiles.filter(({ network }) => network !== 'instagram');
    expect(profiles.length - readable.length).toBe(1);
    expect(readable.filter(({ network, name }) => !accountNamed(network, name))).toEqual([]);
  });

  it('holds an address that is no profile, and a row without any', () => {
    expect(shipped.problems.map(({ line, value }) => [line, value])).toEqual([
      [12, 'https://bsky.app/search?q=juno+jarvis'],
      [35, 'Tilda Brandt tba'],
    ]);
  });

  it('has a survey of six about sites, and about a page that others follow on Bluesky', () => {
    expect(new Set(shipped.follows.map(({ customer }) => customer)).size).toBe(6);
    const customers = new Set(shipped.customers.map(({ key }) => key));
    for (const { customer } of shipped.follows) expect(customers).toContain(customer);
    const page = shipped.follows.find(({ resource }) => resource.network === 'bluesky')?.resource.name ?? '';
    const id = accountNamed('bluesky', page)?.id;
    expect(world.accounts.filter(({ follows }) => follows.includes(id ?? '')).length).toBeGreaterThan(10);
    expect(shipped.follows.filter(({ resource }) => resource.network === 'web')).toHaveLength(8);
  });

  it('decides about a site of the survey and about two pages of the world', () => {
    const surveyed = new Set(shipped.follows.map(({ resource }) => resource.id));
    const [site, ...others] = shipped.decisions;
    expect([site?.verdict, surveyed.has(site?.resource.id ?? null)]).toEqual(['keep', true]);
    expect(others.map(({ verdict }) => verdict)).toEqual(['drop', 'review']);
    expect(others.map(({ resource }) => accountNamed(resource.network, resource.name)?.shown.length)).toEqual([20, 20]);
  });
});

/** The account that a name from an input file means. */
function accountNamed(network: string, name: string) {
  if (network === 'bluesky') return directory.find(name) ?? directory.named('public.api.bsky.app', name);
  const [user = '', domain = ''] = name.split('@');
  const server = world.servers.find(({ host, accountDomain }) => (accountDomain ?? host) === domain);
  return server && directory.named(server.host, user);
}
