/** So many at once, in the order they came. */
export interface Turns {
  /** Waits for a place; the result gives it back. */
  enter(): Promise<() => void>;
}

export function createTurns(count: number): Turns {
  const waiting: (() => void)[] = [];
  let free = count;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async enter() {
      if (free > 0) free -= 1;
      else await new Promise<void>((entered) => waiting.push(entered));
      return leave;
    },
  };
}
