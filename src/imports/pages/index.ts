import type { ImportFormat } from '../../types/import.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { otherPage } from './other.ts';
import { pinterest } from './pinterest.ts';
import { vk } from './vk.ts';

/** Pages that a person opened in a browser and saved. The last one knows every network, and refuses what is no list. */
export const pageFormats: ImportFormat[] = [facebook, instagram, linkedin, vk, pinterest, otherPage];
