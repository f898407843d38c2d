import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { importFiles } from '../../src/index.ts';
import { tar } from '../helpers/tars.ts';
import { zip } from '../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Files = Record<string, string>;
type Packing = (files: Files) => Promise<Files | Record<string, Buffer>>;

const renamed = (files: Files, name: (path: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [name(path), text]));
const entries = (files: Files) => Object.entries(files).map(([path, content]) => ({ path, content }));

/** How an export lies before the person who imports it. */
const packings: Record<string, Packing> = {
  'a ZIP': async (files) => ({ 'export.zip': await zip(files) }),
  'a ZIP that holds its folder': async (files) => ({ 'a.zip': await zip(renamed(files, (path) => `Mira/${path}`)) }),
  'a tgz': async (files) => ({ 'export-001.tgz': gzipSync(tar(entries(files))) }),
  'a tar': async (files) => ({ 'export.tar': tar(entries(renamed(files, (path) => `./${path}`))) }),
  'a ZIP in a ZIP': async (files) => ({ 'sent.zip': await zip({ 'export.zip': await zip(files) }) }),
  'a ZIP with CRLF in its files': async (files) => ({
    'export.zip': await zip(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
    ),
  }),
  'a folder': async (files) => files,
};

async function packed(packing: string, files: Files): ReturnType<Packing> {
  return packings[packing]?.(files) ?? {};
}

let cases = 0;
function laid(files: Record<string, string | Buffer>) {
  const root = join(folder, String(++cases));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'handed', path)), { recursive: true });
    writeFileSync(join(root, 'handed', path), content);
  }
  return { path: join(root, 'handed'), follows: join(root, 'follows.csv') };
}

/** Addresses or names that were taken as follows. */
async function taken(files: Record<string, string | Buffer>): Promise<string[]> {
  const { path, follows } = laid(files);
  await importFiles([path], { customer: 'Mira Holt', follows });
  if (!existsSync(follows)) return [];
  const rows = readFileSync(follows, 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => row.split(',')[1] ?? '').toSorted();
}

const person = 'https://www.linkedin.com/in/otto-fern';
const linkedin = (names: { connections: string; endorsed: string; follows: string }): Files => ({
  'Company Follows.csv': `${names.follows}\nSlates,Mon Apr 06 16:33:17 UTC 2026\nGutters,Tue Apr 07 16:33:17 UTC 2026\n`,
  'Connections.csv': `Notes:\n"See https://www.linkedin.com/help"\n\n${names.connections}\nOtto,Fern,${person},,Moss,Owner,12 Mar 2026\n`,
  'Endorsement_Received_Info.csv': `${names.endorsed}\n2026/01/01 10:00:00 UTC,Roofs,Otto,Fern,www.linkedin.com/in/otto-fern,ACCEPTED\n`,
  'Certifications.csv':
    'Name,Url,Authority,Started On,Finished On,License Number\nRoofing,https://certs.example/1,Guild,Jan 2026,,1\n',
  'Publications.csv':
    'Name,Published On,Description,Publisher,Url\nOn slate,"Jan 1, 2026",,Press,https://press.example/a\n',
  'Rich_Media.csv': 'Date/Time,Media Description,Media Link\n2026,,https://pictures.example/1\n',
  'Reactions.csv': 'Date,Type,Link\n2026-01-01,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A1\n',
  'messages.csv':
    'CONVERSATION ID,CONVERSATION TITLE,FROM,TO,SUBJECT,CONTENT\n1,,Otto,Mira,,see https://www.facebook.com/roofs\n',
});
const languages = {
  English: linkedin({
    connections: 'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    endorsed:
      'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status',
    follows: 'Organization,Followed On',
  }),
  German: linkedin({
    connections: 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am',
    endorsed: 'Datum,Kenntnis,Vorname,Nachname,Profil,Status',
    follows: 'Unternehmen,Gefolgt am',
  }),
  Greek: linkedin({
    connections: 'Όνομα,Επώνυμο,URL,Email,Εταιρεία,Θέση,Σύνδεση',
    endorsed: 'Ημερομηνία,Δεξιότητα,Όνομα,Επώνυμο,Προφίλ,Κατάσταση',
    follows: 'Οργανισμός,Ημερομηνία',
  }),
};

describe('a whole export of LinkedIn', () => {
  test.each(Object.keys(packings).flatMap((packing) => Object.keys(languages).map((language) => [packing, language])))(
    '%s, in %s',
    async (packing, language) => {
      const files = languages[language as keyof typeof languages];
      expect(await taken(await packed(packing, files))).toEqual(['Gutters', 'Slates']);
    },
  );
});

const mastodon: Files = {
  'following_accounts.csv':
    'Account address,Show boosts,Notify on new posts,Languages\nslates@press.example,true,false,\ngutters@roofs.example,false,true,"en, de"\n',
  'muted_accounts.csv': 'Account address,Hide notifications\nloud@bad.example,true\n',
  'blocked_accounts.csv': 'troll@bad.example\nother@bad.example\n',
  'blocked_domains.csv': 'bad.example\nworse.example\n',
  'bookmarks.csv': 'https://press.example/users/moss/statuses/109\nhttps://roofs.example/@moss/110\n',
  'lists.csv': 'roofs,slates@press.example\nroofs,friend@home.example\n',
  'followers.csv': 'Account address\nfriend@home.example\n',
};

