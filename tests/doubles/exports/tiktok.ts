import type { Followed } from './follows.ts';

const items = (follows: Followed[], key: string): unknown[] =>
  follows.map(({ handle }, index) => ({
    Date: `2024-05-01 08:${String(index % 60).padStart(2, '0')}:00`,
    [key]: handle,
  }));

const fans = { FansList: [{ Date: '2024-03-01 08:15:00', UserName: 'somebody_else' }] };

/** Where the follows stood in which years. */
export const tiktokShapes: Record<string, (follows: Followed[]) => unknown> = {
  '2020 to 2023': (follows) => ({
    Activity: {
      'Follower List': fans,
      'Following List': { Following: items(follows, 'UserName') },
      'Like List': { ItemFavoriteList: [] },
    },
    Profile: { 'Profile Information': { ProfileMap: { userName: 'me' } } },
  }),
  '2024': (follows) => ({
    Profile: { 'Profile Information': { ProfileMap: { userName: 'me' } } },
    'Your Activity': { Follower: fans, Following: { Following: items(follows, 'UserName') }, Hashtag: null },
  }),
  'since 2025': (follows) => ({
    'Ads and data': { 'Ad Interests': { AdInterestCategories: null } },
    'Profile And Settings': { Follower: fans, Following: { Following: items(follows, 'UserName') } },
    'Your Activity': { 'Watch History': { VideoList: [] } },
  }),
  'names of fields in lower case': (follows) => ({
    'profile and settings': { following: { following: items(follows, 'username') } },
  }),
};

export const tiktokJson = (shape: (follows: Followed[]) => unknown, follows: Followed[]): string =>
  JSON.stringify(shape(follows), null, 2);

/** Following.txt of the export in text form; the labels are in the language of the app. */
export const tiktokText = (follows: Followed[], { labels = ['Date', 'Username'], newline = '\n' } = {}): string =>
  follows
    .map(({ handle }) => `${labels[0]}: 2023-09-10 06:18:18 UTC${newline}${labels[1]}: ${handle}${newline}`)
    .join(newline);
