/** Microseconds of processor time that no measurement goes below. */
const grain = 20_000;

/** The least of three runs: what else the machine does adds to a run, and never takes from it. */
function costOf(work: () => unknown): number {
  const costs = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user;
  });
  return Math.max(grain, Math.min(...costs));
}

/** How many times the processor time of reading a text is that of reading a sixteenth of it: some 16, or 256 for a square. */
export function growthOf(read: (text: string) => unknown, piece: string, length = 25_000): number {
  const textOf = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
  const [short, long] = [textOf(length), textOf(16 * length)];
  read(short);
  return costOf(() => read(long)) / costOf(() => read(short));
}
