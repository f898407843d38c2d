import { Unreadable, WebError } from '../../src/errors.ts';
import { identifyProfile } from '../../src/inputs/identify.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Network } from '../../src/types/network.ts';
import type { Facts, ListStatus, Listed, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import type { Double, DoubleAnswer } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

/** What became of one person's list. */
export interface Walked {
  status: ListStatus;
  /** Names of the errors that ended it, where the network did not answer. */
  error: string | null;
  pages: number;
  resources: Listed[];
  /** Where each page but the last says that the next one starts. */
  next: string[];
}

/** An answer in place of the one that the double gives to the request of this number (from 0), or to every request. */
export interface Trouble {
  at: number | 'always';
  answer: DoubleAnswer;
}

/** Runs a job against the double through the real client to the web, without waiting for the real clock. */
export async function throughClient<Result>(
  network: Network,
  double: Double,
  job: (web: Web, requests: () => number) => Promise<Result>,
  trouble?: Trouble,
): Promise<Result> {
  let requests = 0;
  let begun = '';
  const answer: Double['answer'] = (question) => {
    // Another try of the same request is the same request.
    const line = `${question.method} ${question.host}${question.path}?${question.query.toString()} ${question.body}`;
    if (question.path === '/robots.txt') return double.answer(question);
    if (line !== begun) requests += 1;
    begun = line;
    const spoilt = trouble?.at === 'always' || trouble?.at === requests - 1;
    return trouble && spoilt ? trouble.answer : double.answer(question);
  };
  const server = await serve([{ ...double, answer }]);
  const clock = hurriedClock(Date.parse('2026-11-21T12:00:00Z'));
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(server.connectTo)),
    userAgent: 'a test',
    tokens: new Map(double.token === undefined ? [] : [[network.id, double.token]]),
  });
  try {
    return await job(client.for(network), () => requests);
  } finally {
    await client.close();
    await server.close();
  }
}

/** Finds one person and reads the list, from its start or from a page's `next`. Lets no error pass but those of the web. */
export async function listOf(network: Network, address: string, web: Web, from: string | null = null): Promise<Walked> {
  const walked: Walked = { status: 'read', error: null, pages: 0, resources: [], next: [] };
  try {
    const profile = await profileOf(network, address, web);
    if ('status' in profile) return { ...walked, status: profile.status };
    for await (const page of network.listFollows(profile, web, from)) {
      walked.pages += 1;
      walked.resources.push(...page.resources);
      if (page.next !== null) walked.next.push(page.next);
      if (page.cutShort) walked.status = 'truncated';
    }
    return walked;
  } catch (error) {
    if (error instanceof Unreadable) return { ...walked, status: error.status };
    if (error instanceof WebError) return { ...walked, status: 'not_reached', error: error.name };
    throw error;
  }
}

/** What an address of a resource turns out to be. Lets no error pass but those of the web, and tells their names. */
export async function examinedAt(
  network: Network,
  address: string,
  web: Web,
): Promise<{ ended: string; resource: Resource | null; facts: Facts | null; posts: number }> {
  const name = network.parseResource(address);
  if (!name || 'reason' in name) throw new Error(`${address} names no resource of ${network.id}`);
  const read = { ended: 'not there', resource: null as Resource | null, facts: null as Facts | null, posts: 0 };
  try {
    for await (const [, resource] of network.findResources([name], web)) read.resource = resource;
    if (read.resource === null) return read;
    for await (const [, facts] of network.readFacts([read.resource], web)) read.facts = facts;
    if (read.facts === null) return read;
    for await (const post of network.readPosts(read.resource, read.facts, web)) read.posts += post.url === '' ? 0 : 1;
    return { ...read, ended: 'read' };
  } catch (error) {
    if (error instanceof Unreadable) return { ...read, ended: error.status };
    if (error instanceof WebError) return { ...read, ended: error.name };
    throw error;
  }
}

/** What each resource of a list says of itself, asked for in the largest batches. */
export async function factsOf(network: Network, resources: Listed[], web: Web): Promise<Map<string, Facts>> {
  const all = new Map<string, Facts>();
  for (let at = 0; at < resources.length; at += network.batch.facts) {
    for await (const [{ id }, facts] of network.readFacts(resources.slice(at, at + network.batch.facts), web)) {
      all.set(id, facts);
    }
  }
  return all;
}

async function profileOf(
  network: Network,
  address: string,
  web: Web,
): Promise<Profile | { status: Exclude<ListStatus, 'read' | 'truncated'> }> {
  const name = identifyProfile(address, [network]);
  if (!name || 'reason' in name) throw new Error(`${address} names no profile of ${network.id}`);
  const answers: ProfileName[] = [];
  for await (const [answered, found] of network.findProfiles([name], web)) {
    answers.push(answered);
    if (answered === name) return 'profile' in found ? found.profile : found;
  }
  throw new Error(`${network.id} was asked for ${address} and answered for ${answers.length} others`);
}
