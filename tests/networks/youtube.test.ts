import { describe, expect, onTestFinished, test } from 'vitest';
import { Refused, Stopped, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import { youtube } from '../../src/networks/youtube/index.ts';
import type { ProfileName, ResourceName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, Post, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import { crowdGraph, type Graph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { channelIdOf, youtubeDouble, type YouTubeOptions } from '../doubles/youtube.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';
import { hurriedClock } from '../helpers/clock.ts';

const network = 'youtube';
const host = 'youtube.googleapis.com';
const uc = (name: string): string => `UC${name.padEnd(22, '_')}`;
const named = (name: string): ProfileName => ({ network, name, host });
const profileOf = (id: string): Profile => ({ network, id, ref: id, host });
const resource = (id: string, name = 'written'): Resource => ({
  network,
  id,
  name,
  title: 'As listed',
  host,
  url: `https://www.youtube.com/@${name}`,
});
const factsOf = (id: string): Facts => ({
  name: 'gardenjournal',
  title: 'Garden journal',
  url: 'https://www.youtube.com/@gardenjournal',
  subscribers: 5000,
  description: null,
  group: false,
  exists: true,
  ref: id,
  host,
  wishes: [],
});

const web = (scenario: string) => fixtureWeb(exchangesOf(network, scenario), { token: 'a-key' });

/** Each name with the id it was found under, or why it was not. */
const find = async (names: string[], from: Web) => {
  const found = await all(youtube.findProfiles(names.map(named), from));
  return found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile.id : answer.status]);
};

const list = async (scenario: string, who = 'anna', from: string | null = null) => {
  const asking = web(scenario);
  return { read: await all(youtube.listFollows(profileOf(uc(who)), asking, from)), asked: asking.asked };
};

const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, ...rest }) => [resources.map(({ id }) => id.replace(/^UC|_+$/g, '')), rest] as const);

const readPosts = (from: Web) => youtube.readPosts(resource(uc('journal')), factsOf(uc('journal')), from);

/** The resource that an address names. */
function resourceIn(input: string): ResourceName {
  const name = youtube.parseResource(input);
  if (!name || 'reason' in name) throw new Error(`${input} names no resource`);
  return name;
}

const nameIn = (address: string): ProfileName => {
  const name = youtube.parseProfile(address);
  if (!name || 'reason' in name) throw new Error(`${address} names no profile`);
  return name;
};

const profilesIn = async (names: ProfileName[], from: Web) =>
  (await all(youtube.findProfiles(names, from))).map(([, found]) => ('profile' in found ? found.profile : null));

/** Requests that reading a list within this budget takes. */
const spending = async (scenario: string, budget: number) => {
  const from = fixtureWeb(exchangesOf(network, scenario), { token: 'a-key', budget });
  await all(youtube.listFollows(profileOf(uc('anna')), from, null)).catch((error: unknown) => {
    if (error instanceof Stopped) throw error;
  });
  return from.asked.length;
};

const start = Date.parse('2026-11-22T12:00:00Z');

/** The network's way to a server that answers from this graph. */
async function connect(graph: Graph, { given, ...options }: YouTubeOptions & { given?: string } = {}) {
  const double = youtubeDouble(graph, { now: () => start, ...options });
  const served = await serve([double]);
  let spent = 0;
  const client = createWebClient({
    clock: hurriedClock(start),
    connectTo: new Map(Object.entries(served.connectTo)),
    userAgent: 'target-resources/test',
    tokens: new Map([[network, given ?? double.token ?? '']]),
    takeFromBudget: (_, amount) => {
      spent += amount;
      return null;
    },
  });
  onTestFinished(async () => {
    await client.close();
    await served.close();
  });
  return { double, served, from: client.for(youtube), spent: () => spent };
}

