import { describe, expect, test } from 'vitest';
import { Refused } from '../../../src/errors.ts';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import { factsOf, find, findResource, network, postsOf, resourceOf, web } from './fediverse.ts';

const host = 'lemmy.example';
const community = (name: string) => resourceOf(`https://${host}/c/${name}`, `${name}@${host}`);

describe('people', () => {
  test('are hidden: nobody sees whom they subscribe to; once that is known nobody is asked for', async () => {
    const asking = web('lemmy');
    const found = await find(`anna@${host}`, asking);
    expect(found).toEqual({ status: 'hidden', note: expect.stringMatching(/private.*not collected/) });
    expect(asking.asked).toHaveLength(5);
    expect(await find(`boris@${host}`, asking)).toEqual(found);
    expect(asking.asked).toHaveLength(5);
  });

  test('on PieFed and Mbin too, although their actors have collections', async () => {
    expect(await find('anna@piefed.example', web('lemmy'))).toMatchObject({ status: 'hidden' });
  });
});

describe('communities', () => {
  test('are open, with all their subscribers', async () => {
    const asking = web('lemmy');
    expect(await factsOf(community('gardening'), asking)).toEqual({
      name: `gardening@${host}`,
      title: 'Gardening',
      url: `https://${host}/c/gardening`,
      subscribers: 6100,
      description: 'Plants &amp; &lt;people>, interviews',
      contacts: ['https://lemmy.example/u/mod'],
      group: true,
      exists: true,
      ref: 'lemmy:gardening',
      host,
      wishes: [],
    });
    expect(asking.asked.at(-1)).toBe(`GET https://${host}/api/v3/community?name=gardening`);
    expect(asking.asked).toHaveLength(4);
    await factsOf(community('news'), asking);
    expect(asking.asked).toHaveLength(5);
  });

  test.each([
    ['news', { group: false, exists: true, subscribers: 900 }],
    ['barred', { exists: false }],
    ['deleted', { exists: false, subscribers: null }],
    ['nobody', { exists: false }],
    ['older', { exists: false }],
  ])('%s: %j', async (name, facts) => {
    const asking = web('lemmy');
    await factsOf(community('gardening'), asking);
    expect(await factsOf(community(name), asking)).toMatchObject(facts);
  });

  test('of a server that shows nothing, or says something unknown', async () => {
    const asking = web('lemmy');
    await factsOf(community('gardening'), asking);
    await expect(factsOf(community('private'), asking)).rejects.toMatchObject({ status: 'needs_login' });
    await expect(factsOf(community('odd'), asking)).rejects.toThrow(Refused);
  });

  test('are meant where a person has the same name', async () => {
    const asking = web('lemmy');
    const [[, resource] = []] = await findResource(`gardening@${host}`, asking);
    expect(resource?.id).toBe(`https://${host}/c/gardening`);
    expect((await findResource(`news@${host}`, asking))[0]?.[1].id).toBe(`https://${host}/c/news`);
    expect(asking.asked.at(-1)).toBe(`GET https://${host}/api/v3/community?name=news`);
  });

  test('of PieFed are actors with a number of followers', async () => {
    const asking = web('lemmy');
    const [[, resource, facts] = []] = await findResource('seeds@piefed.example', asking);
    expect(resource).toMatchObject({ id: 'https://piefed.example/c/seeds', name: 'seeds@piefed.example' });
    expect(facts).toMatchObject({ group: true, subscribers: 5200 });
  });

  test("show what others wrote; their moderators' posts are their own", async () => {
    const posts = await postsOf(community('gardening'), web('lemmy'), 'lemmy:gardening');
    expect(posts.map(({ kind, author, url, at }) => [kind, author, url, at])).toEqual([
      ['repost', `https://${host}/u/guest`, `https://${host}/post/1`, '2026-11-10T08:00:00.123Z'],
      ['repost', 'https://beta.example/u/far', `https://${host}/post/2`, '2026-11-10T08:00:00.123Z'],
      ['own', `https://${host}/u/mod`, `https://${host}/post/3`, '2026-11-10T08:00:00.123Z'],
    ]);
    expect(posts[0]?.text).toBe('Post 1. Text of *one*');
  });

  test('an instant of an older server is of UTC', async () => {
    const [post] = await postsOf(community('dated'), web('lemmy'), 'lemmy:dated');
    expect(post?.at).toBe('2023-06-12T15:00:00.500Z');
  });

  test('that are gone, or refuse', async () => {
    await expect(postsOf(community('gone'), web('lemmy'), 'lemmy:gone')).rejects.toMatchObject({ status: 'not_found' });
    await expect(postsOf(community('odd'), web('lemmy'), 'lemmy:odd')).rejects.toThrow(Refused);
  });
});

test.each([
  ['https://lemmy.example/c/Gardening', 'gardening@lemmy.example', 'https://lemmy.example/c/gardening'],
  ['!Gardening@lemmy.example', 'gardening@lemmy.example', null],
  ['!gardening@forum.example', 'gardening@forum.example', null],
  ['https://lemmy.example/c/gardening@beta.example?sort=New', 'gardening@beta.example', null],
  ['https://forum.example/c/gardening@lemmy.example', 'gardening@lemmy.example', null],
  ['feddit.example/c/gardening', 'gardening@feddit.example', 'https://feddit.example/c/gardening'],
  ['https://programming.dev/c/gardening', 'gardening@programming.dev', 'https://programming.dev/c/gardening'],
  [
    'https://old.lemmy.example:8443/c/gardening',
    'gardening@old.lemmy.example:8443',
    'https://old.lemmy.example:8443/c/gardening',
  ],
  ['https://mbin.example/m/gardening', 'gardening@mbin.example', 'https://mbin.example/m/gardening'],
])('%s is the community %s, and no person', (input, name, id) => {
  expect(mastodon.parseResource(input)).toMatchObject({ network, name, id, host: name.slice(name.indexOf('@') + 1) });
  expect(mastodon.parseProfile(input)).toEqual({ reason: expect.stringContaining('community') });
  expect(mastodon.parseHandle(input)).toEqual({ reason: expect.stringContaining('community') });
});

test.each([
  ['https://lemmy.example/u/anna', 'anna@lemmy.example'],
  ['https://lemmy.example/u/anna@beta.example', 'anna@beta.example'],
  ['https://piefed.example/u/Anna', 'anna@piefed.example'],
])('%s is the person %s', (input, name) => {
  expect(mastodon.parseProfile(input)).toMatchObject({ network, name });
});

test.each([
  'https://shop.example/c/two-shoes',
  'https://forum.example/c/support/6',
  'https://forum.example/c/ab',
  'https://site.example/u/anna',
  'https://site.example/m/x',
])('%s may be any site', (input) => {
  expect(mastodon.parseProfile(input)).toBeNull();
  expect(mastodon.parseResource(input)).toBeNull();
});
