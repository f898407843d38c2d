import type { Topic } from '../topic/topic.ts';
import type { SecondOpinion } from '../types/judgement.ts';
import type { Decision, ExcludedCounts, HandCount, PageFinder, ProfileName } from '../types/input.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { Criteria } from '../types/report.ts';
import type { ResultsFinder } from '../types/results.ts';
import type { Post, Facts, Profile, Remedy, Resource } from '../types/resource.ts';
import type { Clock, Progress } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import type { Web } from '../types/web.ts';
import type { UnreadLog } from './unread.ts';

/** What remains to be done for the opt-out list once networks are asked. */
export interface ActiveExclusion {
  counts: ExcludedCounts;
  /** Whether a profile that was found is on the list. */
  hasProfile(profile: Profile): boolean;
  /** Removes the customers that have these profiles, which turned out to be on the list. */
  remove(names: ProfileName[]): void;
}

/** What the stages that ask networks work with. */
export interface CollectContext {
  networks: readonly AnyNetwork[];
  webFor: (network: Network) => Web;
  store: Store;
  clock: Clock;
  maxAgeMs: number;
  exclusion?: ActiveExclusion | null;
  /** Hears why what was not read was not. */
  unread?: UnreadLog | undefined;
  progress: Progress;
  signal: AbortSignal;
}

/** What a candidate is judged by. The same context gives the same judgement on every machine. */
export interface JudgeContext {
  criteria: Criteria;
  networks: readonly AnyNetwork[];
  decisions: Decision[];
  /** The field that resources must be of; there may be none. */
  topic?: Topic | null;
  /** What a person counted and saw on a resource's page. */
  countedOn?: (resource: Resource) => HandCount | undefined;
  /** Without it nobody is known to name another page. */
  finder?: PageFinder;
  /** The open page that a person called the same publisher's as this one, which lies behind a login. */
  standInFor?: (resource: Resource) => Resource | null;
  facts(resource: Resource): { facts: Facts; at: number } | null;
  evidence(resource: Resource): { posts: Post[] | null; at: number } | null;
  now: number;
  /** What came of published links; without it nobody has told. */
  results?: ResultsFinder;
  /** What a second reader said, by network and id. */
  secondOpinions?: ReadonlyMap<string, SecondOpinion>;
  /** Resources that fewer customers follow are left out where nobody looked at them; where it is not said, as all others. */
  leastUnexamined?: number;
  /** Whether networks were asked in this run: what is missing then could not be reached. */
  asked: boolean;
}

export function networkOf({ network }: { network: string }, networks: readonly AnyNetwork[]): AnyNetwork {
  const found = networks.find(({ id }) => id === network);
  if (!found) throw new Error(`no network is called ${network}`);
  return found;
}

/** How many accounts the network of a resource has; null where nobody knows. */
export const accountsOf = (resource: { network: string }, networks: readonly AnyNetwork[]): number | null =>
  networkOf(resource, networks).accounts?.count ?? null;

/** Whether an answer is there and stays good. */
export const isFresh = <Known extends { at: number }>(
  known: Known | null,
  { clock, maxAgeMs }: CollectContext,
): known is Known => known !== null && clock.now() - known.at < maxAgeMs;

/** Whether nothing can be asked of the network for want of a token. */
export const isTokenMissing = ({ token }: Network, web: Web): boolean => token?.needed === true && web.token === null;

/** What a person is told who could set the token that is missing; null where none is. */
export function missingToken(
  network: Network,
  web: Web,
): { status: 'not_reached'; note: string; remedy: Remedy } | null {
  if (!network.token || !isTokenMissing(network, web)) return null;
  const { variable, where } = network.token;
  return { status: 'not_reached', note: `${variable} is missing: get one at ${where}`, remedy: 'set_token' };
}
