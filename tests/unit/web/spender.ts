import { writeSync } from 'node:fs';
import { createBudget } from '../../../src/web/budget.ts';
import { openStore } from '../../../src/state/store.ts';
import { fakeNetwork } from '../stages/fake-network.ts';

// Usage: spender.js STATE LIMIT AMOUNT. Says each request that it would send on a line of its own, once it is paid for.

const [, , path = '', limit = '', amount = ''] = process.argv;
const clock = { now: Date.now, sleep: () => Promise.resolve() };
const store = openStore(path, clock);
const network = {
  ...fakeNetwork('x', new Map()),
  budget: { unit: 'dollars', setting: 'xBudget', period: { days: 30 } } as const,
};
const take = createBudget([network], { xBudget: Number(limit), youtubeQuota: 0 }, store, clock);
while (take('x', Number(amount)) === null) writeSync(1, 'sent\n');
writeSync(1, 'over\n');
store.close();