describe('profile forms', () => {
  const id = 'UCgarden-letter_ABCDEFGH';
  test.for([
    ['https://www.youtube.com/@GardenLetter', 'gardenletter'],
    ['http://youtube.com/@gardenletter/', 'gardenletter'],
    ['HTTPS://WWW.YOUTUBE.COM/@GARDENLETTER', 'gardenletter'],
    ['//youtube.com/@gardenletter', 'gardenletter'],
    ['youtube.com/@gardenletter', 'gardenletter'],
    ['youtube.com./@gardenletter', 'gardenletter'],
    ['m.youtube.com//@gardenletter//videos', 'gardenletter'],
    ['https://de.youtube.com/@gardenletter', 'gardenletter'],
    ['https://gaming.youtube.com/@gardenletter', 'gardenletter'],
    ['https://www.youtube.com/@gardenletter?sub_confirmation=1', 'gardenletter'],
    ['https://www.youtube.com/@gardenletter/shorts?si=AbC#top', 'gardenletter'],
    ['https://www.youtube.com/%40garden.letter-2', 'garden.letter-2'],
    ['https://www.youtube.com/@%D0%A1%D0%B0%D0%B4%D0%BE%D0%B2%D0%BE%D0%B4', 'садовод'],
    ['https://www.youtube.com/@Садовод/about', 'садовод'],
    ['https://www.youtube.com/@garten%C2%B7brief', 'garten·brief'],
    ['https://www.youtube.com/@ga%CC%88rten', 'gärten'],
    ['https://www.youtube.com/@हिन्दी', 'हिन्दी'],
    ['https://www.youtube.com/@user-ab1cd2ef3g', 'user-ab1cd2ef3g'],
    ['\u202Ahttps://www.youtube.com/@garden\u200Bletter\u202C', 'gardenletter'],
    [`https://www.youtube.com/channel/${id}`, id],
    [`https://www.youtube.com/Channel/${id}/featured?view_as=subscriber`, id],
    [`https://music.youtube.com/channel/${id}`, id],
    [`https://studio.youtube.com/channel/${id}/videos/upload`, id],
    [`https://www.youtube.com/feeds/videos.xml?channel_id=${id}`, id],
    [`https://www.youtube.com/embed/live_stream?channel=${id}`, id],
    [id, id],
    [` ${id}\u00A0`, id],
    ['https://www.youtube.com/user/AnnaGardner/playlists', 'user/annagardner'],
    ['https://www.youtube.com/feeds/videos.xml?user=AnnaGardner', 'user/annagardner'],
    ['https://www.youtube.com/subscription_center?add_user=AnnaGardner', 'user/annagardner'],
    ['https://www.youtube.com/profile?user=AnnaGardner', 'user/annagardner'],
    ['https://www.youtube.com/c/GardenLetter/community', 'c/gardenletter'],
    ['https://www.youtube.com/c/%D0%A1%D0%B0%D0%B4', 'c/сад'],
    ['https://www.youtube.com/GardenLetter', '/gardenletter'],
    ['youtube.com/gardenletter/videos', '/gardenletter'],
  ] as const)('%s', ([input, name]) => {
    expect(youtube.parseProfile(input)).toEqual(named(name));
    expect(youtube.parseHandle(input)).toEqual(named(name));
    expect(youtube.parseResource(input)).toMatchObject({ ...named(name), id: name === id ? id : null });
  });

  test.for([
    ['https://www.youtube.com', 'names no channel'],
    ['https://www.youtube.com/watch?v=abcdefghijk', 'names no channel'],
    ['https://www.youtube.com/WATCH?v=abcdefghijk&ab_channel=GardenLetter', 'names no channel'],
    ['https://m.youtube.com/watch?v=abcdefghijk&list=PLgardenletter', 'names no channel'],
    ['https://youtu.be/abcdefghijk?si=AbCdEf', 'names no channel'],
    ['https://www.youtube-nocookie.com/embed/abcdefghijk', 'names no channel'],
    ['https://www.youtube.com/embed/abcdefghijk', 'names no channel'],
    ['https://www.youtube.com/shorts/abcdefghijk', 'names no channel'],
    ['https://www.youtube.com/live/abcdefghijk?feature=share', 'names no channel'],
    ['https://www.youtube.com/clip/UgkxAbCd', 'names no channel'],
    ['https://www.youtube.com/post/UgkxAbCd', 'names no channel'],
    ['https://www.youtube.com/playlist?list=UUgarden-letter_ABCDEFGH', 'names no channel'],
    ['https://www.youtube.com/results?search_query=gardens', 'names no channel'],
    ['https://www.youtube.com/hashtag/gardens', 'names no channel'],
    ['https://www.youtube.com/feed/subscriptions', 'names no channel'],
    ['https://www.youtube.com/feeds/videos.xml?playlist_id=PLgardenletter', 'names no channel'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Fwww.youtube.com%2F%40gardenletter', 'names no channel'],
    ['https://www.youtube.com/attribution_link?u=%2F%40gardenletter', 'names no channel'],
    ['https://www.youtube.com/signin?next=%2F%40gardenletter', 'names no channel'],
    ['https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F%40gardenletter', 'names no channel'],
    ['https://tv.youtube.com/welcome', 'names no channel'],
    ['https://www.youtube.com/user', 'names no channel'],
    ['https://www.youtube.com/c/', 'names no channel'],
    ['https://www.youtube.com/channel', 'names no channel'],
    ['https://www.youtube.com/robots.txt', 'names no channel'],
    [`https://www.youtube.com/channel/${id.toLowerCase()}`, '22 case-sensitive characters'],
    [`https://www.youtube.com/channel/${id.slice(0, 20)}`, '22 case-sensitive characters'],
    ['https://music.youtube.com/channel/MPLAgardenletter', '22 case-sensitive characters'],
    ['https://www.youtube.com/@', 'not a YouTube handle'],
    ['https://www.youtube.com/@garden%20letter', 'not a YouTube handle'],
    ['https://www.youtube.com/@%zz', 'not a YouTube handle'],
    [`https://www.youtube.com/@${'a'.repeat(31)}`, 'not a YouTube handle'],
  ] as const)('%s is of YouTube and no channel', ([input, why]) => {
    const reason = { reason: expect.stringContaining(why) };
    expect(youtube.parseProfile(input)).toEqual(reason);
    expect(youtube.parseHandle(input)).toEqual(reason);
    expect(youtube.parseResource(input)).toEqual(reason);
  });

  test.for([
    '',
    '  ',
    '@',
    '@gardenletter',
    'gardenletter',
    'UCgardenletter',
    'anna@mail.example',
    '@anna@mastodon.example',
    'https://notyoutube.com/@gardenletter',
    'https://youtube.com.example/@gardenletter',
    'https://youtube.com@other.example/@gardenletter',
    'https://video.example/@gardenletter',
    'https://[broken/@gardenletter',
    'ftp://youtube.com/@gardenletter',
  ])('%j may be of another network', (input) => {
    expect(youtube.parseProfile(input)).toBeNull();
    expect(youtube.parseResource(input)).toBeNull();
  });

  test.for([
    ['@GardenLetter', 'gardenletter'],
    ['gardenletter', 'gardenletter'],
    ['\u200E@garden.letter', 'garden.letter'],
    ['Садовод', 'садовод'],
    [`channel/${id}`, id],
    ['/user/AnnaGardner', 'user/annagardner'],
    ['c/GardenLetter', 'c/gardenletter'],
  ] as const)('in a column of its own %s is a channel', ([input, name]) => {
    expect(youtube.parseHandle(input)).toEqual(named(name));
  });

  test.for(['Anna Gardner', '@garden!letter', '-', '.gardenletter'])(
    'in a column of its own %s asks for a handle',
    (input) => {
      expect(youtube.parseHandle(input)).toEqual({ reason: expect.stringContaining('write it as @name') });
    },
  );

  test.for(['', '@', 'anna@mail.example', '@anna@mastodon.example', 'https://x.com/anna', 'x.com/anna'])(
    'in a column of its own %j is left to the other networks',
    (input) => {
      expect(youtube.parseHandle(input)).toBeNull();
    },
  );

  test('the examples say what the parser does', () => {
    expect(youtube.examples.length).toBeGreaterThanOrEqual(8);
    for (const { input, profile } of youtube.examples) {
      const parsed = youtube.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, profile]);
    }
  });

  test.for([
    [`music.youtube.com/channel/${id}`, `https://www.youtube.com/channel/${id}`],
    ['m.youtube.com/@GardenLetter?x=1', 'https://www.youtube.com/@gardenletter'],
    ['youtube.com/@Садовод', 'https://www.youtube.com/@%D1%81%D0%B0%D0%B4%D0%BE%D0%B2%D0%BE%D0%B4'],
    ['youtube.com/user/Anna', 'https://www.youtube.com/user/anna'],
    ['youtube.com/c/Anna', 'https://www.youtube.com/c/anna'],
    ['youtube.com/Anna', 'https://www.youtube.com/anna'],
  ] as const)('%s is opened at %s, which names the same channel', ([input, url]) => {
    expect(resourceIn(input).url).toBe(url);
    expect(resourceIn(url)).toEqual(resourceIn(input));
  });
});

