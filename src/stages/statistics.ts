/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's score interval for a share of `k` in `n`, 95 %.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(k: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/**
 * The chance that at least `k` of `n` follow a page, given that at least `least` do, where each follows it with the
 * chance `rate` (0 to 1): the tail of a binomial distribution without its beginning. A page that nobody follows is never
 * counted, so that only what goes beyond the first client speaks.
 */
export function tailGiven(k: number, n: number, rate: number, least = 1): number {
  if (k <= least || n === 0) return 1;
  if (k > n || rate <= 0) return 0;
  if (rate >= 1) return 1;
  const seen = tail(least, n, rate);
  return seen > 0 ? Math.min(1, tail(k, n, rate) / seen) : 0;
}

/**
 * The same where the rate itself is only known from a sample: a beta distribution with these parameters says how likely
 * each rate is. The tail of a beta-binomial distribution without its zero; J. G. Skellam, see `fitShares`.
 */
export function tailOfSample(k: number, n: number, { a, b }: Beta): number {
  if (k <= 1 || n === 0) return 1;
  if (k > n) return 0;
  const whole = logBeta(a, b);
  const counted = -Math.expm1(logBeta(a, n + b) - whole);
  // The side without most of the mass is summed, away from it, so that nothing is lost to cancellation or vanishes.
  const isAbove = k > n * meanOf({ a, b });
  const first = isAbove ? k : k - 1;
  let term = Math.exp(logChoose(n, first) + logBeta(first + a, n - first + b) - whole);
  let sum = term;
  for (let at = first; isAbove ? at < n : at > 1; at += isAbove ? 1 : -1) {
    term *= isAbove
      ? ((n - at) / (at + 1)) * ((a + at) / (b + n - at - 1))
      : (at / (n - at + 1)) * ((b + n - at) / (a + at - 1));
    sum += term;
  }
  return Math.min(1, Math.max(0, isAbove ? sum / counted : 1 - sum / counted));
}

/** A distribution of shares. */
export interface Beta {
  a: number;
  b: number;
}

/**
 * The share of all that follow a page of which `k` of a sample of `n` do: Jeffreys' distribution, whose mean is
 * (k + 1/2) / (n + 1), so that a page which nobody in the sample follows is rare and not impossible. H. Jeffreys, "An
 * invariant form for the prior probability in estimation problems", Proc. R. Soc. A 186 (1946); L. D. Brown, T. T. Cai,
 * A. DasGupta, "Interval estimation for a binomial proportion", Statist. Sci. 16 (2001), for the use.
 */
export const shareInSample = (k: number, n: number): Beta => ({ a: k + 1 / 2, b: n - k + 1 / 2 });

export const meanOf = ({ a, b }: Beta): number => a / (a + b);

/** The same as `tailGiven`, where an outcome of just `k` counts half. */
export const middleTail = (k: number, n: number, rate: number, least: number): number =>
  (tailGiven(k, n, rate, least) + tailGiven(k + 1, n, rate, least)) / 2;

/** The chance that at least `k` do; the smaller side is summed, so that nothing is lost to cancellation. */
function tail(k: number, n: number, rate: number): number {
  if (k <= 0) return 1;
  if (k === 1) return -Math.expm1(n * Math.log1p(-rate));
  return k > n * rate ? sumUpwards(k, n, rate) : 1 - sumDownwards(k - 1, n, rate);
}

/** Binomial chances of `k` and more; `k` lies above the mean, so that the terms fall. */
function sumUpwards(k: number, n: number, rate: number): number {
  let term = binomial(k, n, rate);
  let sum = term;
  for (let at = k; at < n && term > sum * 1e-17; at++) {
    term *= ((n - at) / (at + 1)) * (rate / (1 - rate));
    sum += term;
  }
  return sum;
}

/** Binomial chances of 0 to `k`; `k` lies below the mean, so that the terms fall towards 0. */
function sumDownwards(k: number, n: number, rate: number): number {
  let term = binomial(k, n, rate);
  let sum = term;
  for (let at = k; at > 0 && term > sum * 1e-17; at--) {
    term *= (at / (n - at + 1)) * ((1 - rate) / rate);
    sum += term;
  }
  return sum;
}

const binomial = (k: number, n: number, rate: number): number =>
  Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(rate) + (n - k) * Math.log1p(-rate));

/** C. Lanczos, "A precision approximation of the gamma function", SIAM J. Numer. Anal. B 1 (1964), with g = 7, n = 9. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function of `x` > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const [first = 0, ...more] = lanczos;
  const sum = more.reduce((total, coefficient, index) => total + coefficient / (shifted + index + 1), first);
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * The smallest rate of false discoveries at which each of these would be taken for one, in their order.
 * Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995).
 * @param tested how many were tested: those that are not among the values count with 1
 */
export function falseDiscoveryRates(values: readonly number[], tested: number): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[b] ?? 1) - (values[a] ?? 1));
  const rates: number[] = [];
  let least = 1;
  for (const [from, index] of order.entries()) {
    const rank = values.length - from;
    least = Math.min(least, ((values[index] ?? 1) * Math.max(tested, values.length)) / rank);
    rates[index] = least;
  }
  return rates;
}

/** How many pages `count` clients follow, by `count`; index 0 is not used. */
export type Histogram = readonly number[];

export const pagesIn = (pages: Histogram): number => pages.reduce((sum, count) => sum + count, 0);

/** Pages from which on their shares tell how shares are spread. */
const fewestPages = 20;

/**
 * The beta distribution of the shares of all pages, where those that no client follows are not seen: maximum likelihood
 * of a beta-binomial distribution without its zero. J. G. Skellam, "A probability distribution derived from the binomial
 * distribution", J. R. Statist. Soc. B 10 (1948); B. Efron, "Large-Scale Inference" (2010), chapter 1, for the use.
 * @param n clients whose lists could be read
 * @returns null where there are too few pages
 */
export function fitShares(pages: Histogram, n: number): Beta | null {
  const counts = pages.flatMap((count, k) => (k > 0 && count > 0 ? [[k, count] as const] : []));
  if (pagesIn(pages) < fewestPages || n < 2 || counts.length < 2) return null;
  const likelihood = (mean: number, size: number): number => {
    const [a, b] = [mean * size, (1 - mean) * size];
    const whole = logBeta(a, b);
    const none = Math.exp(logBeta(a, n + b) - whole);
    const seen = Math.log1p(-Math.min(none, 1 - 1e-15));
    return counts.reduce(
      (sum, [k, count]) => sum + count * (logChoose(n, k) + logBeta(k + a, n - k + b) - whole - seen),
      0,
    );
  };
  const bestSize = (mean: number): number => Math.exp(peak((size) => likelihood(mean, Math.exp(size)), -3, 12));
  const mean = ofLogit(peak((logit) => likelihood(ofLogit(logit), bestSize(ofLogit(logit))), -12, 3));
  const size = bestSize(mean);
  return { a: mean * size, b: (1 - mean) * size };
}

const ofLogit = (logit: number): number => 1 / (1 + Math.exp(-logit));
const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

const golden = (Math.sqrt(5) - 1) / 2;

/** Where a function with one peak has it, to 1/1000 of the range. */
function peak(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > (to - from) / 1000) {
    if (atLeft < atRight) {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = of(right);
    } else {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = of(left);
    }
  }
  return (low + high) / 2;
}
