/** Microseconds of processor time that no measurement goes below. */
const grain = 20_000;

/** The least of three runs: what else the machine does adds to a run, and never takes from it. */
async function costOf(work: () => unknown): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await work();
    costs.push(process.cpuUsage(before).user);
  }
  return Math.max(grain, Math.min(...costs));
}

/**
 * How many times the processor time of the long work is that of the short one.
 * A growth that is not below `enough` is measured again, up to six times, and the least counts:
 * a busy machine spoils one measurement, a square stays one in all of them.
 */
export async function growthBetween(short: () => unknown, long: () => unknown, enough: number): Promise<number> {
  await short();
  let growth = Infinity;
  for (let round = 0; round < 6 && growth >= enough; round++) {
    const least = await costOf(short);
    growth = Math.min(growth, (await costOf(long)) / least);
  }
  return growth;
}

/** Of reading a text, and of reading a sixteenth of it: some 16, or 256 for a square. */
export function growthOf(
  enough: number,
  read: (text: string) => unknown,
  piece: string,
  length = 25_000,
): Promise<number> {
  const textOf = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
  const [short, long] = [textOf(length), textOf(16 * length)];
  return growthBetween(
    () => read(short),
    () => read(long),
    enough,
  );
}
