import type { PitchLanguage } from './languages/language.ts';
import { englishPitch, pitchLanguageOf } from './languages/index.ts';
import { lexiconFor } from '../judgement/detect.ts';
import { type Lexicon, emptyLexicon } from '../judgement/lexicon.ts';
import { pageLanguagesOf } from '../topic/page-language.ts';
import type { Row } from '../types/report.ts';
import { type Post, longestPost } from '../types/resource.ts';

/** A resource as it is read to write to its people. */
export interface ReadPage {
  row: Row;
  /** Newest first; none where they cannot be read. */
  posts: readonly Post[];
  /** Its language, ISO 639-1; null where that cannot be told. */
  code: string | null;
  /** The sentences to write in: its language's, or else English ones. */
  language: PitchLanguage;
  lexicon: Lexicon;
}

export function pageToWriteTo(row: Row, posts: readonly Post[]): ReadPage {
  const texts = posts.map(({ text }) => text.slice(0, longestPost));
  const all = [row.title, row.description, ...texts].filter(Boolean).join('\n');
  const { own } = pageLanguagesOf(all);
  const known = pitchLanguageOf(own);
  const [first = null] = own;
  return {
    row,
    posts,
    code: known?.code ?? first,
    language: known ?? englishPitch,
    lexicon: lexiconFor(all) ?? emptyLexicon,
  };
}
