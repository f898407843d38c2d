import type { Followed } from './follows.ts';

/** `data/following.js`; large lists go on in `following-part1.js`, which sets part1. */
export function xArchive(follows: Followed[], { kind = 'following', part = 0, link = true, end = '' } = {}): string {
  const list = follows.map(({ number }) => ({
    [kind]: {
      accountId: number,
      ...(link ? { userLink: `https://twitter.com/intent/user?user_id=${number}` } : {}),
    },
  }));
  return `window.YTD.${kind}.part${part} = ${JSON.stringify(list, null, 2)}${end}`;
}
