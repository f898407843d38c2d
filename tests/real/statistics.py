"""Cases of the statistics as SciPy reckons them, as JSON: python3 statistics.py SEED COUNT.

tests/fixtures/unit/statistics.json is what seed 1 and 1000 cases gave with SciPy 1.17.
"""

import json
import sys

import numpy as np
from scipy import optimize, stats

random = np.random.default_rng(int(sys.argv[1]))
count = int(sys.argv[2])


def sizes():
    """Clients that follow a page, readable clients, subscribers, accounts: the ends and what is beyond them included."""
    n = int(random.choice([1, 5, 10, 30, 100, 1000, int(random.integers(1, 3000))]))
    few = [min(n, int(random.integers(0, 12))) for _ in range(3)]
    k = int(random.choice([0, n, int(random.integers(0, n + 1)), *few]))
    accounts = int(10 ** random.uniform(3, 10))
    share = random.choice([0, 1, 1.7, 10 ** random.uniform(-7, 0), 10 ** random.uniform(-3, 0)])
    return k, n, int(share * accounts), accounts


def given_one(at_least_k, at_least_one, k):
    """The chance of k or more where there is one at least; its limit where there can be none."""
    if k <= 1:
        return 1.0
    return at_least_k / at_least_one if at_least_one > 0 else 0.0


def tail():
    k, n, subscribers, accounts = sizes()
    page = stats.binom(n, min(1.0, subscribers / accounts))
    return [k, n, subscribers, accounts, given_one(page.sf(k - 1), page.sf(0), k)]


def tail_of_sample():
    k, n, _, _ = sizes()
    people = int(random.choice([5, 20, 100, 1000, int(random.integers(5, 5000))]))
    followers = int(random.choice([0, people, int(random.integers(0, people + 1)), min(people, int(random.integers(0, 9)))]))
    page = stats.betabinom(n, followers + 0.5, people - followers + 0.5)
    # Summed by itself: the survival function loses the small tails to cancellation.
    return [k, n, followers, people, given_one(page.pmf(np.arange(k, n + 1)).sum(), page.pmf(np.arange(1, n + 1)).sum(), k)]


def wilson():
    k, n, _, _ = sizes()
    interval = stats.binomtest(k, n).proportion_ci(method="wilson")
    return [k, n, interval.low, interval.high]


def false_discoveries():
    values = random.uniform(0, 1, int(random.integers(1, 12))) ** random.choice([1, 4, 12])
    others = int(random.choice([0, 5, 1000]))
    rates = stats.false_discovery_control(np.concatenate([values, np.ones(others)]))
    return [values.tolist(), others, rates[: len(values)].tolist()]


def shrunk():
    """Pages by clients, and the most likely distribution of shares where pages that nobody follows are not seen."""
    n = int(random.choice([10, 30, 100]))
    drawn = stats.betabinom(n, random.uniform(0.2, 3), random.uniform(3, 40)).rvs(4000, random_state=random)
    pages = np.bincount(drawn, minlength=n + 1)
    pages[0] = 0
    counts = np.arange(1, n + 1)

    def unlikely(logs):
        page = stats.betabinom(n, *np.exp(logs))
        return -(pages[1:] * (page.logpmf(counts) - np.log1p(-page.pmf(0)))).sum()

    found = optimize.minimize(unlikely, [0.0, 2.0], method="Nelder-Mead", options={"xatol": 1e-6, "fatol": 1e-9})
    a, b = np.exp(found.x)
    return [n, pages.tolist(), a, b]


cases = {
    "tails": [tail() for _ in range(count)],
    "samples": [tail_of_sample() for _ in range(count)],
    "intervals": [wilson() for _ in range(count)],
    # Since SciPy 1.11.
    "rates": [false_discoveries() for _ in range(count // 20)] if hasattr(stats, "false_discovery_control") else [],
    "shares": [shrunk() for _ in range(5)],
}
print(json.dumps({name: rows for name, rows in cases.items()}, separators=(",", ":")))
