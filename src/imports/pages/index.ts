import type { ImportFormat } from '../import-format.ts';
import { facebookPage } from './facebook.ts';
import { instagramPage } from './instagram.ts';
import { linkedinPage } from './linkedin.ts';
import { otherPage } from './other.ts';
import { pinterestPage } from './pinterest.ts';
import { telegramApp } from './telegram-app.ts';
import { tiktokPage } from './tiktok.ts';
import { vkPage } from './vk.ts';

/** Pages that a person opened in a browser and saved. The last one knows every network, and refuses what is no list. */
export const pageFormats: ImportFormat[] = [
  facebookPage,
  instagramPage,
  linkedinPage,
  vkPage,
  pinterestPage,
  tiktokPage,
  telegramApp,
  otherPage,
];
