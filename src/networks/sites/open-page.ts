import { Refused, Unreadable } from '../../errors.ts';
import type { RenderOptions, Web } from '../../types/web.ts';
import type { Mark, Marks, SiteRecipe } from './recipe.ts';
import { type Opened, openedAt } from './selectors.ts';

/** Why a page shows nothing of what it is asked for. */
export type BlockedStatus = Exclude<Unreadable['status'], 'not_asked'>;

/** What a browser has to wait for, besides the marks. */
export interface Wanted {
  /** Selectors of what the page is asked for, or of what shows that it has none. */
  selectors: (string | undefined)[];
  scroll?: RenderOptions['scroll'];
}

/**
 * A page of a site, or why it shows nothing. A 404 or 410 means that it is not there, a 401 that it requires a login; a
 * recipe's marks can give a meaning to other statuses.
 */
export async function openSitePage(
  site: SiteRecipe,
  address: string,
  marks: Marks,
  wanted: Wanted,
  web: Web,
): Promise<Opened | BlockedStatus> {
  try {
    const { body: page, url } = await (site.rendered
      ? web.rendered(address, lookFor(marks, wanted))
      : web.page(address));
    return shutBy(marks, (mark) => typeof mark === 'string' && page(mark).length > 0) ?? openedAt(url, page);
  } catch (error) {
    const shut = error instanceof Refused ? shutAt(error.status, marks) : null;
    if (shut === null) throw error;
    return shut;
  }
}

/** Where two marks would do, a thing that is not there comes before one that is shut. */
function shutBy({ missing, login }: Marks, shows: (mark: Mark | undefined) => boolean): BlockedStatus | null {
  if (shows(missing)) return 'not_found';
  return shows(login) ? 'needs_login' : null;
}

function shutAt(status: number, marks: Marks): BlockedStatus | null {
  const marked = shutBy(marks, (mark) => mark === status) ?? (marks.hidden === status ? 'hidden' : null);
  if (marked !== null) return marked;
  if (status === 404 || status === 410) return 'not_found';
  return status === 401 ? 'needs_login' : null;
}

/** Whether the page says that what it is about is shown to nobody. Asked only where what was wanted is not on it. */
export const isHidden = ({ hidden }: Marks, { page }: Opened): boolean =>
  typeof hidden === 'string' && page(hidden).length > 0;

function lookFor({ missing, hidden, login }: Marks, { selectors, scroll }: Wanted): RenderOptions {
  const waited = [...selectors, missing, hidden, login].filter((each) => typeof each === 'string' && each !== '');
  return { waitFor: waited.join(', '), ...(scroll && { scroll }) };
}

export const marksOf = (site: SiteRecipe, { missing, hidden, login }: Marks): Marks => ({
  missing: missing ?? site.missing,
  hidden: hidden ?? site.hidden,
  login: login ?? site.login,
});

const notes: Record<BlockedStatus, string> = {
  not_found: 'shows no such page: it may be misspelt, renamed or deleted',
  hidden: 'does not show it: private by choice',
  needs_login: 'shows it to its members only',
};

export const unreadable = ({ title }: SiteRecipe, shut: BlockedStatus): Unreadable =>
  new Unreadable(shut, `${title} ${notes[shut]}`);
