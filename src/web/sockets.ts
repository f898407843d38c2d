/** What is known of the host that a socket is for: it answers, nobody has asked it yet, or its last request got no answer. */
export type HostStanding = 'answers' | 'unknown' | 'silent';

/** The sockets of all hosts. */
export interface Sockets {
  /** Waits for a socket; the result gives it back. */
  enter(standing: HostStanding): Promise<() => void>;
}

/**
 * Hands out sockets so that hosts that do not answer never hold up those that do: of `concurrency` sockets a quarter is
 * for hosts that answer alone, which also come first; silent ones come last. A request that has waited `patienceMs` for
 * a host of unknown standing keeps its socket and gives its place to the next, so that many dead hosts are waited for
 * together; twice `concurrency` may be waited for so.
 */
export function createSockets(concurrency: number, patienceMs: number): Sockets {
  const mostUnsure = Math.max(1, concurrency - Math.floor(concurrency / 4));
  const mostPatient = 2 * concurrency;
  const queues: Record<HostStanding, (() => void)[]> = { answers: [], unknown: [], silent: [] };
  let used = 0;
  let unsure = 0;
  let patient = 0;

  /** Who is next, if there is a place. */
  function next(): (() => void) | undefined {
    if (used >= concurrency) return undefined;
    if (queues.answers.length > 0) return queues.answers.shift();
    return unsure < mostUnsure ? (queues.unknown.shift() ?? queues.silent.shift()) : undefined;
  }

  function handOut(): void {
    for (let enter = next(); enter; enter = next()) enter();
  }

  function takeSure(): () => void {
    used += 1;
    return () => {
      used -= 1;
      handOut();
    };
  }

  function takeUnsure(): () => void {
    used += 1;
    unsure += 1;
    let isPatient = false;
    const timer = setTimeout(() => {
      if (patient >= mostPatient) return;
      isPatient = true;
      patient += 1;
      used -= 1;
      unsure -= 1;
      handOut();
    }, patienceMs);
    return () => {
      clearTimeout(timer);
      if (isPatient) patient -= 1;
      else {
        used -= 1;
        unsure -= 1;
      }
      handOut();
    };
  }

  return {
    enter: (standing) =>
      new Promise((entered) => {
        queues[standing].push(() => entered(standing === 'answers' ? takeSure() : takeUnsure()));
        handOut();
      }),
  };
}
