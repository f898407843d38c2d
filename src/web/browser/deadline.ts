/** A time limit that stands still while somebody else is waited for. */
export interface Deadline {
  pause(): void;
  resume(): void;
  end(): void;
}

/** @param reached called once, when so many seconds have passed beside the pauses */
export function createDeadline(seconds: number, reached: () => void): Deadline {
  let left = seconds * 1000;
  let since = 0;
  let pauses = 0;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  function run(): void {
    since = performance.now();
    timer = setTimeout(reached, left);
  }

  run();
  return {
    pause() {
      pauses += 1;
      if (pauses > 1) return;
      clearTimeout(timer);
      left -= performance.now() - since;
    },

    resume() {
      pauses -= 1;
      if (pauses === 0 && !ended) run();
    },

    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
