import { lookup } from '../../text/lookup.ts';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { AnyNetwork } from '../../types/network.ts';
import { addressForm, addressOn } from './addresses.ts';
import { bareHost, isHostOf } from '../../text/hosts.ts';
import { type Marks, type SiteRecipe, fieldsAt, siteSchema } from './recipe.ts';
import { faultIn, parsePlace } from './selectors.ts';
import { closest } from './did-you-mean.ts';
import { software } from './software.ts';

/** What is wrong in a sites file, and where: `sites[0].follows[1].item`. */
interface Fault {
  at: string;
  what: string;
}

/**
 * The recipes of a sites file, complete with what their software's shipped recipe says.
 * @param networks the built-in ones, whose ids and hosts are taken
 * @throws UserError sites_file, file_missing; it names every fault
 */
export async function readSitesBeside(file: string, networks: readonly AnyNetwork[]): Promise<SiteRecipe[]> {
  const { recipes, faults } = sitesIn(await contentOf(file), networks);
  if (faults.length === 0) return recipes;
  throw new UserError('sites_file', file, faults.map(({ at, what }) => `\n    ${at}: ${what}`).join(''));
}

async function contentOf(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UserError(missing ? 'file_missing' : 'file_unreadable', file, '', { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new UserError('sites_file', file, `it is not JSON: ${what}`, { cause: error });
  }
}

const Outline = z.strictObject({ sites: z.array(z.looseObject({})) });

/** The recipes that a file's content describes, and all that is wrong with it. */
export function sitesIn(content: unknown, networks: readonly AnyNetwork[]): { recipes: SiteRecipe[]; faults: Fault[] } {
  const outline = Outline.safeParse(content);
  if (!outline.success) {
    return { recipes: [], faults: outline.error.issues.flatMap((issue) => faultsOf(issue, issue.path, ['sites'])) };
  }
  const recipes: SiteRecipe[] = [];
  const faults: Fault[] = [];
  const { sites } = outline.data;
  for (const [index, site] of sites.entries()) {
    const at = `sites[${index}]`;
    const checked = checkedSite(site, at);
    faults.push(...checked.faults);
    if (checked.recipe === null) continue;
    faults.push(...clashesOf(checked.recipe, at, recipes, networks));
    recipes.push(checked.recipe);
  }
  return { recipes, faults };
}

function checkedSite(written: Record<string, unknown>, at: string): { recipe: SiteRecipe | null; faults: Fault[] } {
  const { like } = written;
  const known = [...software.keys()];
  if (like !== undefined && (typeof like !== 'string' || !software.has(like))) {
    const meant = typeof like === 'string' ? closest(like, known) : null;
    const hint = meant === null ? `there are ${known.join(', ')}` : `did you mean "${meant}"?`;
    return {
      recipe: null,
      faults: [{ at: `${at}.like`, what: `there is no recipe named ${JSON.stringify(like)}; ${hint}` }],
    };
  }
  const shipped = typeof like === 'string' ? software.get(like) : undefined;
  const parsed = siteSchema.safeParse({ ...shipped, title: written['host'], ...written });
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, issue.path, fieldsAt(issue.path) ?? [], at));
    // A missing host is one fault, not two.
    const isTitle = (fault: Fault): boolean => fault.at === `${at}.title` && written['title'] === undefined;
    return { recipe: null, faults: faults.filter((fault) => !isTitle(fault)) };
  }
  const recipe = based(parsed.data);
  return { recipe, faults: inconsistenciesOf(recipe, at) };
}

/** The recipe with its `base` before every address. */
function based({ base = '', ...recipe }: SiteRecipe): SiteRecipe {
  return {
    ...recipe,
    profile: base + recipe.profile,
    follows: recipe.follows.map((list) => ({ ...list, page: base + list.page })),
    resources: recipe.resources.map(({ address, page, posts, ...resource }) => ({
      ...resource,
      address: base + address,
      ...(page !== undefined && { page: base + page }),
      ...(posts && { posts: { ...posts, ...(posts.page !== undefined && { page: base + posts.page }) } }),
    })),
  };
}

// ------------------------------------------------------------------ one site

/** A zod issue in plain words. */
function faultsOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[], fields: string[], at = ''): Fault[] {
  const where = [at, ...path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))]
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = closest(key, fields);
      const hint = meant === null ? `the fields here are ${fields.join(', ')}` : `did you mean "${meant}"?`;
      return { at: where || key, what: `there is no field "${key}"; ${hint}` };
    });
  }
  if (issue.code === 'invalid_type') {
    const absent = issue.input === undefined && /received undefined/.test(issue.message);
    return [
      {
        at: where || 'the file',
        what: absent ? 'is missing' : `is not ${lookup(kinds, issue.expected) ?? issue.expected}`,
      },
    ];
  }
  if (issue.code === 'too_small') {
    const what =
      issue.origin === 'string'
        ? 'is empty'
        : issue.origin === 'array'
          ? 'has nothing in it'
          : `is less than ${issue.minimum}`;
    return [{ at: where, what }];
  }
  return [{ at: where, what: issue.message }];
}

