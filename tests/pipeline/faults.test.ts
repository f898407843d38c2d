import { expect, test } from 'vitest';
import { catalogue } from '../faults/catalogue.ts';
import { hostFaults, networksWithHosts, resultOfHost } from '../faults/hosts.ts';
import { modes, resultOf } from '../faults/run.ts';
import { scenes } from '../faults/scenes.ts';

const { pairs } = scenes.protocols;

// A sample of what `npm run reliability` tries: every third fault, at one position after the other.
const sample = catalogue
  .filter((_, index) => index % 3 === 0)
  .map((fault, index) => ({
    fault,
    name: `${fault.kind}: ${fault.name}`,
    pair: pairs[index % 2] ?? ['list', 'facts'],
    mode: modes[(index >> 1) % 2] ?? 'always',
  }));

test.each(sample)('$name, $mode for the $pair, costs nothing else', async ({ fault, pair, mode }) => {
  expect((await resultOf(fault, pair, mode)).join(' ')).not.toContain('WRONG');
});

const hosts = hostFaults.map((fault, index) => ({
  fault,
  name: `${fault.kind}: ${fault.name}`,
  network: networksWithHosts[index % networksWithHosts.length] ?? '',
}));

test.each(hosts)('$name, at every host of $network, costs nothing else', async ({ fault, network }) => {
  expect(await resultOfHost(fault, network)).toBe('told');
});
