import { openFile } from '../../../../src/imports/open-file.ts';
import { savedResource } from '../../../../src/imports/resource-pages/index.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import type { SavedResource } from '../../../../src/types/import.ts';
import { unsaid } from '../unsaid.ts';

/** When files are taken to have been changed that do not say when they were saved. */
export const changedAt = Date.parse('2026-11-22T04:00:00Z');

/** The resource that a file shows; null where it shows none. */
export async function resourceIn(content: string | Buffer): Promise<SavedResource | null> {
  const file = await openFile('page.html', Buffer.from(content), unsaid, changedAt);
  return savedResource(file, (address) => identifyResource(address, networks));
}

/** The same. @throws where there is none */
export async function shownIn(content: string | Buffer): Promise<SavedResource> {
  const found = await resourceIn(content);
  if (!found) throw new Error('the file shows no resource');
  return found;
}

/** A page that Chrome saved. */
export const saved = (url: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n<html><head>${head}</head><body>${body}</body></html>`;