describe('finding profiles', () => {
  test('ids are asked for together, handles and user names one by one', async () => {
    const from = web('find');
    const names = [uc('anna'), 'clara', uc('Boris'), 'садовод', 'user/dora', uc('gone'), 'nobody', 'user/nobody'];
    expect(await find(names, from)).toEqual([
      [uc('anna'), uc('anna')],
      ['clara', uc('clara')],
      [uc('Boris'), uc('Boris')],
      ['садовод', uc('sadovod')],
      ['user/dora', uc('dora')],
      [uc('gone'), 'not_found'],
      ['nobody', 'not_found'],
      ['user/nobody', 'not_found'],
    ]);
    expect(from.asked).toHaveLength(6);
  });

  test('a profile is its id, and the others say why not', async () => {
    const answers = await all(youtube.findProfiles([uc('anna'), uc('Boris'), uc('gone')].map(named), web('find')));
    expect(answers.map(([, answer]) => answer)).toEqual([
      { profile: profileOf(uc('anna')) },
      { profile: profileOf(uc('Boris')) },
      { status: 'not_found', note: expect.stringContaining('no such channel') },
    ]);
  });

  test('what the API takes no name for is read from the page, and one bad page spoils nothing', async () => {
    const from = web('find-pages');
    const pages = ['c/erik', '/frida', 'c/gustav', 'c/nobody', 'c/consent', 'c/custom', 'c/refused', 'c/down'];
    expect(await find([...pages, uc('anna')], from)).toEqual([
      ['c/erik', uc('erik')],
      ['/frida', uc('frida')],
      ['c/gustav', uc('gustav')],
      ['c/nobody', 'not_found'],
      ['c/consent', 'not_reached'],
      ['c/custom', 'not_reached'],
      ['c/refused', 'not_reached'],
      ['c/down', 'not_reached'],
      [uc('anna'), uc('anna')],
    ]);
    expect(from.asked.filter((line) => line.includes(host))).toHaveLength(2);
  });

  test('nobody to find, nothing to ask', async () => {
    const from = fixtureWeb([]);
    expect(await find([], from)).toEqual([]);
    expect(from.asked).toEqual([]);
  });
});