const kinds: Record<string, string> = {
  string: 'text in quotes',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

const holds = (address: string): ReadonlySet<string> => addressForm(address, true).holds;

/** What each field allows, but not all of them together. */
function inconsistenciesOf(recipe: SiteRecipe, at: string): Fault[] {
  const faults: Fault[] = [];
  const say = (field: string, what: string): number => faults.push({ at: `${at}.${field}`, what });
  const need = (field: string, page: string | undefined, from: string, owner: string): void => {
    for (const each of page === undefined ? [] : holds(page)) {
      if (!holds(from).has(each)) say(field, `uses {${each}}, which the address of ${owner} does not hold`);
    }
  };

  if (!/^[a-z0-9.-]+(?::\d+)?$/i.test(recipe.host)) {
    say(
      'host',
      `"${recipe.host}" is not a host: write the host alone, e.g. "forum.example", without https:// and without a slash`,
    );
  } else if (recipe.try !== undefined) {
    const url = addressOn(recipe.host, recipe.try);
    const named = url && addressForm(recipe.profile, true).read(url, true);
    if (!named)
      say('try', `"${recipe.try}" is not a profile of this site: those are at ${recipe.host}${recipe.profile}`);
  }
  for (const [index, list] of recipe.follows.entries()) {
    const field = `follows[${index}]`;
    need(`${field}.page`, list.page, recipe.profile, 'a profile');
    if (list.next !== undefined && list.scroll)
      say(`${field}.next`, 'the list has a next page or it scrolls, not both');
    if (list.scroll && !recipe.rendered) say(`${field}.scroll`, 'only rendered pages scroll: add "rendered": true');
    if (recipe.rendered && list.empty === undefined) {
      say(
        `${field}.empty`,
        'is missing: on a rendered page, only this tells an empty list from one that has not come yet',
      );
    }
    if (/^[>+~]/.test(list.item) && /,/.test(list.item)) {
      say(`${field}.item`, 'starts with a combinator, so it can be one selector only, without commas');
    }
  }
  for (const [index, resource] of recipe.resources.entries()) {
    const field = `resources[${index}]`;
    need(`${field}.page`, resource.page, resource.address, 'the resource');
    need(`${field}.posts.page`, resource.posts?.page, resource.address, 'the resource');
    if (recipe.rendered && resource.title === undefined && resource.subscribers === undefined) {
      say(`${field}.title`, 'is missing: on a rendered page, title or subscribers show that the page has come');
    }
    if (resource.id !== undefined && recipe.follows.every((list) => list.id === undefined)) {
      say(`${field}.id`, 'is useless where no list of follows has an "id": what a list shows could not be compared');
    }
    for (const [earlier, other] of recipe.resources.slice(0, index).entries()) {
      if (addressForm(other.address, true).prefix === addressForm(resource.address, true).prefix) {
        say(`${field}.address`, `cannot be told from resources[${earlier}].address`);
      }
    }
  }
  if (recipe.rendered) faults.push(...foreignToBrowsers(recipe, at));
  return faults;
}

const marks = ({ missing, hidden, login }: Marks): Record<string, unknown> => ({ missing, hidden, login });

/** Selectors of a rendered site that a browser has to wait for, and does not know. */
function foreignToBrowsers(recipe: SiteRecipe, at: string): Fault[] {
  const waited = (field: string, places: Record<string, unknown>): Fault[] =>
    Object.entries(places).flatMap(([name, written]) => {
      const fault = typeof written === 'string' ? faultIn(parsePlace(written).selector || '*', true) : null;
      return fault === null ? [] : [{ at: `${at}.${field}${name}`, what: fault }];
    });
  return [
    ...waited('', marks(recipe)),
    ...recipe.follows.flatMap((list, index) =>
      waited(`follows[${index}].`, { list: list.list, item: list.item, empty: list.empty, ...marks(list) }),
    ),
    ...recipe.resources.flatMap(({ title, subscribers, posts, ...resource }, index) => [
      ...waited(`resources[${index}].`, { title, subscribers, ...marks(resource) }),
      ...waited(`resources[${index}].posts.`, { list: posts?.list, item: posts?.item, empty: posts?.empty }),
    ]),
  ];
}

// ------------------------------------------------------------------ among the others

/** Names and hosts that somebody else has. */
function clashesOf(
  { id, title, host }: SiteRecipe,
  at: string,
  earlier: SiteRecipe[],
  networks: readonly AnyNetwork[],
): Fault[] {
  const faults: Fault[] = [];
  const taken = networks.find((each) => each.id === id || each.aliases.includes(id));
  if (taken) faults.push({ at: `${at}.id`, what: `"${id}" is ${taken.title}: choose another id` });
  const titled = networks.find((each) => [each.title.toLowerCase(), ...each.aliases].includes(title.toLowerCase()));
  if (titled) faults.push({ at: `${at}.title`, what: `"${title}" is the name of a network: choose another title` });
  const owner = networks.find(({ hosts }) => isHostOf(host, hosts));
  if (owner)
    faults.push({ at: `${at}.host`, what: `${host} belongs to ${owner.title}, which the program already supports` });
  for (const [index, other] of earlier.entries()) {
    if (other.id === id) faults.push({ at: `${at}.id`, what: `"${id}" is already the id of sites[${index}]` });
    if (other.title.toLowerCase() === title.toLowerCase() && other.host !== host) {
      faults.push({ at: `${at}.title`, what: `"${title}" is already the title of sites[${index}]` });
    }
    if (bareHost(other.host) === bareHost(host)) {
      faults.push({ at: `${at}.host`, what: `${host} is already the host of sites[${index}]` });
    }
  }
  return faults;
}
