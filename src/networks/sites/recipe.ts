import { lookup } from '../../text/lookup.ts';
import { z } from 'zod';
import { faultIn, parsePlace } from './selectors.ts';

// How a site is described in a sites file. Addresses are written without the host, with {name} for a path's name and
// {id} for a number or text that stays when the name changes. A place is a CSS selector for a visible text, or
// `selector@attribute`; a mark is a selector whose element tells something by being on the page.

const text = z.string().trim().min(1);

const selector = text.superRefine((written, context) => {
  const { attribute } = parsePlace(written);
  if (attribute !== null) {
    context.addIssue(`"${written}" says which element it is, so "@${attribute}" has no place here`);
    return;
  }
  const fault = faultIn(written, false);
  if (fault !== null) context.addIssue(fault);
});

const place = text.superRefine((written, context) => {
  const { selector: inside } = parsePlace(written);
  const fault = inside === '' ? null : faultIn(inside, false);
  if (fault !== null) context.addIssue(fault);
});

const markKinds = 'is a CSS selector, or the status of such an answer (400 to 499)';
const status = z.number().refine((code) => Number.isInteger(code) && code >= 400 && code <= 499, markKinds);

const mark = z.union([selector, status], {
  error: ({ input }) =>
    typeof input === 'string' && input.trim() !== '' ? selector.safeParse(input).error?.issues[0]?.message : markKinds,
});

const address = text.superRefine((written, context) => {
  if (!written.startsWith('/')) {
    context.addIssue('starts with a slash: it is the part after the host, e.g. "/user/{name}"');
    return;
  }
  const [foreign] = written.replaceAll(/\{(?:name|id)\}/g, '').match(/\{[^}]*\}?|\}/) ?? [];
  if (foreign !== undefined) context.addIssue(`"${foreign}" is not a placeholder: use {name} or {id}`);
  else if (!/\{(?:name|id)\}/.test(written)) context.addIssue('holds neither {name} nor {id}');
  else if (/\{(name|id)\}.*\{\1\}/.test(written)) context.addIssue('holds the same placeholder twice');
  else if (/\}\{/.test(written)) context.addIssue('holds two placeholders with nothing between them');
});

const marks = {
  /** Nobody has this profile, or there is no such resource. */
  missing: mark.optional(),
  /** It is there and shown to nobody, by choice. */
  hidden: mark.optional(),
  /** It is shown to members of the site only. */
  login: mark.optional(),
};

const followsShape = {
  page: address,
  /** Holds the items and nothing else that links to resources. */
  list: selector,
  item: selector,
  link: place,
  /** What stays when a resource is renamed, where its address does not hold it. */
  id: place.optional(),
  title: place.optional(),
  subscribers: place.optional(),
  next: place.optional(),
  scroll: z.boolean().optional(),
  /** Shows that the list has nothing in it. */
  empty: selector.optional(),
  ...marks,
};

const postsShape = {
  page: address.optional(),
  list: selector.optional(),
  item: selector,
  link: place.optional(),
  author: place.optional(),
  date: place.optional(),
  text: place.optional(),
  empty: selector.optional(),
  next: place.optional(),
};

const resourceShape = {
  address,
  page: address.optional(),
  id: place.optional(),
  title: place.optional(),
  subscribers: place.optional(),
  description: place.optional(),
  /** Everybody may write there: a group, a board. */
  open: z.boolean().optional(),
  ...marks,
  posts: z.strictObject(postsShape).optional(),
};

const paceShape = { requests: z.number().int().min(1), seconds: z.number().min(1) };

const siteShape = {
  id: text.regex(/^[a-z][a-z0-9-]*$/, 'holds small letters, digits and hyphens, and starts with a letter'),
  title: text,
  host: text,
  /** What stands before every address, where the software does not have the host for itself. */
  base: text.regex(/^\/.*[^/]$/, 'starts with a slash and does not end with one, e.g. "/forum"').optional(),
  like: text.optional(),
  rendered: z.boolean().optional(),
  /** Names that differ in capitals only are different names. */
  keepCase: z.boolean().optional(),
  pace: z.strictObject(paceShape).optional(),
  /** The address of a profile for `sites check`. */
  try: text.optional(),
  profile: address,
  ...marks,
  follows: z.array(z.strictObject(followsShape)).min(1),
  resources: z.array(z.strictObject(resourceShape)).min(1),
};

/** A site with all it needs, what it is like included. */
export const siteSchema = z.strictObject(siteShape);

export type SiteRecipe = z.output<typeof siteSchema>;
export type FollowsRecipe = SiteRecipe['follows'][number];
export type ResourceRecipe = SiteRecipe['resources'][number];
export type PostsRecipe = NonNullable<ResourceRecipe['posts']>;
export type Marks = Pick<SiteRecipe, 'missing' | 'hidden' | 'login'>;
export type Mark = NonNullable<Marks[keyof Marks]>;

/** What a shipped recipe says of a kind of software, and a site in the file may say otherwise. */
export type SoftwareRecipe = Omit<SiteRecipe, 'id' | 'host' | 'like' | 'base' | 'try'>;

/** Names of the fields that may stand where this path of a site leads; null where it leads to no object. */
export function fieldsAt(path: readonly PropertyKey[]): string[] | null {
  const names = path.filter((step) => typeof step === 'string').join('.');
  const shapes: Record<string, object> = {
    '': siteShape,
    pace: paceShape,
    follows: followsShape,
    resources: resourceShape,
    'resources.posts': postsShape,
  };
  const shape = lookup(shapes, names);
  return shape ? Object.keys(shape) : null;
}