describe('listing follows', () => {
  test('a list of one page takes one request', async () => {
    const { read, asked } = await list('list-one-page');
    expect(shape(read)).toEqual([[['beans', 'compost'], { next: null }]]);
    expect(asked).toHaveLength(1);
  });

  test('pages follow their tokens; the next one also says how much was listed', async () => {
    const { read, asked } = await list('list');
    expect(shape(read)).toEqual([
      [['beans', 'compost'], { next: 'CAIQAA 2' }],
      [['dahlias', 'garden'], { next: 'CAQQAA 4' }],
      [['seeds'], { next: null }],
    ]);
    expect(asked).toHaveLength(3);
  });

  test('a follow carries the id and the title, and no count', async () => {
    const { read } = await list('list');
    const follows = read.flatMap(({ resources }) => resources);
    expect(follows[0]).toEqual({
      network,
      host,
      id: uc('beans'),
      name: uc('beans'),
      title: 'Beans weekly',
      url: `https://www.youtube.com/channel/${uc('beans')}`,
      subscribers: null,
      countedBy: 'elsewhere',
    });
    expect(follows.map(({ title }) => title)).toEqual(['Beans weekly', 'Compost', 'Dahlias', null, 'Seeds']);
    expect(follows.some((each) => youtube.decidesFloor(each, 0))).toBe(false);
  });

  test('a killed run goes on at its token, and knows what was listed before', async () => {
    const { read, asked } = await list('list', 'anna', 'CAQQAA 4');
    expect(shape(read)).toEqual([[['seeds'], { next: null }]]);
    expect(asked).toHaveLength(1);
    expect(shape((await list('list', 'anna', 'CAQQAA 3')).read)).toEqual([[['seeds'], { next: null, cutShort: true }]]);
  });

  test('nothing is asked that nobody reads', async () => {
    const from = web('list');
    for await (const page of youtube.listFollows(profileOf(uc('anna')), from, null)) {
      expect(page.next).toBe('CAIQAA 2');
      break;
    }
    expect(from.asked).toHaveLength(1);
  });

  test('an empty list is read, not hidden', async () => {
    expect((await list('list-empty')).read).toEqual([{ resources: [], next: null }]);
  });

  test('a private list is hidden, and does not end the network', async () => {
    const from = web('list-hidden');
    for (let time = 0; time < 2; time++) {
      const reading = all(youtube.listFollows(profileOf(uc('anna')), from, null));
      await expect(reading).rejects.toMatchObject({ name: 'Unreadable', status: 'hidden' });
    }
    expect(from.asked).toHaveLength(2);
  });

  test.for(['anna', 'boris', 'clara'])(
    'a channel that is unknown, closed or suspended is not found: %s',
    async (who) => {
      await expect(list('list-gone', who)).rejects.toMatchObject({ name: 'Unreadable', status: 'not_found' });
    },
  );

  test('another refusal says nothing about the channel', async () => {
    await expect(list('list-gone', 'dora')).rejects.toThrow(Refused);
  });

  test('a list shorter than its count is cut short; what comes twice counts once', async () => {
    expect(shape((await list('list-cut-short')).read)).toEqual([
      [['beans', 'compost'], { next: 'CAIQAA 2' }],
      [['compost', 'dahlias'], { next: null, cutShort: true }],
    ]);
  });

  test.for([
    ['anna', undefined],
    ['boris', undefined],
    ['clara', undefined],
  ] as const)(
    'closed channels among the followed ones do not cut a list of one page short: %s',
    async ([who, cutShort]) => {
      expect((await list('list-nearly-whole', who)).read.at(-1)?.cutShort).toBe(cutShort);
    },
  );

  test('a token that came before ends the list, cut short', async () => {
    const { read, asked } = await list('list-repeated-token');
    expect(shape(read)).toEqual([
      [['beans'], { next: 'one 1' }],
      [['compost'], { next: 'two 2' }],
      [['dahlias'], { next: null, cutShort: true }],
    ]);
    expect(asked).toHaveLength(3);
  });

  test('only channels are followed', async () => {
    expect(shape((await list('list-other-kinds')).read)).toEqual([[['beans'], { next: null }]]);
  });
});

