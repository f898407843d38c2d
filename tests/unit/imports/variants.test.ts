import { describe, expect, test } from 'vitest';
import { followed, heldIn } from './recognised.ts';

const channel = (letter: string): string => `UC${letter.repeat(22)}`;
const feed = (id: string): string => `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`;
const url = (id: string): string => `https://www.youtube.com/channel/${id}`;
const mastodon = ['mastodon:mossy@fern.example', 'mastodon:slug@bog.example'];

describe('follows in other spellings of a kind', () => {
  test.each([
    ['Mastodon, old heading', 'following_accounts.csv', 'Account address\nmossy@fern.example\nslug@bog.example\n'],
    [
      'Mastodon, CRLF and BOM',
      'following_accounts.csv',
      '\uFEFFAccount address,Show boosts,Notify on new posts,Languages\r\nmossy@fern.example,true,false,\r\nslug@bog.example,true,false,de\r\n',
    ],
    [
      'Mastodon, another name',
      'folgt-2026.csv',
      'Account address,Show boosts\nmossy@fern.example,true\nslug@bog.example,false\n',
    ],
    [
      'Mastodon, columns in another order',
      'following_accounts.csv',
      'Show boosts,Account address\ntrue,mossy@fern.example\ntrue,slug@bog.example\n',
    ],
    [
      'Mastodon, with @ before',
      'following_accounts.csv',
      'Account address,Show boosts\n@mossy@fern.example,true\n@slug@bog.example,true\n',
    ],
    ['Pleroma, no heading', 'follows.csv', 'mossy@fern.example\nslug@bog.example\n'],
    ['Akkoma, CRLF', 'follows.csv', 'mossy@fern.example\r\nslug@bog.example'],
  ])('%s', async (_, name, text) => {
    const found = await followed(text, name);
    expect(found?.map((each) => each.replace(/^mastodon:@?/, 'mastodon:')).toSorted()).toEqual(mastodon);
  });

  const youtube = [`youtube:${channel('k')}`, `youtube:${channel('m')}`];
  const [k, m] = [channel('k'), channel('m')];

  test.each([
    [
      'OPML, one outline each',
      'subscription_manager.xml',
      `<opml version="1.1"><body><outline text="Y"><outline type="rss" xmlUrl="${feed(k)}"/><outline type="rss" xmlUrl="${feed(m)}"/></outline></body></opml>`,
    ],
    [
      'OPML with single quotes',
      'yt.opml',
      `<?xml version='1.0'?><opml version='2.0'><head/><body><outline xmlUrl='${feed(k)}' text='K'/><outline xmlUrl='${feed(m)}' text='M'/></body></opml>`,
    ],
    [
      'OPML in folders',
      'feeds.opml',
      `<opml><body><outline text="a"><outline text="b"><outline text="K" xmlUrl="${feed(k)}"/></outline></outline><outline text="M" xmlUrl="${feed(m)}"/></body></opml>`,
    ],
    [
      'NewPipe without version',
      'subs.json',
      JSON.stringify({ subscriptions: [k, m].map((id) => ({ service_id: 0, url: url(id), name: id })) }),
    ],
    [
      'NewPipe with its version',
      'newpipe.json',
      JSON.stringify({
        app_version: '0.28.0',
        app_version_int: 1005,
        subscriptions: [k, m].map((id) => ({ service_id: 0, url: url(id), name: id })),
      }),
    ],
    [
      'Invidious, ids only',
      'invidious.json',
      JSON.stringify({
        subscriptions: [k, m],
        watch_history: ['aaaaaaaaaaa'],
        preferences: { locale: 'de' },
        playlists: [],
      }),
    ],
    [
      'Takeout, English',
      'subscriptions.csv',
      `Channel Id,Channel Url,Channel Title\n${k},${url(k)},K\n${m},${url(m)},M\n`,
    ],
    ['Takeout, German', 'Abos.csv', `Kanal-ID,Kanal-URL,Kanaltitel\n${k},${url(k)},K\n${m},${url(m)},M\n`],
    [
      'Takeout, Russian',
      'подписки.csv',
      `Идентификатор канала,URL канала,Название канала\n${k},${url(k)},K\n${m},${url(m)},M\n`,
    ],
    [
      'Takeout, Greek',
      'εγγραφές.csv',
      `Αναγνωριστικό καναλιού,Διεύθυνση URL καναλιού,Τίτλος καναλιού\n${k},${url(k)},K\n${m},${url(m)},M\n`,
    ],
    [
      'Takeout, Japanese',
      '登録チャンネル.csv',
      `チャンネル ID,チャンネルの URL,チャンネルのタイトル\n${k},http://www.youtube.com/channel/${k},K\n${m},http://www.youtube.com/channel/${m},M\n`,
    ],
  ])('%s', async (_, name, text) => {
    expect((await followed(text, name))?.toSorted()).toEqual(youtube);
  });

  test.each([
    ['Reddit', 'subscribed_subreddits.csv', 'subreddit\nfernlovers\nBogGardens\n'],
    ['Reddit, CRLF', 'subscribed_subreddits.csv', 'subreddit\r\nfernlovers\r\nBogGardens\r\n'],
    ['Reddit, with r/', 'subscribed_subreddits.csv', 'subreddit\nr/fernlovers\nr/BogGardens\n'],
    ['Reddit, BOM', 'subscribed_subreddits.csv', '\uFEFFsubreddit\nfernlovers\nBogGardens\n'],
    ['Reddit, a copy of the file', 'subscribed_subreddits (1).csv', 'subreddit\nfernlovers\nBogGardens\n'],
  ])('%s', async (_, name, text) => {
    expect((await followed(text, name))?.map((each) => each.toLowerCase()).toSorted()).toEqual([
      'reddit:r/boggardens',
      'reddit:r/fernlovers',
    ]);
  });
});

