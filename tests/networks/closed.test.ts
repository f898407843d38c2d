import { describe, expect, test } from 'vitest';
import { closedNetworks } from '../../src/networks/closed/index.ts';

const networkOf = (id: string) => {
  const found = closedNetworks.find((each) => each.id === id);
  if (!found) throw new Error(`no closed network ${id}`);
  return found;
};

/** What is written in a column that is headed with the network's name. */
const inColumn = (id: string, text: string): string | null => {
  const answer = networkOf(id).parseHandle(text);
  return answer && ('reason' in answer ? `none: ${answer.reason}` : answer.name);
};

describe('a bare handle in a column of its own', () => {
  test.each([
    ['facebook', 'Anna.Gardner', 'annagardner'],
    ['facebook', '@anna.gardner', 'annagardner'],
    ['facebook', '/anna.gardner/', 'annagardner'],
    ['facebook', '100012345678901', '100012345678901'],
    ['facebook', 'facebook.com/anna.gardner', 'annagardner'],
    ['instagram', '@Anna.Gardner', 'anna.gardner'],
    ['instagram', '\u200E@anna.gardner\u00A0', 'anna.gardner'],
    ['instagram', 'booking.example', 'booking.example'],
    ['linkedin', 'Anna-Gardner', 'anna-gardner'],
    ['linkedin', 'in/anna-gardner', 'anna-gardner'],
    ['linkedin', '/in/anna-gardner/', 'anna-gardner'],
    ['linkedin', 'анна-сад', 'анна-сад'],
    ['linkedin', 'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456', 'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456'],
    ['tiktok', '@Anna.Gardner', 'anna.gardner'],
    ['threads', 'anna.gardner', 'anna.gardner'],
    ['pinterest', 'AnnaGardner', 'annagardner'],
    ['twitch', 'AnnaGardner', 'annagardner'],
    ['odnoklassniki', '561234567890', '561234567890'],
    ['odnoklassniki', 'anna.gardner', 'anna.gardner'],
    ['reddit', 'u/AnnaGardner', 'annagardner'],
    ['reddit', 'AnnaGardner', 'annagardner'],
    ['tumblr', 'anna-gardner', 'anna-gardner'],
    ['tumblr', 'anna-gardner.tumblr.com', 'anna-gardner'],
  ])('%s: %s is %s', (id, text, name) => {
    expect(inColumn(id, text)).toBe(name);
  });

  test.each([
    ['facebook', 'ab'],
    ['facebook', 'anna@mail.example'],
    ['facebook', 'marketplace'],
    ['facebook', 'profile.php'],
    ['instagram', 'explore'],
    ['instagram', 'anna gardner'],
    ['instagram', 'https://x.com/anna'],
    ['linkedin', 'jobs/view'],
    ['tiktok', 'a'],
    ['pinterest', '_saved'],
    ['twitch', 'directory'],
    ['odnoklassniki', 'feed'],
    ['reddit', 'a'],
    ['tumblr', 'dashboard'],
    ['tumblr', '-'],
  ])('%s: %s is nobody there', (id, text) => {
    expect(inColumn(id, text)).toBeNull();
  });

  test.each([
    ['facebook', 'https://www.facebook.com/groups/rosegrowers', 'a group of Facebook, not a profile'],
    ['linkedin', 'company/garden-letter', 'a company page of LinkedIn, not a profile'],
    ['reddit', 'r/gardening', 'a community of Reddit, not a profile'],
    ['pinterest', 'https://www.pinterest.com/anna/roses/', 'a board of Pinterest, not a profile'],
    ['tiktok', 'https://vm.tiktok.com/ZMAbCdEfG/', 'a short link of TikTok: open it'],
    ['instagram', 'https://www.instagram.com/p/CAbCdEfGhIj/', 'names neither a profile nor a page'],
  ])('%s: %s is told to be %s', (id, text, why) => {
    expect(inColumn(id, text)).toContain(why);
  });
});

describe('an imported page', () => {
  test.each([
    [
      'facebook',
      ' http://m.facebook.com/Garden.Letter/?ref=mail ',
      'http://m.facebook.com/Garden.Letter/',
      'gardenletter',
    ],
    ['facebook', 'facebook.com/groups/RoseGrowers', 'https://facebook.com/groups/RoseGrowers', 'groups/rosegrowers'],
    ['facebook', 'https://https://fb.com/gardenletter', 'https://fb.com/gardenletter', 'gardenletter'],
    ['linkedin', '//www.linkedin.com/school/Garden', 'https://www.linkedin.com/school/Garden', 'company/garden'],
    ['reddit', '/r/Gardening', 'https://www.reddit.com/r/Gardening', 'r/gardening'],
  ])('%s: %s keeps its address, has no id, and one name however it was written', (network, text, url, name) => {
    expect(networkOf(network).parseResource(text)).toEqual({ network, url, name, id: null, host: expect.any(String) });
  });

  const addresses = closedNetworks.flatMap(({ id, examples }) =>
    examples.flatMap(({ input }) => (input.startsWith('https:') ? [[id, input] as const] : [])),
  );

  test.each(addresses)('%s: %s shows nothing of who copied it', (id, input) => {
    const network = networkOf(id);
    const copied = `${input}${input.includes('?') ? '&' : '?'}dclid=1&_openstat=2&igsh=Mz&fref=nf&_r=1&hl=de#top`;
    expect(network.parseResource(copied)).toEqual(network.parseResource(input));
    expect(JSON.stringify(network.parseResource(copied))).not.toMatch(/dclid|openstat|igsh|fref|hl=|#/);
  });

  test.each([
    ['facebook', 'https://m.facebook.com/profile.php?fref=nf&id=100012345678901', '?id=100012345678901'],
    ['odnoklassniki', 'https://m.ok.ru/dk?tkn=1&st.cmd=friendMain&st.friendId=56', '?st.cmd=friendMain&st.friendId=56'],
    ['odnoklassniki', 'https://m.ok.ru/dk?st.groupId=77&_aid=x', '?st.groupId=77'],
    ['twitch', 'https://player.twitch.tv/?channel=anna&parent=garden.example', '?channel=anna'],
  ])('%s: %s keeps what says whose page it is', (id, input, query) => {
    const found = networkOf(id).parseResource(input);
    expect(found && 'url' in found && new URL(found.url).search).toBe(query);
  });

  test('a person and a page, a group and a person of one name are not one', () => {
    const names = [
      ['linkedin', 'https://www.linkedin.com/in/garden'],
      ['linkedin', 'https://www.linkedin.com/company/garden'],
      ['odnoklassniki', 'https://ok.ru/profile/77'],
      ['odnoklassniki', 'https://ok.ru/group/77'],
      ['reddit', 'u/gardening'],
      ['reddit', 'r/gardening'],
    ].map(([id = '', input = '']) => networkOf(id).parseResource(input));
    expect(new Set(names.map((each) => JSON.stringify(each && 'name' in each && each.name))).size).toBe(names.length);
  });
});