describe('facts', () => {
  test('every resource gets facts, also the one that is missing', async () => {
    const from = web('facts');
    const asked = ['journal', 'Seeds', 'compost', 'gone'].map((name) => resource(uc(name)));
    const read = await all(youtube.readFacts(asked, from));
    expect(read.map(([each]) => each)).toEqual(asked);
    expect(read.map(([, facts]) => facts)).toEqual([
      { ...factsOf(uc('journal')), description: 'Guest authors welcome.' },
      {
        ...factsOf(uc('Seeds')),
        name: uc('Seeds'),
        title: 'Seeds',
        url: `https://www.youtube.com/channel/${uc('Seeds')}`,
        subscribers: 4990,
      },
      {
        ...factsOf(uc('compost')),
        name: 'compost',
        title: 'Compost',
        url: 'https://www.youtube.com/@compost',
        subscribers: null,
      },
      {
        ...factsOf(''),
        name: 'written',
        title: 'As listed',
        url: 'https://www.youtube.com/@written',
        subscribers: null,
        exists: false,
      },
    ]);
    expect(from.asked).toHaveLength(1);
  });

  test('imported names become the channels that they are; the missing ones yield nothing', async () => {
    const from = web('import');
    const names = [
      `youtube.com/channel/${uc('seeds')}`,
      'youtube.com/@GardenJournal',
      'youtube.com/@nobody',
      'youtube.com/c/down',
    ];
    const found = await all(youtube.findResources(names.map(resourceIn), from));
    expect(
      found.map(([name, { id, name: handle }, { ref, subscribers }]) => [name.name, id, handle, ref, subscribers]),
    ).toEqual([
      [uc('seeds'), uc('seeds'), 'seeds', uc('seeds'), 7000],
      ['gardenjournal', uc('journal'), 'gardenjournal', uc('journal'), 12_300],
    ]);
  });

  test('a resource that an earlier run could not identify is asked for by the name it was written with', async () => {
    const asked = ['@gardenjournal', '@nobody', '@c/down'].map((id) => resource(id));
    const read = await all(youtube.readFacts(asked, web('import')));
    // Whose page is down is not gone.
    expect(read.map(([{ id }, { ref, exists }]) => [id, ref, exists])).toEqual([
      ['@gardenjournal', uc('journal'), true],
      ['@nobody', '', false],
    ]);
  });
});

