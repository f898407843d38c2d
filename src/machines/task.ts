import { UserError, Unreachable, Unreadable } from '../errors.ts';
import type { ProfileName, ResourceName } from '../types/input.ts';
import type { Network } from '../types/network.ts';
import type { Facts, MissingProfile, Profile, Resource } from '../types/resource.ts';

/** One call of a network's port, which any machine can make. */
export type Task =
  | { ask: 'findProfiles'; names: ProfileName[] }
  | { ask: 'listFollows'; profile: Profile; from: string | null }
  | { ask: 'findResources'; names: ResourceName[] }
  | { ask: 'readFacts'; resources: Resource[] }
  | { ask: 'readPosts'; resource: Resource; facts: Facts }
  | { ask: 'postsTogether' };

/** What a worker heard: what came, one after another, and how it ended where it did not end well. */
export interface TaskAnswer {
  parts: unknown[];
  failure: TaskFailure | null;
  /** Requests that the worker has sent since it told last, by host. */
  requests: [host: string, sent: number][];
}

export type TaskFailure =
  | ({ kind: 'missing' } & MissingProfile & { host?: string })
  | { kind: 'user'; code: UserError['code']; where: string };

/** The host that is asked; all of a task are of one. */
export function hostOfTask(task: Task): string {
  if ('names' in task) return task.names[0]?.host ?? '';
  if ('resources' in task) return task.resources[0]?.host ?? '';
  if ('profile' in task) return task.profile.host;
  return 'resource' in task ? task.resource.host : '';
}

/** The same failure as an error, so that the coordinator's stages make the same of it as if they had asked. */
export function errorOf(failure: TaskFailure): Error {
  if (failure.kind === 'user') return new UserError(failure.code, failure.where);
  const { status, note, remedy, retryAt, host } = failure;
  if (status !== 'not_reached') return new Unreadable(status, note);
  return new Unreachable(host === undefined ? '' : `https://${host}/`, note, {
    why: note,
    ...(remedy && { remedy }),
    ...(retryAt !== undefined && { retryAt }),
  });
}

/** Whether another try, later or by another machine, may do better. */
export const mayPass = (failure: TaskFailure | null): boolean =>
  failure !== null && (failure.kind === 'user' || failure.status === 'not_reached');

/** Tasks of one host that a worker takes at once: as many as are under way there, and as many that wait behind them. */
export const placesOf = ({ concurrency }: Network): number => concurrency * 2;
