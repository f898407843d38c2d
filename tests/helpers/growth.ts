/** Microseconds of processor time that no measurement goes below. */
const grain = 20_000;
/** The same where work is repeated until it takes that long. */
const fineGrain = 5000;

/** The least of three runs: what else the machine does adds to a run, and never takes from it. */
async function costOf(work: () => unknown, least: number): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push(user + system);
  }
  return Math.max(least, Math.min(...costs));
}

/**
 * How many times the processor time of the long work is that of the short one.
 * @param least microseconds that neither of them goes below
 * A growth that is not below `enough` is measured again, up to six times, and the least counts:
 * a busy machine spoils one measurement, a square stays one in all of them.
 */
export async function growthBetween(
  short: () => unknown,
  long: () => unknown,
  enough: number,
  least = grain,
): Promise<number> {
  await short();
  let growth = Infinity;
  for (let round = 0; round < 6 && growth >= enough; round++) {
    const cost = await costOf(short, least);
    growth = Math.min(growth, (await costOf(long, least)) / cost);
  }
  return growth;
}

/**
 * Of reading 20,000 characters, and 5,000, each as often as takes long enough to be measured: some 4, or 16 for a square.
 */
export async function fourfoldGrowth(enough: number, read: (text: string) => unknown, piece: string): Promise<number> {
  const [short, long] = [textOf(piece, 5000), textOf(piece, 20_000)];
  const often = await timesFor(() => read(short));
  const repeated = (text: string) => async () => {
    for (let time = 0; time < often; time++) await read(text);
  };
  return growthBetween(repeated(short), repeated(long), enough, fineGrain);
}

/** How often work is done until it takes as long as can be measured. */
async function timesFor(work: () => unknown): Promise<number> {
  await work();
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  let times = 0;
  for (; spent() < fineGrain; times++) await work();
  return times;
}

const textOf = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

/** Of reading a text, and of reading a sixteenth of it: some 16, or 256 for a square. */
export function growthOf(
  enough: number,
  read: (text: string) => unknown,
  piece: string,
  length = 25_000,
): Promise<number> {
  const [short, long] = [textOf(piece, length), textOf(piece, 16 * length)];
  return growthBetween(
    () => read(short),
    () => read(long),
    enough,
  );
}