describe('posts', () => {
  const watch = 'https://www.youtube.com/watch?v=';
  const upload = (at: number): string => `${watch}upload${String(at).padStart(5, '0')}`;

  test('25 uploads, then what is left of them among the videos of others, newest first', async () => {
    const from = web('posts');
    const posts = await all(readPosts(from));
    expect(posts.map(({ url }) => url)).toEqual([
      ...Array.from({ length: 25 }, (_, at) => upload(at)),
      `${watch}beesvideo01&list=PLguests`,
      upload(25),
      upload(26),
      `${watch}owlsvideo01&list=PLguests`,
      upload(27),
      upload(28),
      upload(29),
    ]);
    expect(posts[1]).toEqual({
      url: upload(1),
      at: '2026-10-30T10:00:00.000Z',
      kind: 'own',
      author: uc('journal'),
      text: 'Interview with a beekeeper',
    });
    expect(posts[25]).toEqual({
      url: `${watch}beesvideo01&list=PLguests`,
      at: '2026-10-29T10:00:00.000Z',
      kind: 'repost',
      author: uc('bees'),
      text: 'Bees in May',
      by: { name: 'Bees', handle: null, bio: null },
      place: 'collection',
    });
    expect(posts.filter(({ kind }) => kind === 'repost').map(({ author }) => author)).toEqual([uc('bees'), uc('owls')]);
  });

  test('of a description the first 300 characters count', async () => {
    const [post] = await all(readPosts(web('posts')));
    expect(post?.text).toBe(`Growing beans, part 60\n${'d'.repeat(300)}`);
  });

  test('playlists are asked for only when somebody reads on: three of those that hold anything', async () => {
    const from = web('posts');
    const posts: Post[] = [];
    for await (const post of readPosts(from)) {
      posts.push(post);
      if (posts.length === youtube.batch.posts) break;
    }
    expect(from.asked).toHaveLength(1);
    const further = web('posts');
    await all(readPosts(further));
    const playlists = further.asked.map((line) => new URL(line.slice(4)).searchParams.get('playlistId'));
    expect(playlists).toEqual([`UU${uc('journal').slice(2)}`, null, 'PLmine', 'PLguests', 'PLclosed']);
  });

  test.for(['posts-none', 'posts-gone'])(
    'a channel without videos, or without a channel, has no posts: %s',
    async (scenario) => {
      expect(await all(readPosts(web(scenario)))).toEqual([]);
    },
  );
});

describe('what it costs', () => {
  test('each request takes a unit, also the one that is refused', async () => {
    expect(await spending('list', 3)).toBe(3);
    await expect(spending('list', 2)).rejects.toThrow(Stopped);
    expect(await spending('list-hidden', 1)).toBe(1);
    await expect(spending('list-hidden', 0)).rejects.toThrow(Stopped);
  });

  test.for([
    [1, 0, 2],
    [1, 50, 2],
    [1, 51, 3],
    [200, 150, 800],
  ] as const)('%i profiles with %i follows each are reckoned at %i units', ([profiles, follows, units]) => {
    expect(youtube.cost?.(profiles, follows)).toBe(units);
  });
});

describe('what ends the network for this run', () => {
  test.for([
    ['quota-spent', 'the quota of your project is used up until midnight Pacific time'],
    ['daily-limit', 'the quota of your project is used up until midnight Pacific time'],
    ['key-invalid', 'Google does not accept YOUTUBE_API_KEY'],
    ['key-invalid-old', 'Google does not accept YOUTUBE_API_KEY'],
    ['key-missing', 'Google does not accept YOUTUBE_API_KEY'],
    ['key-restricted', 'YOUTUBE_API_KEY is restricted'],
    ['not-enabled', 'the project of YOUTUBE_API_KEY has not enabled'],
  ] as const)('%s', async ([scenario, why]) => {
    const readings = [
      (from: Web) => find([uc('anna')], from),
      (from: Web) => all(youtube.listFollows(profileOf(uc('anna')), from, null)),
      (from: Web) => all(readPosts(from)),
    ];
    for (const reading of readings) {
      const from = web(scenario);
      await expect(reading(from)).rejects.toThrow(why);
      await expect(reading(from)).rejects.toThrow(Stopped);
      expect(from.asked).toHaveLength(1);
    }
  });
});

