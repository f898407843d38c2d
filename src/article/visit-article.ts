import { Refused, WebError } from '../errors.ts';
import type { ArticleVisit } from '../types/article.ts';
import type { Web } from '../types/web.ts';
import { textOfArticle } from './text-of-article.ts';

/** Tags to try the link with: a redirect that drops its query would drop those of the teasers, too. */
const trial = { utm_source: 'target-resources', utm_medium: 'social', utm_campaign: 'link-check' };

/**
 * Looks at the page behind a link once: whether it is there, where it leads, whether tags survive, and what it says of
 * itself. That it cannot be read is an answer, too.
 */
export async function visitArticle(link: string, web: Web): Promise<ArticleVisit> {
  const nothing = { link, url: null, keepsTags: null, text: null };
  try {
    const { body, url } = await web.page(withTrial(link));
    const end = withoutTrial(url);
    const moved = !isSamePage(link, end);
    const keepsTags = new URL(url).searchParams.get('utm_campaign') === trial.utm_campaign;
    return { link, status: moved ? 'moved' : 'read', url: end, keepsTags, why: '', text: textOfArticle(body) };
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    const isMissing = error instanceof Refused && (error.status === 404 || error.status === 410);
    return { ...nothing, status: isMissing ? 'missing' : 'unread', why: error.why };
  }
}

function withTrial(link: string): string {
  const url = new URL(link);
  for (const [name, value] of Object.entries(trial)) url.searchParams.set(name, value);
  return url.href;
}

function withoutTrial(address: string): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(trial)) {
    if (url.searchParams.get(name) === value) url.searchParams.delete(name);
  }
  return url.href;
}

/** Whether two addresses lead to one page, but for `www.`, the scheme and a slash at the end. */
const isSamePage = (link: string, end: string): boolean => pageOf(new URL(link)) === pageOf(new URL(end));

const pageOf = ({ host, pathname }: URL): string => host.replace(/^www\./, '') + pathname.replace(/\/$/, '');
