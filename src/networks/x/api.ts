import { z } from 'zod';
import type { ZodType } from 'zod';
import { Refused, Unreachable, Unreadable } from '../../errors.ts';
import type { Remedy } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { listOf, optionalText, oddIn } from '../kit/fields.ts';
import { apiHost } from './addresses.ts';

/** Where a person gets a token, credits and access. */
export const developerSite = 'https://developer.x.com';
export const tokenVariable = 'X_BEARER_TOKEN';

/** Dollars for each account or post that an answer holds: https://docs.x.com/x-api/getting-started/pricing, 2026-08. */
export const prices = { user: 0.01, following: 0.01, post: 0.005 };

/** What X says where it does not give what was asked for, with a 4xx status or beside the rest of an answer. */
const Problem = z.object({
  type: optionalText,
  detail: optionalText,
  value: optionalText,
  resource_id: optionalText,
  reason: optionalText,
});
type Problem = z.infer<typeof Problem>;

const known = ['data', 'errors', 'includes', 'meta'];

/**
 * The shape around every list. All of it may be absent, as `data` is where there is nothing; but an object that holds only
 * other fields is of a shape that nobody documented, and must not pass for an empty list.
 */
const answerWith = <Item>(data: ZodType<Item[]>) =>
  z
    .looseObject({
      data: data.nullish(),
      errors: listOf(Problem).nullish(),
      meta: z.object({ next_token: z.string().nullish(), result_count: z.number().nullish() }).nullish(),
    })
    .refine(
      (body) => Object.keys(body).length === 0 || known.some((field) => Object.hasOwn(body, field)),
      'no field is known',
    );

/** How a list is asked for, and what it may cost. */
export interface XRequest<Item> {
  path: string;
  query: Record<string, string>;
  items: ZodType<Item[]>;
  /** The most items that the answer can hold, and the dollars for each: both are spent before anything is asked. */
  most: number;
  price: number;
}

export interface AnsweredList<Item> {
  items: Item[];
  problems: Problem[];
  nextToken: string | null;
  /** Items that were of no documented shape. */
  odd: number;
  /** X says how many items there are, 0 too. */
  isCounted: boolean;
}

/**
 * Pays for the largest answer, then asks.
 * @throws Stopped where the budget, the token, the credits or the plan do not allow it; WebError
 */
export async function requestItems<Item>(
  { path, query, items, most, price }: XRequest<Item>,
  web: Web,
): Promise<AnsweredList<Item>> {
  const url = `https://${apiHost}${path}?${new URLSearchParams(query).toString()}`;
  try {
    const headers = { authorization: `Bearer ${web.token}` };
    const cost = Math.round(most * price * 1000) / 1000;
    const { body } = await web.json(url, answerWith(items), {
      headers,
      cost,
      capped,
    });
    const { next_token, result_count } = body.meta ?? {};
    const isCounted = typeof result_count === 'number';
    const odd = oddIn(body.data ?? []);
    return { items: body.data ?? [], odd, problems: body.errors ?? [], nextToken: next_token || null, isCounted };
  } catch (error) {
    const why = error instanceof Refused ? whyStopped(error) : null;
    throw why === null ? error : web.stop(...why);
  }
}

/** Like `ask`, about one account. @throws Unreadable where X does not show it */
export async function requestAbout<Item>(question: XRequest<Item>, web: Web): Promise<AnsweredList<Item>> {
  const answer = await requestItems(question, web).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    const missing = missingIn(problemIn(error)) ?? (error.status === 404 ? unknownAccount : null);
    throw missing ? new Unreadable(missing.status, missing.note) : error;
  });
  const [problem] = answer.problems;
  if (answer.items.length + answer.odd > 0 || problem === undefined) return answer;
  const missing = missingIn(problem);
  if (missing) throw new Unreadable(missing.status, missing.note);
  throw new Unreachable(`https://${apiHost}${question.path}`, `X returned an error: ${problemKind(problem)}`);
}

export interface MissingItem {
  status: 'not_found' | 'hidden';
  note: string;
}

