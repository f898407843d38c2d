import type { ThirdParty, ThirdPartyKind } from '../types/report.ts';
import type { Evidence, Facts, Hint } from '../types/resource.ts';
import { dayMs } from '../types/run.ts';
import { hintsIn } from './hints.ts';

/** How many of the latest posts are looked at. */
export const maxPosts = 50;
/** Distinct outside authors that it takes; one may be a colleague or an accident. */
const minAuthors = 2;
/** Days after which the newest outside post no longer says anything about today. */
const maxAgeDays = 180;

export interface ThirdPartyFinding extends ThirdParty {
  /** What keeps outside posts, if there are any, from being evidence. */
  lacking: 'nothing' | 'authors' | 'recency' | 'posts';
}

/**
 * How a resource publishes outside authors, from its latest posts and its description.
 * @param posts null where the network does not show them
 */
export function thirdPartyOf(
  posts: Evidence[] | null,
  facts: Facts | null,
  readAt: number,
  now: number,
): ThirdPartyFinding {
  const latest = (posts ?? []).slice(0, maxPosts);
  const outside = latest.filter((post) => post.kind !== 'own' || post.hints.some(isInvitation));
  // A post of its own that presents a guest does not name the guest's account: each such post is an author of its own.
  const authors = new Set(outside.map((post) => (post.kind === 'own' ? post.url : post.author)));
  const newest = outside.reduce<Evidence | null>((best, post) => (best && !isNewer(post, best) ? best : post), null);
  const recent = newest?.at != null && now - Date.parse(newest.at) <= maxAgeDays * dayMs;
  const counted = {
    share: latest.length > 0 ? outside.length / latest.length : null,
    authors: latest.length > 0 ? authors.size : null,
  };
  const enough = authors.size >= minAuthors && recent;
  const said = hintsIn(facts?.description ?? '');

  if (enough) return { ...counted, kind: kindOf(outside, facts), ...pointer(newest), lacking: 'nothing' };
  const invitation = facts?.group && latest.length === 0 ? 'open_wall' : said.find(isInvitation);
  if (facts && invitation) {
    const date = new Date(readAt).toISOString();
    return { ...counted, kind: invitation, evidenceUrl: facts.url, evidenceDate: date, lacking: 'nothing' };
  }
  const selling = latest.find((post) => post.hints.includes('paid_only'));
  if (facts && (selling || said.includes('paid_only'))) {
    const shown = selling ?? { url: facts.url, at: new Date(readAt).toISOString() };
    return { ...counted, kind: 'paid_only', ...pointer(shown), lacking: 'authors' };
  }
  const undated = authors.size >= minAuthors && newest?.at == null;
  if (latest.length === 0 || undated) return { ...counted, kind: 'unknown', ...pointer(null), lacking: 'posts' };
  const lacking = authors.size < minAuthors ? 'authors' : 'recency';
  return { ...counted, kind: 'own_only', ...pointer(null), lacking };
}

/** Whether posts already prove what further ones could only repeat. */
export const isProven = (posts: Evidence[], now: number): boolean =>
  thirdPartyOf(posts, null, now, now).lacking === 'nothing';

function kindOf(outside: Evidence[], facts: Facts | null): ThirdPartyKind {
  if (facts?.group) return 'open_wall';
  const often = (hint: Hint): boolean => outside.filter((post) => post.hints.includes(hint)).length >= minAuthors;
  return (['guest_posts', 'suggest_box', 'interviews'] as const).find(often) ?? 'reposts';
}

const isInvitation = (hint: Hint): hint is Exclude<Hint, 'paid_only'> => hint !== 'paid_only';

const isNewer = (a: Evidence, b: Evidence): boolean => (a.at ?? '') > (b.at ?? '') || (a.at === b.at && a.url < b.url);

const pointer = (
  shown: { url: string; at: string | null } | null,
): Pick<ThirdParty, 'evidenceUrl' | 'evidenceDate'> => ({
  evidenceUrl: shown?.url ?? null,
  evidenceDate: shown?.at ?? null,
});
