import { UserError } from '../errors.ts';
import type { CollectContext } from '../stages/context.ts';
import { boundedPages } from '../stages/bounded-pages.ts';
import { failure } from '../stages/failure.ts';
import { readLatest } from '../stages/latest-posts.ts';
import type { Network } from '../types/network.ts';
import type { FollowsPage } from '../types/resource.ts';
import type { Task, TaskAnswer, TaskFailure } from './task.ts';

/** Where the pages of a list go, and where it goes on. */
export interface PageSink {
  /** The last page that another worker left; null where there is none. */
  last(): Promise<FollowsPage | null>;
  add(page: FollowsPage): Promise<void>;
}

/**
 * Asks the network as the stages of a single machine do.
 * @throws the reason of an aborted signal, and what `pages` throws
 */
export async function doTask(
  task: Task,
  network: Network,
  context: Pick<CollectContext, 'webFor' | 'clock' | 'signal'>,
  pages: PageSink,
): Promise<Omit<TaskAnswer, 'requests'>> {
  const parts: unknown[] = [];
  try {
    for await (const part of partsOf(task, network, context, pages)) parts.push(part);
    context.signal.throwIfAborted();
    return { parts, failure: null };
  } catch (error) {
    if (error instanceof TaskLost) throw error;
    return { parts, failure: failureOf(error, context.signal) };
  }
}

/** The task is another worker's by now. */
export class TaskLost extends Error {
  override readonly name = 'TaskLost';
}

async function* partsOf(
  task: Task,
  network: Network,
  context: Pick<CollectContext, 'webFor' | 'clock'>,
  pages: PageSink,
): AsyncGenerator {
  const web = context.webFor(network);
  switch (task.ask) {
    case 'findProfiles':
      // Whoever asked knows the names by their places.
      for await (const [name, found] of network.findProfiles(task.names, web)) yield [task.names.indexOf(name), found];
      return;
    case 'listFollows': {
      const last = await pages.last();
      if (last?.next === null) return;
      for await (const { page } of boundedPages(network, task.profile, web, last?.next ?? task.from))
        await pages.add(page);
      return;
    }
    case 'findResources':
      yield* network.findResources(task.names, web);
      return;
    case 'readFacts':
      yield* network.readFacts(task.resources, web);
      return;
    case 'readPosts':
      yield* await readLatest(network, task.resource, task.facts, context);
      return;
    case 'postsTogether':
      yield (await network.postsTogether?.(web)) ?? 1;
  }
}

function failureOf(error: unknown, signal: AbortSignal): TaskFailure {
  if (error instanceof UserError) return { kind: 'user', code: error.code, where: error.where };
  return { kind: 'missing', ...failure(error, signal) };
}
