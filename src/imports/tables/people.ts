import { type Columns, type Role, saysCustomer } from '../../tables/headings.ts';
import type { RecognisedFile } from '../../types/import.ts';
import { isEmail } from '../../tables/content.ts';
import { foldHeading } from '../../text/normalise.ts';
import type { ImportFormat, ImportTable } from '../import-format.ts';
import { cell, listed } from './columns.ts';

/**
 * People and where to find them: what a CRM, an address book or a network writes of contacts. The addresses are their
 * own profiles, so it is a client list, or nothing that counts here.
 */
export const peopleTable: ImportFormat = {
  id: 'people',
  recognise({ table, text }) {
    if (isCards(text)) return people('address cards (vCard)');
    if (!table) return null;
    return arePeople(table) ? people('table of people') : peopleOrPages(table);
  },
};

const people = (format: string) => ({
  format,
  reason: 'these are people and their own profiles, not pages that they follow',
  whatToDo: 'if they are your clients, hand it to `analyze`; here import what each of them follows',
  holds: 'people' as const,
});

/**
 * Names beside one address each may be clients with their profiles as well as pages, where each row has an e-mail address
 * of its own, where the names are whole ones of persons or the addresses those of persons, or where the addresses stand
 * under nothing but the name of their network: only a person can say.
 */
function peopleOrPages(table: ImportTable): RecognisedFile | null {
  const { columns, headings, rows } = table;
  const isOfCustomers = columns.all.some(({ heading }) => saysCustomer(heading));
  const isNamed = columns.having('name').length + columns.having('email').length > 0;
  if (saysResource(columns) || !isNamed || saysAccounts(table) || rows.length < 2) return null;
  const valuesIn = (column: number): string[] => rows.slice(0, sampled).map((row) => cell(row, column));
  const all = headings.map((_, column) => ({ column, filled: valuesIn(column).filter(Boolean) }));
  const addresses = all.find(({ filled }) => filled.length > 0 && filled.every(isAddress) && isOnce(filled));
  if (!addresses) return null;
  const heading = columns.all[addresses.column]?.heading ?? '';
  const mails = all.find(({ filled }) => filled.length > 1 && filled.every(isEmail));
  const isUnderNetwork = headings.length === 2 && table.networkIn(heading) !== null;
  const isOfPersons = (saysFullName(table) && !ofCommunities.test(heading)) || addresses.filled.every(isPersonsProfile);
  const isOne = mails ? isOnce(mails.filled) : !isOfCustomers && (isUnderNetwork || isOfPersons);
  if (!isOne) return null;
  return {
    format: 'table of names and addresses',
    reason: 'it does not say whether these are people with their own profiles, or pages that somebody follows',
    whatToDo: `if they are your clients, hand it to \`analyze\`; if the addresses are what somebody follows, add --column "${heading}=resource"`,
    holds: 'unknown',
  };
}

/** What an address leads to that is no person. */
const ofCommunities =
  /сообществ|групп|паблик|канал|страниц|спільнот|сторін|communit|group|channel|newsletter|grup|kanal|canal/i;

const isOnce = (values: string[]): boolean => new Set(values).size === values.length;

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

const isCards = (text: string): boolean => /^\s*BEGIN:VCARD\b/i.test(text);

function arePeople(table: ImportTable): boolean {
  const { columns, headings } = table;
  if (saysResource(columns)) return false;
  const has = (...roles: Role[]): boolean => roles.some((role) => columns.having(role).length > 0);
  if (saysAccounts(table)) return false;
  if (has('first_name') && has('last_name')) return true;
  const isNamed = has('name', 'customer', 'first_name', 'last_name');
  const isOfPersons = headings.some((heading) => ofPersons.test(heading));
  if (isNamed && isOfPersons && (has('email') || hasEmails(table) || saysFullName(table))) return true;
  return isDirectory(table);
}

