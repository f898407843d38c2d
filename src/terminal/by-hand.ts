import { typedPath } from '../text/typed.ts';
import type { HandWork } from '../types/report.ts';

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * What to do about networks that no program may read, for a person at a terminal: how many clients can be read, what so
 * many minutes would bring, and what to type next.
 * @param customers the client list as it was named; null where there is none
 */
export function byHandText(work: HandWork | null, customers: string | null): string {
  const list = customers === null ? '' : ` ${typedPath(customers)}`;
  const others =
    'What no program may read, you can open and clients can tell or hand over: `target-resources worksheet` says which pages ' +
    'to open and save, `target-resources survey` prints a form to send them, and ' +
    '`target-resources import FILES` reads their exports and the pages you save; then add --follows input/follows.csv.\n';
  return work === null ? others : `${workText(work)}next: target-resources worksheet${list}\n${others}`;
}

function workText({ clients, readable, brings, minutes, pages, networks }: HandWork): string {
  const lines = networks.map(({ title, unread, wanted, brings: own, ...each }) => {
    const work = `about ${many(each.minutes, 'minute')} (${many(each.pages, 'page')} of ${many(wanted, 'client')})`;
    const gain = own > 0 ? ` would bring ${many(own, 'more client')}` : '';
    return `  ${title}: ${many(unread, 'client')} unread; ${work}${gain}\n`;
  });
  const gain =
    brings > 0
      ? `about ${many(minutes, 'minute')} of opening and saving ${many(pages, 'page')} by hand would bring ${many(brings, 'more client')}`
      : 'pages saved by hand would bring no more, but show what these follow there';
  return [`${readable} of ${many(clients, 'client')} can be read now; ${gain}:\n`, ...lines].join('');
}
