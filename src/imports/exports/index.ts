import type { ImportFormat } from '../import-format.ts';
import { emptySection } from './empty-section.ts';
import { fediverseExport } from './fediverse.ts';
import { facebookExport } from './facebook.ts';
import { instagramExport } from './instagram.ts';
import { linkedinExport } from './linkedin.ts';
import { metaLabels } from './meta-labels.ts';
import { opmlExport } from './opml.ts';
import { redditExport } from './reddit.ts';
import { spotifyExport } from './spotify.ts';
import { startPage } from './start-page.ts';
import { telegramExport } from './telegram.ts';
import { tiktokExport } from './tiktok.ts';
import { videoAppExport } from './video-apps.ts';
import { vkExport } from './vk.ts';
import { xExport } from './x.ts';
import { youtubeExport } from './youtube.ts';

/** What the networks themselves give a person who asks for their data. Each knows its own files by what is in them. */
export const exportFormats: ImportFormat[] = [
  instagramExport,
  facebookExport,
  metaLabels,
  linkedinExport,
  tiktokExport,
  xExport,
  youtubeExport,
  telegramExport,
  fediverseExport,
  redditExport,
  vkExport,
  opmlExport,
  videoAppExport,
  spotifyExport,
  startPage,
  emptySection,
];
