import { lookup } from '../text/lookup.ts';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { foldHeading, splitCamelCase } from '../text/normalise.ts';
import {
  type NamedRole,
  type NetworkRole,
  type Role,
  addressWords,
  aliases,
  clientHeadings,
  firstNames,
  followWords,
  organizations,
  otherWords,
  qualifiers,
  surnames,
  valueWords,
} from './aliases.ts';

export type { NetworkRole, Role } from './aliases.ts';

/** What `--column` says: roles by heading, and which of the headings were found. */
export interface Overrides {
  roles: Map<string, string>;
  found: Set<string>;
}

/** How a column got its role. */
type RoleSource = 'heading' | 'content' | 'you';

export interface Columns {
  roleOf(index: number): Role | null;
  /** Columns with this role, in the order of the file. */
  having(role: Role): number[];
  /** Every column in the order of the file; `by` is null where it has no role. */
  all: { heading: string; role: Role | null; by: RoleSource | null }[];
}

interface NetworkNames {
  id: string;
  aliases: string[];
}

/**
 * Which column is what.
 * @param wanted the roles this kind of file has; where a heading could be several, the earlier one wins
 * @param byContent the roles of columns whose headings say nothing
 */
export function columnsOf(
  headings: string[],
  wanted: Role[],
  networks: readonly NetworkNames[],
  overrides: Overrides,
  byContent: readonly (Role | null)[] = [],
): Columns {
  const said = new Map(
    [...overrides.roles].map(([heading, role]) => [plain(heading), { heading, role: asRole(role, networks) }]),
  );
  const byHeading = settled(
    headings,
    headings.map((heading) => roleOf(heading, wanted, networks)),
    wanted,
  );
  const all = headings.map((heading, index): Columns['all'][number] => {
    const override = said.get(plain(heading)) ?? said.get(plain(columnName(index)));
    // Other files of a run may have a heading of the same words that says who somebody is.
    if (override && (override.role !== 'segment' || wanted.includes('segment'))) {
      overrides.found.add(override.heading);
      return { heading, role: override.role, by: 'you' };
    }
    const role = byHeading[index] ?? null;
    if (role !== null) return { heading, role, by: 'heading' };
    const seen = byContent[index] ?? null;
    return { heading, role: seen, by: seen && 'content' };
  });
  const byRole = new Map<Role | null, number[]>();
  for (const [index, { role }] of all.entries()) byRole.set(role, [...(byRole.get(role) ?? []), index]);
  return { all, roleOf: (index) => all[index]?.role ?? null, having: (role) => byRole.get(role) ?? [] };
}

/** How many of some cells are headings that are known, or named by `--column`. */
export function knownHeadings(
  wanted: Role[],
  networks: readonly NetworkNames[],
  overrides: Overrides,
): (cells: string[]) => number {
  const said = new Set([...overrides.roles.keys()].map(plain));
  return (cells) =>
    cells.filter((cell) => cell !== '' && (said.has(plain(cell)) || roleOf(cell, wanted, networks) !== null)).length;
}

/** Whether a heading says that its column names customers. */
export const saysCustomer = (heading: string): boolean => clientHeadings.has(plain(heading));

/** What a column without a heading is called: `column 2`. */
export const columnName = (index: number): string => `column ${index + 1}`;

/** Characters of a cell that could be a heading. */
const longestHeading = 200;

function roleOf(heading: string, wanted: Role[], networks: readonly NetworkNames[]): Role | null {
  if (heading.length > longestHeading) return null;
  const asOneWord = roleOfWords(plain(heading), wanted, networks);
  return asOneWord ?? roleOfWords(plain(splitCamelCase(heading)), wanted, networks);
}

function roleOfWords(text: string, wanted: Role[], networks: readonly NetworkNames[]): Role | null {
  const named = namedRole(text, wanted);
  if (named === 'website') return named;
  if (wanted.includes('profile')) return networkRole(text.split(' '), wanted, networks) ?? named;
  if (named !== null || !wanted.some(isNetworkRole)) return named;
  const words = text.split(' ').filter((word) => !followWords.has(word));
  return networkRole(words, wanted, networks);
}

/** Whether a role is that of one network's column. */
export const isNetworkRole = (role: Role | null): role is NetworkRole => role?.startsWith('network:') === true;

/** The roles of columns that are headed with a network's name. */
export const networkRoles = (networks: readonly { id: string }[]): NetworkRole[] =>
  networks.map(({ id }): NetworkRole => `network:${id}`);

