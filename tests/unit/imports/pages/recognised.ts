import { openFile } from '../../../../src/imports/open-file.ts';
import { pageFormats } from '../../../../src/imports/pages/index.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import type { RecognisedFile, ParsedFollow } from '../../../../src/types/import.ts';
import type { ResourceName, NotIdentified } from '../../../../src/types/input.ts';
import { unsaid } from '../unsaid.ts';

const identify = (address: string): ResourceName | NotIdentified | null => identifyResource(address, networks);

/** What the formats for pages make of a file. */
export async function recognised(content: string | Buffer): Promise<RecognisedFile | null> {
  const file = await openFile('page.html', Buffer.from(content), unsaid);
  for (const format of pageFormats) {
    const found = format.recognise(file, identify);
    if (found) return found;
  }
  return null;
}

/** The follows in a file. @throws where there are none */
export async function followsOf(content: string | Buffer): Promise<ParsedFollow[]> {
  const found = await recognised(content);
  if (!found || !('follows' in found)) throw new Error(`no follows: ${JSON.stringify(found)}`);
  return found.follows;
}

/** A page that Chrome saved. */
export const saved = (url: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n<html><head>${head}</head><body>${body}</body></html>`;
