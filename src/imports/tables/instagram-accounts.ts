import type { ImportFormat } from '../import-format.ts';
import type { ParsedFollow } from '../../types/import.ts';
import { cell, columnOf, countOf, listed } from './columns.ts';
import { followedAmong, notFollowed, whoseNames } from './scraped.ts';

const handles = listed('username, user name');
const titles = listed('full name, fullname');
/** Fields of Instagram's own answers, which services pass on as they are. */
const marks = ['is private', 'is verified', 'profile pic url'];
const addresses = listed('profile url, url, profile link, link');
const counts = listed('followers count, follower count, followers');

/** Accounts of Instagram as its answers name them: by their handles, without an address. */
export const instagramAccounts: ImportFormat = {
  id: 'instagram-accounts',
  recognise({ name, table }) {
    if (!table || columnOf(table.headings, addresses) !== -1) return null;
    const { headings, rows } = table;
    const [handle, title] = [columnOf(headings, handles), columnOf(headings, titles)];
    if (handle === -1 || title === -1 || marks.filter((mark) => headings.includes(mark)).length < 2) return null;
    const whose = columnOf(headings, whoseNames);
    const unasked = notFollowed(table, rows, whose, name);
    if (unasked) return unasked;
    const count = columnOf(headings, counts);
    const { followed, left } = followedAmong(rows);
    const follows = followed.flatMap((row): ParsedFollow[] => {
      const account = cell(row, handle).replace(/^@/, '');
      if (!/^[\w.]+$/.test(account)) return [];
      const address = `https://www.instagram.com/${account}`;
      const told = { title: cell(row, title) || null, subscribers: countOf(row, count) };
      return [{ customer: cell(row, whose) || null, address, network: null, ...told }];
    });
    const nothing = followed.length - follows.length;
    const skipped = [...(nothing > 0 ? [`rows without an account: ${nothing}`] : []), ...left];
    return { format: 'accounts followed on Instagram, as a service wrote them', follows, skipped };
  },
};
