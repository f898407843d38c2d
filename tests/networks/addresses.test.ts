import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identify } from '../../src/library/identify.ts';
import { networks } from '../../src/networks/index.ts';

/** An address or handle as people write it, and what it names; `network` of a `none` is the one that says why. */
interface Row {
  input: string;
  network: string | null;
  kind: 'profile' | 'resource' | 'none';
  name: string | null;
}

const table = new URL('../fixtures/addresses/addresses.json', import.meta.url);
const rows = JSON.parse(readFileSync(table, 'utf8')) as Row[];

/** Who says that an address names nothing, and why. */
function refusal(input: string): { network: string | null; why: string } {
  for (const network of networks) {
    const answer = network.parseProfile(input) ?? network.parseResource(input);
    if (answer && 'reason' in answer) return { network: network.id, why: answer.reason };
  }
  return { network: null, why: 'no network has addresses of this form' };
}

describe('addresses in the wild', () => {
  test('each stands once in the table, which knows the network', () => {
    expect(new Set(rows.map(({ input }) => input)).size).toBe(rows.length);
    const ids = new Set<string | null>([...networks.map(({ id }) => id), null]);
    expect(rows.filter(({ network }) => !ids.has(network))).toEqual([]);
  });

  test.each(rows.filter(({ kind }) => kind !== 'none'))('$input', ({ input, network, kind, name }) => {
    const found = identify(input);
    expect(found).toMatchObject({ input, network, kind, name });
    expect(found).not.toHaveProperty('reason');
  });

  test.each(rows.filter(({ kind }) => kind === 'none'))('$input names nothing', ({ input, network }) => {
    const found = identify(input);
    expect(found).toMatchObject({ input, network: null, kind: 'none', name: null });
    expect({ network, why: found.why }).toEqual(refusal(input));
  });
});
