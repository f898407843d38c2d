import { has } from '../judgement/tokens.ts';
import type { Post } from '../types/resource.ts';
import { dayMs } from '../types/run.ts';
import type { ReadPage, ReadPost } from './page.ts';
import { shareIn, subjectWords } from './words.ts';

/** A post that is worth a comment. */
export interface CommentTip {
  post: Post;
  /** In English. */
  why: string;
}

/** Days after which a comment comes too late to be read. */
const freshDays = 60;
const mostTips = 2;
/** Words that a text has, for a comment to have something to hold on to. */
const fewestWords = 4;

/**
 * Two recent posts of the page's own that a comment has something to say to: of the marketer's field, by an outsider, or
 * asking its readers. No advertisements, prize draws, vacancies or mourning.
 * @param terms words of the marketer's field
 */
export function commentTips({ row, posts, code }: ReadPage, terms: readonly string[], now: number): CommentTip[] {
  const authors = new Map(row.thirdParty.evidence.map(({ url, author }) => [url, author]));
  const wanted = terms.map((term) => ({ term, words: subjectWords(code ?? '', term) }));
  const rated = posts
    .filter((read) => isOpen(read, now))
    .map(({ post, words }, place) => {
      const named = wanted.filter((term) => shareIn(term.words, words) === 1).map(({ term }) => term);
      const author = authors.get(post.url);
      const asks = /[?？](?:\s|$)/u.test(post.text) || (code === 'el' && /\p{Script=Greek};(?:\s|$)/u.test(post.text));
      const reasons = [
        ...(named.length > 0 ? [`it is about your field (${named.slice(0, 3).join(', ')})`] : []),
        ...(asks ? ['it asks its readers something'] : []),
        ...(author === undefined
          ? []
          : [author === '' ? 'it presents an outsider' : `it presents an outsider, ${author}`]),
      ];
      const points = 4 * Math.min(named.length, 2) + (asks ? 3 : 0) + (author === undefined ? 0 : 2) - place / 100;
      return { post, reasons, points };
    });
  const texts = new Set<string>();
  return rated
    .toSorted((a, b) => b.points - a.points)
    .filter(({ post: { text } }) => !texts.has(text) && texts.add(text))
    .slice(0, mostTips)
    .map(({ post, reasons }) => ({
      post,
      why: [...(reasons.length > 0 ? reasons : ['it is one of its own latest posts']), ageOf(post, now)].join('; '),
    }));
}

const daysOld = ({ at }: Post, now: number): number =>
  at === null ? Infinity : Math.max(0, Math.floor((now - Date.parse(at)) / dayMs));

function ageOf(post: Post, now: number): string {
  const days = dayOf(now) - dayOf(Date.parse(post.at ?? ''));
  return days <= 0 ? 'posted today' : `posted ${days} ${days === 1 ? 'day' : 'days'} ago`;
}

/** Days by the calendar, as the pitch names them. */
const dayOf = (at: number): number => Math.floor(at / dayMs);

function isOpen({ post, tokens }: ReadPost, now: number): boolean {
  if (post.kind !== 'own' || post.ad || daysOld(post, now) > freshDays) return false;
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  return words >= fewestWords && !has(tokens, 'marked', 'win', 'hire', 'life');
}