describe('all lists of an account of Mastodon', () => {
  test.each(Object.keys(packings))('%s', async (packing) => {
    expect(await taken(await packed(packing, mastodon))).toEqual([
      'https://press.example/@slates',
      'https://roofs.example/@gutters',
    ]);
  });
});

const reddit: Files = {
  'subscribed_subreddits.csv': 'subreddit\nslates\nRoof_Gardens\n',
  'moderated_subreddits.csv': 'subreddit\nmyownclub\n',
  'approved_submitter_subreddits.csv': 'subreddit\nclosedclub\n',
  'saved_posts.csv': 'id,permalink\na1,https://www.reddit.com/r/politics/comments/a1/b/\n',
  'post_votes.csv': 'id,permalink,direction\na2,https://www.reddit.com/r/news/comments/a2/b/,down\n',
  'comment_votes.csv': 'id,permalink,direction\na3,https://www.reddit.com/r/funny/comments/a3/b/c/,up\n',
  'comments.csv':
    'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nx1,https://www.reddit.com/r/DIY/comments/z/t/x1/,,,DIY,0,https://www.reddit.com/r/DIY/comments/z/t/,,hello,\n',
  'friends.csv': 'username,note\notto_fern,\n',
  'statistics.csv': 'statistic,value\naccount name,mira_holt\n',
};

describe('a whole data request of Reddit', () => {
  test.each(Object.keys(packings))('%s', async (packing) => {
    expect((await taken(await packed(packing, reddit))).map((each) => each.toLowerCase())).toEqual([
      'https://www.reddit.com/r/roof_gardens',
      'https://www.reddit.com/r/slates',
    ]);
  });
});

const [slates, gutters] = [`UC${'slate'.repeat(4)}00`, `UC${'tiles'.repeat(4)}-_`];
const channels = [gutters, slates].map((id) => `https://www.youtube.com/channel/${id}`).toReversed();
const takeout = (youtube: string, headings: string, places: string, contacts: string): Files => ({
  [`Takeout/${youtube}.csv`]: `${headings}\n${[slates, gutters].map((id) => `${id},http://www.youtube.com/channel/${id},n\n`).join('')}`,
  [`Takeout/${places}.csv`]:
    'Title,Note,URL,Comment\nClinic,,https://www.google.com/maps/place/Clinic/data=!4m2!3m1!1s0x1,\n',
  [`Takeout/${contacts}.csv`]:
    'First Name,Middle Name,Last Name,Labels,E-mail 1 - Value,Website 1 - Value\nOtto,,Fern,* Home,otto@fern.example,https://www.facebook.com/otto.fern\n',
  'Takeout/archive_browser.html': '<html><body><a href="https://www.google.com/">Takeout</a></body></html>',
});
const takeouts = {
  English: takeout(
    'YouTube and YouTube Music/subscriptions/subscriptions',
    'Channel Id,Channel Url,Channel Title',
    'Saved/Want to go',
    'Contacts/All Contacts/All Contacts',
  ),
  German: takeout(
    'YouTube und YouTube Music/Abos/Abos',
    'Kanal-ID,Kanal-URL,Kanaltitel',
    'Gespeichert/Möchte ich hin',
    'Kontakte/Alle Kontakte/Alle Kontakte',
  ),
  Russian: takeout(
    'YouTube и YouTube Music/подписки/подписки',
    'Идентификатор канала,URL канала,Название канала',
    'Сохраненные места/Хочу посетить',
    'Контакты/Все контакты/Все контакты',
  ),
};

describe('a whole Takeout', () => {
  test.each(Object.keys(packings).flatMap((packing) => Object.keys(takeouts).map((language) => [packing, language])))(
    '%s, in %s',
    async (packing, language) => {
      const files = takeouts[language as keyof typeof takeouts];
      expect(await taken(await packed(packing, files))).toEqual(channels.toSorted());
    },
  );
});

const instagram = JSON.stringify({
  relationships_following: ['slates', 'gutters'].map((title) => ({
    title,
    string_list_data: [{ href: `https://www.instagram.com/_u/${title}`, timestamp: 1_760_000_000 }],
  })),
});
const unpacked: Record<string, Files> = {
  Instagram: { 'instagram-mira.holt-2026-11-20-AbCd/connections/followers_and_following/following.json': instagram },
  LinkedIn: {
    'Basic_LinkedInDataExport_11-20-2026/Company Follows.csv': languages.German['Company Follows.csv'] ?? '',
  },
  Takeout: takeouts.English,
  Reddit: { 'export_mira_holt_20261120/subscribed_subreddits.csv': 'subreddit\nslates\n' },
  X: {
    'twitter-2026-11-20-0a1b/data/following.js':
      'window.YTD.following.part0 = [{"following":{"accountId":"12","userLink":"https://twitter.com/intent/user?user_id=12"}}]',
  },
  Telegram: {
    'DataExport_2026-11-20/result.json':
      '{"chats":{"list":[{"name":"Slates","type":"public_channel","id":1,"messages":[]}]}}',
  },
};

describe('an unpacked export in no client’s folder is nobody’s', () => {
  test.each(Object.keys(unpacked))('%s', async (name) => {
    const { path, follows } = laid(unpacked[name] ?? {});
    const { files, customers } = await importFiles([path], { customer: null, follows });
    expect(customers).toEqual([]);
    expect(existsSync(follows)).toBe(false);
    expect(files.some(({ whatToDo }) => whatToDo?.includes('--customer'))).toBe(true);
  });
});
