/** Has a piece of work done once those before it have ended. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Has pieces of work wait for those before them, however these ended. */
export function inTurns(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  };
}
