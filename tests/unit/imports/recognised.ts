import { expect } from 'vitest';
import { openFile } from '../../../src/imports/open-file.ts';
import { recogniseFile } from '../../../src/imports/recognise.ts';
import { identifyResource } from '../../../src/inputs/identify.ts';
import { networks } from '../../../src/networks/index.ts';
import type { RecognisedFile } from '../../../src/types/import.ts';
import { unsaid } from './unsaid.ts';

const identify = (address: string) => identifyResource(address, networks);

/** What `import` makes of a file by itself, or of one in an archive. */
export async function recognised(
  text: string | Buffer,
  name = 'handed.txt',
  inBundle = false,
  path: string | null = null,
): Promise<RecognisedFile | null> {
  return recogniseFile(await openFile(name, Buffer.from(text), unsaid), identify, { inBundle, path });
}

/** What each follow is counted as, or the name and network of one without an address; null where the file has none. */
export async function followed(text: string | Buffer, name?: string, inBundle = false): Promise<string[] | null> {
  const found = await recognised(text, name, inBundle);
  if (!found || !('follows' in found)) return null;
  return found.follows.map(({ address, network, title }) => {
    if (address === null) return `${network}: ${title}`;
    const named = identify(address);
    expect(named).toHaveProperty('network');
    return named && 'network' in named ? `${named.network}:${named.id ?? named.name}` : 'nothing';
  });
}

/** What a file without follows holds. */
export async function heldIn(text: string | Buffer, name?: string, inBundle = false): Promise<string> {
  const found = await recognised(text, name, inBundle);
  if (!found) return 'nothing that is known';
  return 'follows' in found ? 'follows' : (found.holds ?? found.reason);
}