describe('what the network file leaves to others', () => {
  test.for(['rate-limited', 'unavailable'])(
    'a server that is down or busy is nobody who is gone: %s',
    async (scenario) => {
      const from = web(scenario);
      await expect(find([uc('anna')], from)).rejects.toThrow(Unreachable);
      await expect(all(youtube.listFollows(profileOf(uc('anna')), from, null))).rejects.toThrow(Unreachable);
      await expect(all(readPosts(from))).rejects.toThrow(Unreachable);
      expect(from.asked).toHaveLength(3);
    },
  );

  test('an answer of another shape is passed on as such', async () => {
    const from = web('changed-shape');
    const shown = [
      find([uc('anna')], from),
      find([uc('boris')], from),
      all(youtube.listFollows(profileOf(uc('anna')), from, null)),
      all(youtube.listFollows(profileOf(uc('anna')), from, 'one 1')),
      all(youtube.listFollows(profileOf(uc('boris')), from, null)),
      all(readPosts(from)),
    ];
    for (const reading of shown) await expect(reading).rejects.toThrow(UnexpectedAnswer);
  });

  test('a refusal without a known reason is passed on, too', async () => {
    const from = web('refused');
    await expect(find([uc('anna')], from)).rejects.toThrow(Refused);
    await expect(all(youtube.listFollows(profileOf(uc('anna')), from, 'nonsense 1'))).rejects.toThrow(Refused);
    await expect(all(readPosts(from))).rejects.toThrow(Refused);
  });
});

