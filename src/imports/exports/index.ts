import type { ImportFormat } from '../../types/import.ts';
import { emptySection } from './empty-section.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { startPage } from './start-page.ts';
import { telegram } from './telegram.ts';
import { tiktok } from './tiktok.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

/** What the networks themselves give a person who asks for their data. Each knows its own files by what is in them. */
export const exportFormats: ImportFormat[] = [
  instagram,
  facebook,
  linkedin,
  tiktok,
  x,
  youtube,
  telegram,
  startPage,
  emptySection,
];
