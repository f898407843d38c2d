import { Unreachable } from '../errors.ts';
import type { Pace, Pause } from '../types/network.ts';
import type { Clock } from '../types/run.ts';
import type { LearntLimit } from '../types/web.ts';
import { type Allowance, allowanceOf, coolDownOf, isOfAllowance } from './rate-headers.ts';
import type { Sockets, HostStanding } from './sockets.ts';
import { createPace } from './pace.ts';
import { type Turns, createTurns } from './turns.ts';
import type { SharedTurns } from './shared-turns.ts';
import type { Failure, Reply } from './wire.ts';

/** One host: its requests go in the order they came, at its pace, and again where that may help. */
export interface Host {
  /**
   * Takes a request's turn, sends it, and gives the first answer that another try would not change.
   * @param send takes whether the host is new: nobody knows yet whether it answers at all
   * @throws Unreachable
   */
  ask(url: URL, send: Send): Promise<Reply>;
  /** Hears what it answered to a request that took no turn: it may want to be left alone. */
  heard(reply: Reply): void;
}

type Send = (isNew: boolean) => Promise<Reply | Failure>;

export interface HostOptions {
  clock: Clock;
  random: () => number;
  /** Sockets of all hosts. */
  sockets: Sockets;
  maxWaitSeconds: number;
  onWait: (wait: { host: string; until: number; why: string }) => void;
  /** What other machines with the same token keep together with this one. */
  shared?: SharedTurns | null;
  /** What earlier runs learnt of the limits of hosts. */
  learnt: readonly LearntLimit[];
  /** A limit turned out to be narrower than documented. */
  onLearn: (limit: LearntLimit) => void;
}

const maxTries = 4;
/** Tries at which a host may keep silent that has never answered; the second comes when all others have had their first. */
const maxSilences = 2;
const maxCoolDowns = 8;
const downAfter = 3;
/** At most before the second try; twice as many before each further one (full jitter). */
const firstWaitMs = 1000;
/** Seconds, after a 429 that does not say how long, where the network does not either. */
const usualPause = 60;

export interface HostLimits {
  paces: Pace[];
  /** Requests under way. */
  concurrency: number;
  /** How long a 429 is obeyed that does not say it. */
  pause?: Pause;
  /** The allowance that an address takes from, where the host counts some apart: one waits for no other. */
  limitClass?: (url: URL) => string;
  /** How often a request is sent that gets no usable answer. */
  tries?: number;
}

