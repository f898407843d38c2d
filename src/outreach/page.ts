import type { PitchLanguage } from './languages/language.ts';
import { englishPitch, pitchLanguageOf } from './languages/index.ts';
import { lexiconFor } from '../judgement/detect.ts';
import { type Lexicon, emptyLexicon } from '../judgement/lexicon.ts';
import { type Sentence, type Token, sentencesOf, tokensOf } from '../judgement/tokens.ts';
import { pageLanguagesOf } from '../topic/page-language.ts';
import type { Row } from '../types/report.ts';
import { type Post, longestPost } from '../types/resource.ts';
import { subjectWords, wordsAmong } from './words.ts';

/** A post and what its text is made of. */
export interface ReadPost {
  post: Post;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  /** What it is about, what it quotes included: words by their stems. */
  words: ReadonlySet<string>;
}

/** A resource as it is read to write to its people. */
export interface ReadPage {
  row: Row;
  /** Newest first; none where they cannot be read. */
  posts: readonly ReadPost[];
  /** Its language, ISO 639-1; null where that cannot be told. */
  code: string | null;
  /** The sentences to write in: its language's, or else English ones. */
  language: PitchLanguage;
  lexicon: Lexicon;
}

/** @param more further texts of its people, by which its language may be told */
export function pageToWriteTo(row: Row, posts: readonly Post[], more: readonly string[] = []): ReadPage {
  const texts = posts.map(({ text }) => text.slice(0, longestPost));
  const all = [row.title, row.description, ...texts, ...more].filter(Boolean).join('\n');
  const { own } = pageLanguagesOf(all);
  const known = pitchLanguageOf(own);
  const [first = null] = own;
  const code = known?.code ?? first;
  const lexicon = lexiconFor(all) ?? emptyLexicon;
  return {
    row,
    posts: posts.slice(0, mostPosts).map((post) => readPost(post, code ?? '', lexicon)),
    code,
    language: known ?? englishPitch,
    lexicon,
  };
}

/** Latest posts that are looked at. */
const mostPosts = 50;

function readPost(post: Post, language: string, lexicon: Lexicon): ReadPost {
  const text = post.text.slice(0, longestPost);
  const tokens = tokensOf(text, lexicon);
  const quoted = post.quoted ? subjectWords(language, post.quoted.slice(0, longestPost)) : [];
  return {
    post,
    tokens,
    sentences: sentencesOf(tokens, text),
    words: new Set([...wordsAmong(language, tokens), ...quoted]),
  };
}
