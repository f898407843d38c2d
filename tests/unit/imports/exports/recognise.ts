import { expect } from 'vitest';
import { openFile } from '../../../../src/imports/open-file.ts';
import { exportFormats } from '../../../../src/imports/exports/index.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import type { RecognisedFile, ParsedFollow } from '../../../../src/types/import.ts';
import { unsaid } from '../unsaid.ts';

const identify = (address: string) => identifyResource(address, networks);

/** What the formats make of a file. No two of them may claim it. */
export async function recognise(text: string, name = 'data.bin'): Promise<RecognisedFile | null> {
  const file = await openFile(name, Buffer.from(text, 'utf8'), unsaid);
  const claims = exportFormats.flatMap((format) => {
    const recognised = format.recognise(file, identify);
    return recognised ? [{ id: format.id, recognised }] : [];
  });
  expect(claims.map(({ id }) => id).slice(1)).toEqual([]);
  return claims[0]?.recognised ?? null;
}

/** The follows of a file that holds some; each address is one that the networks know. */
export async function followsIn(
  text: string,
  name?: string,
): Promise<{ format: string; follows: ParsedFollow[]; skipped: string[] }> {
  const recognised = await recognise(text, name);
  if (!recognised || !('follows' in recognised)) throw new Error(`no follows: ${JSON.stringify(recognised)}`);
  for (const { address } of recognised.follows) if (address !== null) expect(identify(address)).toHaveProperty('name');
  return recognised;
}

/** Why a file is useless, and what to bring instead. */
export async function uselessIn(
  text: string,
  name?: string,
): Promise<{ format: string; reason: string; whatToDo: string }> {
  const recognised = await recognise(text, name);
  if (!recognised || !('whatToDo' in recognised)) throw new Error(`not reason: ${JSON.stringify(recognised)}`);
  expect(recognised.whatToDo).not.toBe('');
  return recognised;
}

/** The id, or else the name, under which each follow is counted. */
export const countedAs = (follows: ParsedFollow[]): string[] =>
  follows.map(({ address, network, title }) => {
    if (address === null) return `${network}: ${title}`;
    const named = identify(address);
    return named && 'name' in named ? `${named.network}:${named.id ?? named.name}` : 'nothing';
  });

export const bare = (network: string, title: string): ParsedFollow => ({
  customer: null,
  address: null,
  network,
  title,
  subscribers: null,
});

export const at = (address: string, title: string | null = null): ParsedFollow => ({
  customer: null,
  address,
  network: null,
  title,
  subscribers: null,
});