describe('what is no follow in other spellings', () => {
  test.each([
    [
      'votes',
      'post_votes.csv',
      'id,permalink,direction\nab1,https://www.reddit.com/r/fernlovers/comments/ab1/x/,down\n',
    ],
    [
      'votes on comments',
      'comment_votes.csv',
      'id,permalink,direction\nab1,https://www.reddit.com/r/fernlovers/comments/ab1/x/y/,up\n',
    ],
    ['saved posts', 'saved_posts.csv', 'id,permalink\nab1,https://www.reddit.com/r/fernlovers/comments/ab1/x/\n'],
    ['bookmarks', 'bookmarks.csv', 'https://fern.example/users/mossy/statuses/1\nhttps://bog.example/@slug/2\n'],
    ['mutes', 'muted_accounts.csv', 'Account address,Hide notifications\nmossy@fern.example,true\n'],
    ['blocks', 'blocked_accounts.csv', 'mossy@fern.example\n'],
    ['blocked servers', 'blocked_domains.csv', 'fern.example\nbog.example\n'],
    [
      'LinkedIn connections, French',
      'Connections.csv',
      'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le\nAnna,Quince,https://www.linkedin.com/in/anna-quince,,Fern SA,CEO,20 nov. 2026\n',
    ],
    [
      'LinkedIn connections, Spanish',
      'Connections.csv',
      'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el\nAnna,Quince,https://www.linkedin.com/in/anna-quince,,Fern SA,CEO,20 nov 2026\n',
    ],
    [
      'LinkedIn connections, Russian',
      'Connections.csv',
      'Имя,Фамилия,URL,Адрес эл. почты,Компания,Должность,Дата установления контакта\nАнна,Квинс,https://www.linkedin.com/in/anna-quince,,Fern,CEO,20 нояб. 2026\n',
    ],
  ])('%s', async (_, name, text) => {
    expect(await heldIn(text, name)).not.toBe('follows');
    expect((await followed(text, name)) ?? []).toEqual([]);
  });
});