describe('against a server that speaks the protocol', () => {
  test('60 people with 250 follows each, and the facts of what they share', async () => {
    const graph = crowdGraph({ people: 60, follows: 250, media: 600 });
    const { double, served, from, spent } = await connect(graph);
    // Every second one is known by id.
    const names = graph.people.map(({ name }, at) =>
      nameIn(at % 2 === 0 ? double.addressOf(name) : `youtube.com/channel/${channelIdOf(name)}`),
    );
    const profiles = [
      ...(await profilesIn(names.slice(0, 50), from)),
      ...(await profilesIn(names.slice(50), from)),
    ].filter((profile) => profile !== null);
    const lists = await Promise.all(profiles.map((profile) => all(youtube.listFollows(profile, from, null))));

    expect(lists.flat().filter(({ cutShort }) => cutShort)).toEqual([]);
    const followed = lists.map((pages) => pages.flatMap(({ resources }) => resources));
    const asIds = graph.people.map(({ follows }) => follows.map(channelIdOf).toSorted());
    expect(followed.map((resources) => resources.map(({ id }) => id).toSorted())).toEqual(asIds);

    const customers = new Map<string, number>();
    for (const { id } of followed.flat()) customers.set(id, (customers.get(id) ?? 0) + 1);
    const shared = [...new Map(followed.flat().map((each) => [each.id, each])).values()].filter(
      ({ id }) => (customers.get(id) ?? 0) >= 20,
    );
    const facts = [];
    for (let at = 0; at < shared.length; at += 50) {
      facts.push(...(await all(youtube.readFacts(shared.slice(at, at + 50), from))));
    }
    expect(facts).toHaveLength(shared.length);
    const counts = new Map(graph.media.map(({ name, subscribers }) => [channelIdOf(name), subscribers]));
    for (const [{ id }, { exists, subscribers }] of facts) {
      const exact = counts.get(id) ?? 0;
      expect(exists).toBe(true);
      expect(subscribers).toBeLessThanOrEqual(exact);
      expect(subscribers).toBeGreaterThan(exact * 0.98);
    }

    // networks.md: handles + ids in 50s + pages of 50 + facts in 50s; the ids come in two of the calls here.
    const least = 30 + Math.ceil(30 / 50) + 60 * Math.ceil(250 / 50) + Math.ceil(shared.length / 50);
    expect(served.asked.length / least).toBeLessThanOrEqual(1.05);
    expect(spent()).toBe(served.asked.length);
    expect(served.asked.filter(({ query }) => query.has('key'))).toEqual([]);
  });

  const small: Graph = {
    people: [
      { name: 'anna', follows: ['journal', 'seeds', 'beans'], state: 'open' },
      { name: 'boris', follows: ['journal'], state: 'hidden' },
      { name: 'clara', follows: ['journal'], state: 'gone' },
    ],
    media: [
      { name: 'journal', title: 'Journal', subscribers: 12_345, outside: 12, own: 48 },
      { name: 'seeds', title: 'Seeds', subscribers: null, outside: 0, own: 3 },
      { name: 'beans', title: 'Beans', subscribers: 4999, outside: 0, own: 0 },
    ],
  };

  test('open, hidden and gone people, by handle and by page', async () => {
    const { double, served, from } = await connect(small);
    const names = ['anna', 'boris', 'clara'].map((name) => nameIn(double.addressOf(name)));
    const [anna, boris, clara] = await profilesIn(names, from);
    expect(clara).toBeNull();
    if (!anna || !boris) throw new Error('two of them are there');
    const [page] = await all(youtube.listFollows(anna, from, null));
    expect(page?.resources.map(({ title }) => title)).toEqual(['Beans', 'Journal', 'Seeds']);
    await expect(all(youtube.listFollows(boris, from, null))).rejects.toMatchObject({ status: 'hidden' });
    await expect(all(youtube.listFollows(profileOf(channelIdOf('clara')), from, null))).rejects.toMatchObject({
      status: 'not_found',
    });

    const byPage = await profilesIn([nameIn('youtube.com/c/Anna'), nameIn('youtube.com/Nobody')], from);
    expect(byPage).toEqual([anna, null]);
    const site = served.asked.filter((each) => each.host === 'www.youtube.com').map(({ path }) => path);
    expect(site).toEqual(['/robots.txt', '/c/anna', '/nobody']);
  });

  test('a long list that ends early is cut short', async () => {
    const graph = crowdGraph({ people: 1, follows: 120, media: 150 });
    const { from } = await connect(graph, { longestList: 100 });
    const read = await all(youtube.listFollows(profileOf(channelIdOf('person0')), from, null));
    expect(read.map(({ resources, cutShort }) => [resources.length, cutShort])).toEqual([
      [50, undefined],
      [50, true],
    ]);
  });

  test('outside authors are found for three units, and nothing is found for two', async () => {
    const { from, spent } = await connect(small);
    const ids = ['journal', 'seeds', 'beans'].map((name) => resource(channelIdOf(name)));
    const facts = await all(youtube.readFacts(ids, from));
    expect(facts.map(([, { subscribers }]) => subscribers)).toEqual([12_300, null, 4990]);
    const found = [];
    for (const [each, its] of facts) {
      const before = spent();
      const posts = await all(youtube.readPosts(each, its, from));
      const outside = posts.filter(({ kind }) => kind === 'repost');
      found.push([posts.length, new Set(outside.map(({ author }) => author)).size, spent() - before]);
    }
    expect(found).toEqual([
      [60, 12, 3],
      [3, 0, 2],
      [0, 0, 2],
    ]);
  });

  test('a quota that is used up in the middle ends the network, and the pages before it stand', async () => {
    const graph = crowdGraph({ people: 2, follows: 120, media: 150 });
    const { served, from } = await connect(graph, { quota: 2 });
    const pages: FollowsPage[] = [];
    const reading = (async () => {
      for await (const page of youtube.listFollows(profileOf(channelIdOf('person0')), from, null)) pages.push(page);
    })();
    await expect(reading).rejects.toThrow('the quota of your project is used up');
    expect(pages.map(({ next }) => next?.split(' ')[1])).toEqual(['50', '100']);
    await expect(all(youtube.listFollows(profileOf(channelIdOf('person1')), from, null))).rejects.toThrow(Stopped);
    expect(served.asked).toHaveLength(3);
  });

  test('a wrong key ends the network, and no message shows it', async () => {
    const { from } = await connect(small, { given: 'a-wrong-key' });
    const reading = profilesIn([nameIn('youtube.com/@anna')], from);
    await expect(reading).rejects.toThrow('YOUTUBE_API_KEY');
    await expect(reading).rejects.not.toThrow('a-wrong-key');
  });
});
