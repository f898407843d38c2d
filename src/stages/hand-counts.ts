import { minPeople } from '../judgement/judge-resource.ts';
import type { Decision, HandCount } from '../types/input.ts';
import type { EvidenceRow, OutsideClass } from '../types/judgement.ts';
import type { Facts, Resource } from '../types/resource.ts';
import { resourceFinder } from './decisions.ts';
import { unknownFacts } from './known-facts.ts';
import type { ThirdPartyFinding } from './third-party.ts';

/** Finds what a person counted and saw on a resource's page. */
export const countFinder = (decisions: readonly Decision[]): ((resource: Resource) => HandCount | undefined) =>
  resourceFinder(
    decisions.flatMap(({ counted, means, resource }) => (counted ? [[means ?? resource, counted] as const] : [])),
  );

/** When it was counted: the start of the day, or now where nobody knows. */
export const momentOfCount = ({ on }: HandCount, now: number): number =>
  on === null ? now : Math.min(Date.parse(on), now);

/**
 * The facts with the number that a person counted, where nothing better is known: a network's own number comes first, and
 * a page that was saved later. What the program itself wrote into the cell is no count.
 */
export function withCount(
  known: { facts: Facts; at: number } | null,
  resource: Resource & { subscribers?: number | null },
  count: HandCount | undefined,
  now: number,
): { facts: Facts; at: number } | null {
  if (!count || count.subscribers === null) return known;
  const at = momentOfCount(count, now);
  const own = known?.facts.subscribers ?? null;
  if (count.subscribers === (own ?? resource.subscribers ?? null)) return known;
  const isBetter = own === null || (known?.facts.via === 'saved_page' && known.at <= at);
  if (!isBetter) return known;
  const facts = known?.facts ?? unknownFacts(resource);
  return { facts: { ...facts, subscribers: count.subscribers, via: 'hand' }, at };
}

/** What a person saw of outside authors, in the place of what the rules find; null where nobody looked. */
export function findingByHand(
  { outside, link, quote, on }: HandCount,
  { url }: Pick<Resource, 'url'>,
  facts: Facts | null,
  wanted: readonly OutsideClass[],
): ThirdPartyFinding | null {
  if (outside === null) return null;
  const kind = facts?.group === true ? 'open_wall' : 'guest_posts';
  const isThere = outside === 'some' || outside >= minPeople;
  const authors = outside === 'some' ? null : outside;
  const row: EvidenceRow = { rule: 'by_hand', class: kind, url: link ?? url, at: on, quote, author: '' };
  const evidence = outside === 0 ? [] : [row];
  const thirdParty = {
    kind: isThere ? kind : 'own_only',
    classes: isThere ? [kind] : [],
    share: null,
    postsRead: null,
    authors,
    evidenceUrl: evidence[0]?.url ?? null,
    evidenceDate: evidence[0]?.at ?? null,
    evidence,
  } satisfies ThirdPartyFinding['thirdParty'];
  return { thirdParty, lacking: !isThere ? 'authors' : wanted.includes(kind) ? 'nothing' : 'choice' };
}
