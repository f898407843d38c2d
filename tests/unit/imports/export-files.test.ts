import { describe, expect, test } from 'vitest';
import { areOfExport } from '../../../src/imports/export-files/index.ts';
import { isExportName } from '../../../src/imports/export-names.ts';
import { followed, heldIn, recognised } from './recognised.ts';

const person = 'https://www.linkedin.com/in/mira-holt';
const page = 'https://roofs.example/';

describe('files of exports that tell of no follows, by their headings', () => {
  test.each([
    [
      'people',
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nMira,Holt,${person},,,,01 Jan 2026\n`,
    ],
    [
      'people',
      `Notes:\n"Some are missing, for reasons."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nMira,Holt,${person},,,,\n`,
    ],
    ['people', 'Date,Status,FullName\n2026-01-01,Followed,Mira Holt\n'],
    [
      'people',
      `Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2026,Roofs,Mira,Holt,${person},ACCEPTED\n`,
    ],
    [
      'people',
      `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nMira Holt,Ola,x,,OUTGOING,${person},\n`,
    ],
    ['people', 'username,note\nmira_holt,\n'],
    ['other', `Name,Url,Authority,Started On,Finished On,License Number\nSlates,${page},Guild,2026,,1\n`],
    ['other', `Name,Published On,Description,Publisher,Url\nMoss on slate,2026,,Roof press,${page}\n`],
    ['other', `Title,Description,Url,Started On,Finished On\nA roof,,${page},2026,\n`],
    ['other', 'Date,Type,Link\n2026-01-01,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A1\n'],
    ['other', 'CONVERSATION ID,CONVERSATION TITLE,FROM,TO,SUBJECT,CONTENT\n1,,Mira,Ola,,see https://t.me/slates\n'],
    ['other', 'ID,Timestamp,Contents,Attachments\n1,2026-01-01,https://www.youtube.com/@slates,\n'],
    ['other', 'id,permalink,direction\na1,https://www.reddit.com/r/slates/comments/a1/b/,up\n'],
    ['other', 'id,permalink\na1,https://www.reddit.com/r/slates/comments/a1/b/\n'],
    [
      'other',
      'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\na,https://www.reddit.com/r/slates/comments/a/b/c/,,,slates,0,https://www.reddit.com/r/slates/comments/a/b/,,hi,\n',
    ],
    ['people', 'Account address,Hide notifications\nloud@server.example,true\n'],
  ])('%s: %j', async (holds, text) => {
    for (const inBundle of [false, true])
      expect([inBundle, await heldIn(text, 'table.csv', inBundle)]).toEqual([
        inBundle,
        text.startsWith('Account') ? 'other' : holds,
      ]);
    expect(JSON.stringify(await recognised(text))).not.toMatch(/Mira|Holt/);
  });
});

describe('in an archive', () => {
  test.each([
    ['blocked_domains.csv', 'bad.example\nworse.example\n', 'other'],
    ['blocked_accounts.csv', 'troll@bad.example\n', 'other'],
    ['bookmarks.csv', 'https://slates.example/users/mira/statuses/1\n', 'other'],
    [
      'Endorsements_Received_Info.csv',
      `Datum,Fähigkeit,Vorname,Nachname,Profil\n2026,Dächer,Mira,Holt,${person}\n`,
      'people',
    ],
    ['friend_requests_sent.csv', `name,link\nMira,${person}\n`, 'people'],
    ['friend_requests_received.csv', `name,link\nMira,${person}\n`, 'people'],
    ['reddit_gold_information.csv', `date,link\n2026-01-01,${page}\n`, 'other'],
    ["pages_you've_recommended.csv", `date,link\n2026-01-01,${page}\n`, 'other'],
    ['notes.csv', `date,link\n2026-01-01,${page}\n`, 'other'],
    ['Certifications.csv', `Nom,Url,Organisme,Début,Fin,Numéro\nArdoises,${page},Guilde,,,\n`, 'other'],
    ['Connections_91029461.csv', `Имя,Фамилия,URL\nМира,Хольт,${person}\n`, 'people'],
    ['saved_posts (1).csv', 'id,permalink\na,https://www.reddit.com/r/slates/comments/a/b/\n', 'other'],
    ['Хочу посетить.csv', 'Название,Заметка,URL\nПоликлиника,,https://www.google.com/maps/place/Clinic/1\n', 'other'],
    ['some-table.csv', `when,what,url\n2026,Slates,https://www.facebook.com/slates\n`, 'unknown'],
    ['list.txt', 'https://t.me/slates\nhttps://t.me/gutters\n', 'unknown'],
    ['pages.csv', `name,link\nSlates,https://vk.com/slates\n`, 'unknown'],
  ])('%s is no list of follows', async (name, text, holds) => {
    expect(await heldIn(text, name, true)).toBe(holds);
  });

  test('formats that know themselves speak, and our own tables', async () => {
    expect(await followed('Organization,Followed On\nSlates,Mon Apr 06 16:33:17 UTC 2026\n', 'x.csv', true)).toEqual([
      'linkedin: Slates',
    ]);
    expect(await followed('customer,resource\nOla,https://t.me/slates\n', 'x.csv', true)).toEqual(['telegram:slates']);
  });
});

test('of several files with the same headings the one of that name is told', async () => {
  const votes = 'id,permalink\na1,https://www.reddit.com/r/slates/comments/a1/b/\n';
  expect(await recognised(votes, 'saved_comments.csv')).toMatchObject({ format: 'Reddit export: saved comments' });
  expect(await recognised(votes, 'x.csv')).toMatchObject({ format: expect.stringContaining('Reddit export') });
});

test('a name tells only with the ending that the export gives it', async () => {
  const bookmarks =
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://www.facebook.com/slates">S</A></DL>';
  expect(await recognised(bookmarks, 'bookmarks.html')).toBeNull();
  expect(await heldIn('https://t.me/slates\n', 'subscriptions', true)).toBe('unknown');
  expect(await heldIn('id,permalink\n', 'moderated_subreddits.csv')).not.toBe('follows');
  expect(await heldIn('subreddit\nslates\n', 'moderated_subreddits.csv')).toBe('other');
});

test('blocked servers and accounts are told by their names also without an archive', async () => {
  for (const name of ['blocked_domains.csv', 'blocked_domains(2).csv', 'domain_blocks.csv'])
    expect(await heldIn('bad.example\nworse.example\n', name)).toBe('other');
  for (const name of ['blocked_accounts.csv', 'blocks.csv', 'mutes.csv', 'muting-2026-11-20-10-00-00.csv'])
    expect(await heldIn('loud@bad.example\n', name)).toBe('other');
  expect(await followed('slates.example\ngutters.example\n', 'pages.csv')).toHaveLength(2);
});

test.each([
  'instagram-mira.holt-2026-11-20-AbCdEfGh',
  'facebook-miraholt-20_11_2026-AbCdEf',
  'facebook-100012345678',
  'Basic_LinkedInDataExport_11-20-2026',
  'Complete_LinkedInDataExport_11-20-2026 (1)',
  'takeout-20261120T100000Z-001',
  'Takeout',
  'TikTok_Data_1700000000',
  'twitter-2026-11-20-0a1b2c3d',
  'DataExport_2026-11-20',
  'export_mira_holt_20261120',
  'my_spotify_data',
])('%s is the name of an export', (name) => expect(isExportName(name)).toBe(true));

test.each(['Mira Holt', 'Facebook', 'Roofworks 2026', 'instagram mira', 'Ола', 'x', 'Archibald', 'Package Tours'])(
  '%s may be a client',
  (name) => expect(isExportName(name)).toBe(false),
);

test('a folder is an unpacked export where most of its files are named like those of one', () => {
  expect(areOfExport(['Connections.csv', 'Certifications.csv', 'Company Follows.csv', 'Skills.csv'])).toBe(true);
  expect(areOfExport(['subscribed_subreddits.csv', 'post_votes.csv', 'saved_posts_1.csv', 'friends.csv'])).toBe(true);
  expect(areOfExport(['following.json', 'Connections.csv', 'list.txt'])).toBe(false);
  expect(areOfExport([])).toBe(false);
});
