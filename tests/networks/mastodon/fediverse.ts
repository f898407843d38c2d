import { mastodon } from '../../../src/networks/mastodon/index.ts';
import type { ProfileName } from '../../../src/types/input.ts';
import type { Facts, FollowsPage, ProfileLookup, Post, Profile, Resource } from '../../../src/types/resource.ts';
import type { Web } from '../../../src/types/web.ts';
import { exchangesOf, fixtureWeb } from '../fixture-web.ts';
import { all } from '../../helpers/all.ts';

// What the tests of the fediverse's protocols ask the network `mastodon`.

export const network = 'mastodon';

export const web = (...scenarios: string[]): Web & { asked: string[] } =>
  fixtureWeb(scenarios.flatMap((scenario) => exchangesOf(network, scenario)));

const nameOf = (name: string): ProfileName => ({
  network,
  name,
  host: name.startsWith('http') ? new URL(name).host : name.slice(name.indexOf('@') + 1),
});

export async function find(name: string, asking: Web): Promise<ProfileLookup> {
  const [answer] = await all(mastodon.findProfiles([nameOf(name)], asking));
  return answer?.[1] ?? { status: 'not_reached', note: 'no answer' };
}

export const profileOf = (ref: string, host: string): Profile => ({
  network,
  id: `https://${host}/somebody`,
  ref,
  host,
});

export const follows = (profile: Profile, asking: Web, from: string | null = null): Promise<FollowsPage[]> =>
  all(mastodon.listFollows(profile, asking, from));

export const idsOf = (pages: FollowsPage[]): string[] =>
  pages.flatMap(({ resources }) => resources.map(({ id }) => id));

/** A resource as a list shows it that tells no more than its actor URI, or its name too. */
export const resourceOf = (id: string, name = id): Resource => ({
  network,
  id,
  name,
  title: 'As listed',
  url: id,
  host: new URL(id).host,
});

export async function factsOf(resource: Resource, asking: Web): Promise<Facts | undefined> {
  const [answer] = await all(mastodon.readFacts([resource], asking));
  return answer?.[1];
}

export const postsOf = (resource: Resource, asking: Web, ref = ''): Promise<Post[]> =>
  all(
    mastodon.readPosts(
      resource,
      {
        ...resource,
        subscribers: 5000,
        description: null,
        group: false,
        exists: true,
        ref,
        wishes: [],
      },
      asking,
    ),
  );

export const findResource = (name: string, asking: Web) =>
  all(mastodon.findResources([{ ...nameOf(name), id: null, url: '' }], asking));
