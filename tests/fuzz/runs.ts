/** The same cases every time; CI tries more of them. */
export const runs = { seed: 20_261_127, numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) };
