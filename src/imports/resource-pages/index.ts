import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ImportFile } from '../import-format.ts';
import { facebookResource } from './facebook.ts';
import { instagramResource } from './instagram.ts';
import { linkedinResource } from './linkedin.ts';
import { telegramResource } from './telegram.ts';
import { tiktokResource } from './tiktok.ts';
import { vkResource } from './vk.ts';

const readers: ((file: ImportFile, identify: IdentifyResource) => SavedResource | null)[] = [
  facebookResource,
  instagramResource,
  linkedinResource,
  tiktokResource,
  telegramResource,
  vkResource,
];

/** The page, group or account that a file shows, where somebody saved it; null where it shows none, or whom it follows. */
export function savedResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  for (const read of readers) {
    const found = read(file, identify);
    if (found) return found;
  }
  return null;
}