export function createHost(name: string, limits: HostLimits, options: HostOptions): Host {
  const { clock, random, sockets, maxWaitSeconds, onWait, learnt, onLearn, shared = null } = options;
  const maxWaitMs = maxWaitSeconds * 1000;
  const { paces, concurrency, limitClass = () => '', pause, tries: most = maxTries } = limits;
  const pace = createPace(paces, limitClass, (of) =>
    learnt.filter((each) => each.host === name && each.limitClass === of),
  );
  const underWay = createTurns(concurrency);
  const classes = new Map<string, { places: Turns; gate: Turns }>();
  const waiting: (() => void)[] = [];
  let standing: HostStanding = 'unknown';
  let isNew = true;
  let silences = 0;
  let asking = 0;
  let unanswered = 0;
  let lastFailure = '';
  let announced = 0;

  function hear(outcome: Reply | Failure): void {
    if ('status' in outcome) {
      isNew = false;
      standing = 'answers';
      return;
    }
    standing = 'silent';
    lastFailure = outcome.failed;
    if (outcome.silent) silences += 1;
  }

  const isDead = (): boolean => isNew && silences >= maxSilences;

  function classOf(url: URL): { places: Turns; gate: Turns } {
    const key = limitClass(url);
    const known = classes.get(key) ?? { places: createTurns(concurrency), gate: createTurns(1) };
    classes.set(key, known);
    return known;
  }

  /** Waits until the pace allows a request and a socket is free. The gate keeps the order; others wait behind it. */
  async function turn(url: URL): Promise<{ ticket: ReturnType<typeof pace.sent>; free: () => void }> {
    const leaveGate = await classOf(url).gate.enter();
    try {
      for (;;) {
        const { at, why, alone } = pace.next(url, clock.now());
        if (at - clock.now() > maxWaitMs) {
          throw paused(url, why ?? 'its limit is used up', at);
        }
        if (isDead() || unanswered >= downAfter) {
          const times = isDead() ? 'has never answered' : 'did not answer three times';
          const what = `${name} ${times} and is not asked again: ${lastFailure}`;
          throw new Unreachable(url.href, what, { why: lastFailure });
        }
        if (asking > 0 && (alone || standing !== 'answers')) {
          await new Promise<void>((ended) => waiting.push(ended));
          continue;
        }
        if (at > clock.now()) {
          await sleepUntil(at, why);
          continue;
        }
        const leaveHost = await underWay.enter();
        const freeSocket = await sockets.enter(standing);
        asking += 1;
        const free = (): void => {
          asking -= 1;
          freeSocket();
          leaveHost();
          for (const ended of waiting.splice(0)) ended();
        };
        const now = clock.now();
        const next = pace.next(url, now);
        const mayGo = next.at <= now && !next.alone && (asking === 1 || standing === 'answers');
        const wait = mayGo && shared ? await shared.take(url) : 0;
        if (mayGo && wait <= 0) return { ticket: pace.sent(url, now), free };
        free();
        if (wait > 0) await waitForOthers(url, wait);
      }
    } finally {
      leaveGate();
    }
  }

  /** Machines that have the same token use it up together. */
  async function waitForOthers(url: URL, wait: number): Promise<void> {
    if (wait > maxWaitMs) throw paused(url, 'its limit is used up', clock.now() + wait);
    await clock.sleep(Math.ceil(wait));
  }

  async function sleepUntil(at: number, why: string | null): Promise<void> {
    // Answers that were under way together ask for nearly the same instant.
    if (why !== null && at >= announced + 1000) {
      announced = at;
      onWait({ host: name, until: at, why });
    }
    await clock.sleep(Math.ceil(at - clock.now()));
  }

  async function once(url: URL, send: Send): Promise<Reply | Failure> {
    const { ticket, free } = await turn(url);
    let outcome: Reply | Failure | null = null;
    try {
      outcome = await send(isNew);
      hear(outcome);
      return outcome;
    } finally {
      const reply = outcome && 'status' in outcome ? outcome : null;
      const told = reply && toldOf(url, reply);
      pace.ended(ticket, told);
      if (shared) tellOthers(shared, url, reply, told);
      if (reply?.status === 429 && !told) learn(url, ticket);
      free();
    }
  }

  function tellOthers(others: SharedTurns, url: URL, reply: Reply | null, told: Allowance | null): void {
    const now = clock.now();
    const rest = reply && restAfter(reply, 0, now);
    others.ended(url, {
      remaining: told?.remaining ?? null,
      untilMs: told && told.until - now,
      coolMs: rest === null ? null : rest - now,
    });
  }

  function learn(url: URL, ticket: ReturnType<typeof pace.sent>): void {
    const at = clock.now();
    const limit = pace.refused(ticket, url, at);
    if (limit) onLearn({ host: name, limitClass: limitClass(url), ...limit, at });
  }

  /**
   * Until when an answer asks to be left alone; null where it does not.
   * @param before how often the same request was told to wait before: a 429 that says nothing is obeyed ever longer, but
   * no longer than a request of another address may wait
   */
  function restAfter({ status, header }: Reply, before: number, now: number): number | null {
    const told = coolDownOf(status, header, now);
    if (told !== null || status !== 429) return told;
    const pauseMs = (pause?.seconds ?? usualPause) * 1000 * 2 ** Math.min(before, maxCoolDowns);
    return now + Math.min(pauseMs, maxWaitMs);
  }

  /** Whether such a rest is of the class of the address alone, and not of the whole host. */
  const isOfItsClass = ({ status, header }: Reply, now: number): boolean =>
    coolDownOf(status, header, now) === null ? pause?.ofClass === true : isOfAllowance(header, now);

  /** GitHub says which of its limits an answer tells: one that was not expected governs nothing. */
  function toldOf(url: URL, { header }: Reply): Allowance | null {
    const told = limits.limitClass ? header('x-ratelimit-resource') : null;
    return told === null || told === limitClass(url) ? allowanceOf(header, clock.now()) : null;
  }

  async function untilAnswered(url: URL, send: Send): Promise<Reply> {
    let tries = 0;
    let coolDowns = 0;
    let waited = 0;
    for (;;) {
      const outcome = await once(url, send);
      const now = clock.now();
      const until = 'status' in outcome ? restAfter(outcome, coolDowns, now) : null;
      if ('status' in outcome && until === null && !mayPass(outcome.status)) {
        unanswered = 0;
        return outcome;
      }
      const what = 'status' in outcome ? `the server answered ${outcome.status}` : outcome.failed;
      if (until !== null) {
        const isOfClass = 'status' in outcome && isOfItsClass(outcome, now);
        pace.coolDown(until, what, isOfClass ? url : undefined);
        coolDowns += 1;
        waited += until - now;
        if (coolDowns > maxCoolDowns || waited > maxWaitMs) throw givenUp(what, paused(url, what, until));
        continue;
      }
      tries += 1;
      const final = 'failed' in outcome && outcome.final;
      if (final || tries >= most || isDead()) {
        const sentence = final ? what : `gave up after ${tries} tries: ${what}`;
        throw givenUp(what, new Unreachable(url.href, sentence, { why: what }));
      }
      await clock.sleep(Math.ceil(random() * firstWaitMs * 2 ** (tries - 1)));
    }
  }

  function givenUp(what: string, error: Unreachable): Unreachable {
    unanswered += 1;
    lastFailure = what;
    return error;
  }

  return {
    async ask(url, send) {
      const leave = await classOf(url).places.enter();
      try {
        return await untilAnswered(url, send);
      } finally {
        leave();
      }
    },

    heard({ status, header }) {
      const until = coolDownOf(status, header, clock.now());
      if (until !== null) pace.coolDown(until, `the server answered ${status}`);
    },
  };
}

/** Statuses after which the same request may do better. */
const mayPass = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

function paused(url: URL, what: string, until: number): Unreachable {
  const retryAt = Math.ceil(until);
  const sentence = `${what}, and the host asks for a pause: run again after ${new Date(retryAt).toISOString()}`;
  return new Unreachable(url.href, sentence, { why: what, remedy: 'wait', retryAt });
}
