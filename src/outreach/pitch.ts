import { lookup } from '../text/lookup.ts';
import { trimEnd } from '../text/trim.ts';
import type { AuthorRule } from './author-rules.ts';
import type { ReadPage } from './page.ts';
import { countWords, recentQuote } from './quote.ts';
import type { ChosenTopics } from './topics.ts';

/** The marketer's own texts for a pitch; empty where they are not given. */
export interface PitchTexts {
  specialization: string;
  experience: string;
  /** What the readers of a page get. */
  benefit: string;
  /** Addresses of published work. */
  sample: readonly string[];
  /** Who writes. */
  author: string;
}

/** A letter to be completed and sent by a person. */
export interface Pitch {
  text: string;
  words: number;
  /** What a person must add or mend, in English; empty slots stand in the text as `[[…]]`. */
  missing: string[];
}

/** What texts are in where it is not the language asked about, in words; null where that cannot be told. */
export type StrangerAmong = (texts: readonly string[]) => (language: string) => string | null;

/** What a pitch is made of besides the page and the marketer's texts. */
interface PitchContext {
  topics: ChosenTopics;
  rules: readonly AuthorRule[];
  strangerAmong: StrangerAmong;
}

/** Editors want less than this: Muck Rack's survey says under 200, those of field research under 150. */
const wordLimit = 150;

const mostSamples = 3;

/** How much of what there is goes in, the fullest first. */
const sizes = [
  { topics: 3, samples: mostSamples },
  { topics: 2, samples: 2 },
  { topics: 2, samples: 1 },
] as const;

/** A pitch of under 150 words from the marketer's texts and what the page itself says. */
export function writePitch(page: ReadPage, texts: PitchTexts, context: PitchContext): Pitch {
  let pitch = compose(page, texts, context, sizes[0]);
  for (const size of sizes.slice(1)) if (pitch.words >= wordLimit) pitch = compose(page, texts, context, size);
  if (pitch.words < wordLimit) return pitch;
  const long = `it has ${pitch.words} words: shorten --experience, --benefit or --headline to come below ${wordLimit}`;
  return { ...pitch, missing: [...pitch.missing, long] };
}

function compose(
  page: ReadPage,
  texts: PitchTexts,
  { topics: { topics, compared, covered }, rules, strangerAmong }: PitchContext,
  size: (typeof sizes)[number],
): Pitch {
  const { language, row } = page;
  const missing: string[] = [];
  const slot = (what: string): string => {
    missing.push(what);
    return `[[${what}]]`;
  };
  const given = (text: string, what: string): string => trimEnd(text, /[.\s]/) || slot(what);
  const quote = recentQuote(page);
  const offered = topics.slice(0, size.topics);
  const samples = texts.sample.slice(0, size.samples);
  const isOne = offered.length === 1;
  const noTopic =
    covered.length > 0 ? 'a topic that it has not had lately (--headline)' : 'two or three topics (--headline)';
  const lines = [
    fill(language.greeting, { page: row.title ?? row.resource }),
    '',
    quote
      ? fill(language.seen, { date: dayIn(language.code, quote.post.at), quote: quote.text })
      : slot('a recent post of theirs, quoted exactly'),
    '',
    fill(language.field, {
      specialization: given(texts.specialization, 'your field (--specialization)'),
      experience: given(texts.experience, 'your experience (--experience)'),
    }),
    '',
    isOne ? language.offerOne : language.offerSeveral,
    ...(offered.length === 0 ? [`- ${slot(noTopic)}`] : offered.map((topic) => `- ${topic}`)),
    ...(compared && offered.length > 0 ? [language.unseen] : []),
    '',
    fill(language.gain, { benefit: given(texts.benefit, 'what the readers get (--benefit)') }),
    fill(language.samples, { samples: samples.length > 0 ? samples.join(', ') : slot('published work (--sample)') }),
    ...(rules.some(({ kinds }) => kinds.includes('exclusive')) ? [language.fresh] : []),
    '',
    isOne ? language.askOne : language.askSeveral,
    '',
    given(texts.author, 'your name (--author)'),
  ];
  missing.push(
    ...languageGaps(page, strangerAmong([texts.specialization, texts.experience, texts.benefit, ...offered])),
  );
  const text = lines.join('\n');
  return { text, words: countWords(text), missing };
}

/** What is wrong with the languages of a letter. */
function languageGaps({ code, language }: ReadPage, strangeTo: (language: string) => string | null): string[] {
  if (code !== null && code !== language.code)
    return [`the sentences of its language (${code}): there are none, and these are English`];
  const within = code === null ? null : strangeTo(code);
  return within === null ? [] : [`your own texts in the language of the page (${code}): they seem to be in ${within}`];
}

/** Puts values into the braces of a sentence. */
const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => lookup(values, name) ?? '');

const dayIn = (language: string, at: string): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(at));