export const unknownAccount: MissingItem = {
  status: 'not_found',
  note: 'X knows no such account: it may be misspelt, renamed, deactivated or deleted',
};
const suspended: MissingItem = { status: 'not_found', note: 'X has suspended the account' };
export const protectedAccount: MissingItem = {
  status: 'hidden',
  note: 'the account shows its posts and follows only to its followers',
};

/** What a problem says about an account; null where it is about the request or about X. */
export function missingIn(problem: Problem): MissingItem | null {
  switch (problemKind(problem)) {
    case 'resource-not-found':
      return /suspended/i.test(problem.detail ?? '') ? suspended : unknownAccount;
    case 'not-authorized-for-resource':
      return protectedAccount;
    default:
      return null;
  }
}

/** The last part of the problem's type: its host was api.twitter.com and is api.x.com. */
const problemKind = ({ type }: Problem): string => type?.split('/').at(-1) ?? 'unknown';

/** Whether a problem is about this user name or id, as it was asked for. */
export const isAbout = ({ value, resource_id }: Problem, asked: string): boolean =>
  [value, resource_id].some((text) => text?.toLowerCase() === asked.toLowerCase());

const Malformed = z.object({ errors: listOf(z.object({ parameters: z.record(z.string(), z.unknown()) })) });

/** Whether a refusal may be about the values of this parameter: X names the parameters that it does not like. */
export function isAboutValues(body: unknown, parameter: string): boolean {
  const { data } = Malformed.safeParse(body);
  return data === undefined || data.errors.some(({ parameters }) => Object.hasOwn(parameters, parameter));
}

const problemIn = ({ body }: Refused): Problem => {
  const none: Problem = { type: null, detail: null, value: null, resource_id: null, reason: null };
  return Problem.safeParse(body).data ?? none;
};

const Cap = z.object({ title: z.string().catch(''), type: z.string().catch(''), period: z.string().catch('') });

/** X tells of a cap beside the other fields, or as one of the errors. */
const Capped = Cap.extend({ errors: listOf(Cap).catch([]) });

type Cap = 'day' | 'month' | 'spending';

/** The cap that an answer says is reached; null where it tells of none. */
function capIn(body: unknown): Cap | null {
  const { data } = Capped.safeParse(body);
  for (const { title, type, period } of data ? [data, ...data.errors] : []) {
    if (/^SpendCap/i.test(title)) return 'spending';
    if (/^UsageCapExceeded$/i.test(title) || type.endsWith('/usage-capped')) {
      return /^daily$/i.test(period) ? 'day' : 'month';
    }
  }
  return null;
}

/** A cap comes as a 429, as the limits of a quarter of an hour do. */
const capped = (body: unknown): boolean => capIn(body) !== null;

const whyCapped: Record<Cap, string> = {
  day: `the cap of your plan at X for this day is reached: raise it at ${developerSite}, or wait for the next day`,
  month: `the cap of your plan at X for this month is reached: raise it at ${developerSite}, or wait for the next month`,
  spending: `the spending cap of your X account is reached: raise it at ${developerSite}, or wait for the next billing cycle`,
};

/** Why nothing more can be asked; null where the refusal is about what was asked for. */
function whyStopped(error: Refused): [why: string, remedy: Remedy] | null {
  const problem = problemIn(error);
  if (error.status === 401) {
    const why = `X does not accept the token in ${tokenVariable}: copy the bearer token of your app again from ${developerSite}`;
    return [why, 'renew_token'];
  }
  if (error.status === 402)
    return [`the credits of your X account are used up: buy more at ${developerSite}, then run again`, 'change_plan'];
  const cap = capIn(error.body);
  if (cap !== null) return [whyCapped[cap], 'change_plan'];
  if (error.status !== 403 || missingIn(problem)) return null;
  const kind = problem.reason ?? problemKind(problem);
  return [`your plan at X does not include what was asked for (${kind}): see ${developerSite}`, 'change_plan'];
}

/** How `Facts.wishes` says that only followers see the account's posts. */
export const protectedWish = 'protected';

/** X writes `<`, `>` and `&` as HTML does. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
