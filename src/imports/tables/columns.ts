import { normaliseHeading } from '../../text/normalise.ts';
import { countIn } from '../../text/counts.ts';
import type { ImportRow } from '../rows.ts';

/** A table whose first row is a heading. */
export interface Table {
  headings: string[];
  rows: ImportRow[];
}

export function tableOf([first, ...rows]: ImportRow[]): Table {
  return { headings: (first?.cells ?? []).map(normaliseHeading), rows };
}

/** Words of a list with commas between them. */
export const listed = (list: string): Set<string> => new Set(list.trim().split(/,\s+/));

/** The first column with one of these headings, the earlier heading of the list before the later; -1 where there is none. */
export function columnOf(headings: string[], names: Set<string>): number {
  const heading = [...names].find((name) => headings.includes(name));
  return heading === undefined ? -1 : headings.indexOf(heading);
}

export const cell = (row: ImportRow, column: number): string => row.cells[column] ?? '';

/** A number of subscribers as people and programs write it; null where there is none. */
export const countOf = (row: ImportRow, column: number): number | null =>
  column === -1 ? null : countIn(cell(row, column));

export const titleNames =
  listed(`title, display name, displayname, channel title, resource title, resource name, group name,
  page name, full name, name, название, наименование, название сообщества, название группы, назва, имя, titel, titre, título, τίτλος`);

export const subscriberNames =
  listed(`subscribers, subscribers count, subscriber count, followers, followers count, follower count,
  members, members count, member count, подписчиков, подписчики, участников, участники, количество подписчиков,
  количество участников, число подписчиков, число участников, кол во подписчиков, кол во участников, підписників, abonnenten,
  abonnés, suscriptores, ακόλουθοι`);

const clientNames =
  listed(`customer, customer id, customer name, client, client id, client name, клиент, имя клиента, заказчик,
  клієнт, kunde, kundin, cliente, πελάτης`);

export const mailNames = listed('email, e mail, email address, почта, эл почта, пошта');

/** Headings of who follows. */
export const customerHeadings = new Set([...clientNames, ...mailNames]);

export const isClientList = (headings: string[]): boolean => headings.some((heading) => clientNames.has(heading));

export const networkNames = listed(
  `network, platform, social network, сеть, соцсеть, площадка, мережа, netzwerk, réseau, red, δίκτυο`,
);