/** Headings that say what is followed; `url` and `link` may as well be where the person is. */
const ofResources = listed(
  `resource, resource url, resources, page, page url, pages, community, communities, channel, channel url, channels, group, group url,
  groups, follows, following, feed, ссылка на сообщество, ссылка на группу, ссылка на страницу, ссылка на канал, ссылка на паблик,
  адрес сообщества, адрес группы, адрес канала, ресурс, сообщество, группа, страница, канал, паблик, спільнота, сторінка, seite,
  página, σελίδα`,
);

const saysResource = ({ all }: Columns): boolean =>
  all.some(
    ({ heading, role, by }) => (by === 'you' && role === 'resource') || ofResources.has(heading.trim().toLowerCase()),
  );

const saysAccounts = ({ columns, headings }: ImportTable): boolean =>
  columns.having('subscribers').length > 0 || headings.some((heading) => ofAccounts.test(heading));

/** What scrapers say of accounts, and nobody of a contact. */
const ofAccounts =
  /\b(?:followers?|following|subscribers?|followers ?count|friends ?count|screen ?name|is ?verified|is ?private)\b/;

/** Whether a heading asks for first and last name, which no page has, and each row has another. */
export function saysFullName({ columns, rows }: ImportTable): boolean {
  const column = columns.all.findIndex(({ heading }) => fullNames.has(foldHeading(heading)));
  const names = rows.slice(0, sampled).flatMap((row) => cell(row, column) || []);
  return column !== -1 && isOnce(names);
}

const fullNames = new Set(
  `фио, ф и о, фамилия имя, имя фамилия, имя и фамилия, фамилия и имя, фамилия имя отчество, піб, прізвище та ім я, ім я та прізвище,
  first and last name, nom et prénom, prénom et nom, nombre y apellidos, vor und nachname, vorname nachname,
  nachname vorname, nome e cognome, cognome e nome, nome e sobrenome, imię i nazwisko, nazwisko i imię, ad soyad,
  jméno a příjmení, nume și prenume, ονοματεπώνυμο, όνομα επώνυμο, όνομα και επώνυμο`
    .split(/,\s+/)
    .map(foldHeading),
);

/** What is said of a contact, and not of a page. */
const ofPersons =
  /\b(?:job|position|birthday|birth|phones?|mobile|salutation|deal|lead|owner|record|stage|organi[sz]ation|company|unternehmen|firma|entreprise|empresa|azienda)\b|телефон|должност|компани|сделк|ответственн|посад|τηλέφωνο|εταιρ/u;

const sampled = 50;

const hasEmails = ({ rows, headings }: ImportTable): boolean =>
  headings.some((_, column) => {
    const filled = rows
      .slice(0, sampled)
      .map((row) => cell(row, column))
      .filter(Boolean);
    return filled.length > 0 && filled.filter(isEmail).length * 2 > filled.length;
  });

/** Two columns of short names beside profiles of persons or e-mail addresses, in whatever language. */
function isDirectory({ rows, headings }: ImportTable): boolean {
  const sample = rows.slice(0, sampled);
  const width = Math.max(headings.length, ...sample.map(({ cells }) => cells.length));
  const mostly = (column: number, fits: (text: string) => boolean): boolean => {
    const filled = sample.map((row) => cell(row, column)).filter(Boolean);
    return filled.length > 0 && filled.filter(fits).length * 5 >= filled.length * 4;
  };
  const columns = Array.from({ length: width }, (_, column) => column);
  const names = columns.filter((column) => mostly(column, isShortName));
  return names.length > 1 && columns.some((column) => mostly(column, isOfPerson));
}

const isOfPerson = (text: string): boolean => isPersonsProfile(text) || isEmail(text);

const isShortName = (text: string): boolean =>
  text.length <= 40 && /^\p{L}[\p{L}\p{M}.'’-]*(?: \p{L}[\p{L}\p{M}.'’-]*){0,2}$/u.test(text);

/** Addresses that tell persons from pages. */
const isPersonsProfile = (text: string): boolean =>
  /^(?:https?:\/\/)?(?:[a-z-]{1,6}\.)?(?:linkedin\.com\/(?:in|pub)\/[^/]|xing\.com\/profile\/[^/]|facebook\.com\/(?:profile\.php|people\/[^/]))/i.test(
    text.trim(),
  );
