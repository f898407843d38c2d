import type { NodebbSeed, Topic } from './nodebb-server.ts';

export const host = 'forum.example';

/** A row of the client list: who it is, and how the profile is written there. */
export interface Row {
  customer: string;
  user: string;
  profile: string;
}

export const rows: Row[] = [
  { customer: 'Anna', user: 'anna', profile: `https://${host}/user/anna` },
  { customer: 'Boris', user: 'boris', profile: `https://${host}/user/Boris/following?page=2` },
  { customer: 'Carol', user: 'carol', profile: `${host}/user/carol` },
  { customer: 'Follows nobody', user: 'denis', profile: `https://${host}/user/denis/groups` },
  { customer: 'In a hidden group', user: 'emil', profile: `https://${host}/user/emil` },
  { customer: 'Three pages', user: 'reads 120', profile: `https://${host}/user/reads-120` },
  { customer: 'One full page', user: 'reads 50', profile: `https://${host}/user/reads-50` },
  { customer: 'Ünï', user: 'Ünï Cöde', profile: `https://${host}/user/%C3%9Cn%C3%AF-c%C3%B6de` },
  { customer: 'Banned', user: 'banned', profile: `https://${host}/user/banned` },
  { customer: 'Gone', user: 'gone', profile: `https://${host}/user/gone` },
  { customer: 'Never was', user: 'never was', profile: `https://${host}/user/never-was` },
  { customer: 'Anna', user: 'anna', profile: `http://www.${host}/user/anna/posts` },
];

/**
 * A forum in which lists and resources are in every state that a guest can meet, and counts lie around a floor of 5,000.
 * @param now instant of the run, milliseconds since the epoch
 */
export function seedFor(theme: NodebbSeed['theme'], now: number): NodebbSeed {
  const readers = Array.from({ length: 118 }, (_, index) => `reader ${index + 1}`);
  const customers = [...new Set(rows.map(({ user }) => user))].filter(
    (user) => !/^(?:gone|banned|never was)$/.test(user),
  );
  const authors = ['dora', 'fedor', 'ines', 'jorge', 'kira', 'lars', 'mona', 'nils', 'olga'];
  const write = (by: string, room: string, ...daysAgo: number[]): Topic[] =>
    daysAgo.map((days) => ({
      id: `${by} ${days}`,
      by,
      room,
      title: `News of day ${days} by ${by}`,
      text: `Seen on day ${days}, see https://article.example/${days}`,
      at: new Date(now - days * 24 * 60 * 60 * 1000).toISOString(),
    }));

  return {
    theme,
    users: [
      ...[...customers, ...readers, ...authors].map((name) => ({ name })),
      { name: 'garden desk', crowd: 12_345 },
      { name: 'Tools.Co', crowd: 4_996 },
      { name: 'one short', crowd: 4_997 },
      { name: 'banned', state: 'banned' },
      { name: 'gone', crowd: 20_000, state: 'deleted' },
    ],
    follows: [
      { from: 'anna', to: ['garden desk', 'Tools.Co', 'one short', 'gone', 'banned', 'Ünï Cöde', 'boris'] },
      { from: 'boris', to: ['garden desk', 'Tools.Co', 'one short'] },
      { from: 'carol', to: ['garden desk', 'anna'] },
      { from: 'Ünï Cöde', to: ['garden desk', 'Tools.Co'] },
      { from: 'banned', to: ['garden desk'] },
      { from: 'dora', to: ['garden desk'] },
      { from: 'gone', to: ['garden desk', 'Tools.Co', 'anna'] },
      { from: 'reads 120', to: [...readers, 'garden desk', 'Tools.Co'] },
      { from: 'reads 50', to: readers.slice(0, 50) },
    ],
    groups: [
      {
        name: 'Gardeners',
        description: 'All about **gardens**',
        kind: 'open',
        members: ['anna', 'boris', 'carol', 'Ünï Cöde', 'dora', 'fedor', 'garden desk', 'gone'],
        crowd: 1_234_567,
      },
      { name: 'At the Floor', description: '', kind: 'private', members: ['anna', 'ines', 'jorge'], crowd: 4_997 },
      { name: 'Below the Floor', description: '', kind: 'open', members: ['anna', 'ines', 'jorge'], crowd: 4_996 },
      { name: 'One Voice', description: 'Mine', kind: 'open', members: ['boris', 'kira', 'denis'], crowd: 6_000 },
      { name: 'Long Ago', description: '', kind: 'open', members: ['boris', 'lars', 'mona'], crowd: 7_000 },
      { name: 'Nothing Said', description: '', kind: 'open', members: ['carol', 'reader 1'], crowd: 8_000 },
      { name: 'Members Talk', description: '', kind: 'open', members: ['carol', 'nils', 'olga'], crowd: 8_000 },
      { name: 'Secret', description: '', kind: 'hidden', members: ['anna', 'boris', 'emil'], crowd: 9_000 },
    ],
    topics: [
      // More posts of members than a group's page shows: the oldest, by an author of its own, is not on it.
      ...write('fedor', 'Gardens', 40),
      ...write('garden desk', 'Gardens', 39, 38, 37, 36, 35, 34, 33),
      ...write('dora', 'Gardens', 3).map((topic) => answered(topic, 'garden desk')),
      ...write('gone', 'Gardens', 2),
      ...write('ines', 'Tools', 200),
      ...write('jorge', 'Tools', 179),
      ...write('kira', 'Tools', 9, 8, 7),
      ...write('lars', 'Tools', 182),
      ...write('mona', 'Tools', 181),
      ...write('nils', 'Staff', 2),
      ...write('olga', 'Staff', 1),
      ...write('Tools.Co', 'Staff', 1),
    ],
    membersOnly: ['Staff'],
  };
}

/** The topic with an answer a moment later. */
const answered = (topic: Topic, by: string): Topic => ({
  ...topic,
  replies: [
    {
      id: `${topic.id} ${by}`,
      by,
      text: `So it is, says ${by}`,
      at: new Date(Date.parse(topic.at) + 1000).toISOString(),
    },
  ],
});