function namedRole(text: string, wanted: Role[]): NamedRole | null {
  const find = (words: string): NamedRole | undefined =>
    wanted.find((role): role is NamedRole => lookup<ReadonlySet<string>>(aliases, role)?.has(words) === true);
  const without = (left: (word: string) => boolean): string =>
    text
      .split(' ')
      .filter((word) => !left(word))
      .join(' ');
  const unnumbered = find(without((word) => /^\d+$/.test(word) || valueWords.has(word)));
  const bare = without((word) => qualifiers.has(word));
  const bareRole = bare === 'id' ? undefined : find(bare);
  const isOthers = text.split(' ').some((word) => organizations.has(word)) && bareRole !== 'website';
  return find(text) ?? unnumbered ?? (isOthers ? null : (bareRole ?? null));
}

/** `Twitter`, `twitter url 2`, `ссылка вк`: the network's name, alone or with words that say it is an address. */
function networkRole(all: string[], wanted: Role[], networks: readonly NetworkNames[]): Role | null {
  const words = all.filter((word) => !/^\d{1,2}$/.test(word));
  const apart = (left: ReadonlySet<string>): string => words.filter((word) => !left.has(word)).join(' ');
  const name = apart(addressWords);
  // `Twitter/X` is one network by two of its names.
  const network =
    networks.find((each) => isName(name, each)) ??
    networks.find((each) => name.split(' ').every((word) => isName(word, each)));
  if (network) return network.id === 'web' && wanted.includes('website') ? 'website' : `network:${network.id}`;
  const rest = words.filter((word) => !addressWords.has(word));
  const other = rest.filter((word) => !otherWords.has(word)).join(' ');
  const loose = networks.find((each) => isName(other, each));
  if (!loose) return null;
  const isNumber = rest.includes('id') && numbered.has(loose.id);
  if (isNumber) return `network:${loose.id}`;
  return wanted.includes('website') ? 'website' : null;
}

function isName(text: string, { aliases: names }: NetworkNames): boolean {
  let folded = foldedNames.get(names);
  if (!folded) foldedNames.set(names, (folded = new Set(names.map(foldHeading))));
  return folded.has(text);
}

/** A network's names in the spelling of headings: every cell of the first rows is compared with them. */
const foldedNames = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Networks whose profiles are known by numbers: elsewhere an id is no handle, even where it could be one. */
const numbered = new Set(['vk', 'steam', 'odnoklassniki']);

/** Roles that say who a row is about, the first that is filled before the others. */
export const namingRoles: Role[] = ['customer', 'name', 'first_name', 'middle_name', 'last_name', 'email', 'company'];

/**
 * Roles that depend on the other columns: half a name, a bare `id` beside better names, and a network's column beside one
 * of resources, which may hold the client's own account.
 */
function settled(headings: string[], roles: (Role | null)[], wanted: Role[]): (Role | null)[] {
  const has = (role: Role): boolean => roles.includes(role);
  const isBareId = (index: number): boolean => roles[index] === 'customer' && plain(headings[index] ?? '') === 'id';
  const naming = new Set<Role | null>(namingRoles);
  const named = roles.some((role, index) => naming.has(role) && !isBareId(index));
  return roles.map((role, index) => {
    const text = plain(headings[index] ?? '');
    if (isBareId(index) && named) return null;
    if (isNetworkRole(role) && !wanted.includes('profile') && has('resource')) return null;
    if (role === 'name' && has('last_name') && firstNames.has(text)) return 'first_name';
    if (role === 'name' && has('first_name') && !has('last_name') && surnames.has(text)) return 'last_name';
    return role;
  });
}

/** @throws UserError setting, where the role is none */
function asRole(role: string, networks: readonly { id: string }[]): Role {
  if (networks.some(({ id }) => id === role)) return `network:${role}`;
  if (Object.hasOwn(aliases, role) || role === 'ignore') return role as Role;
  const known = [...Object.keys(aliases), 'ignore', ...networks.map(({ id }) => id)].join(', ');
  throw new UserError('setting', setting('column'), `there is no role "${role}"; the roles are ${known}`);
}

/**
 * Lower case, one blank between words, no accents, no punctuation: `E-Mail_Address` and `e mail address` are one heading.
 * The mark `__c` of Salesforce's own fields is left out, and what amoCRM puts behind those of a contact.
 */
const plain = (heading: string): string =>
  foldHeading(heading.replace(/__c$/i, '').replace(/ \((?:контакт|contact)\)$/i, ''));
