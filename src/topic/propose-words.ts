import type { Proposal, Row } from '../types/report.ts';
import type { Post, Resource } from '../types/resource.ts';
import { type TopicMatcher, compileTopic } from './matcher.ts';
import { isCommon, pageLanguagesOf } from './page-language.ts';
import { latestTexts } from './read-page.ts';
import { stemOf } from './stems.ts';
import { tokensIn, wordsOf } from './text-words.ts';
import type { Topic } from './topic.ts';

/** Of each language and use. */
const mostProposed = 10;
const shortestWord = 4;
/** Texts of a page that have a word, for the word to be the page's. */
const ownTexts = 2;
/** Pages that share a word to be added, and how many times more often they have it than others. */
const sharingPages = 2;
const timesMore = 3;
/** Texts with a term of the topic in which a word stands that shows that the term means something else. */
const strangeTexts = 3;
/** Words of one language that are counted; texts bring no end of new ones. */
const mostWords = 200_000;

interface Counts {
  /** How it was written most. */
  forms: Map<string, number>;
  kept: number;
  dropped: number;
  /** Texts of dropped pages in which it stands beside a term, and pages that have such. */
  beside: number;
  strange: number;
}

interface Vocabulary {
  words: Map<string, Counts>;
  kept: number;
  dropped: number;
}

/**
 * Words that tell the pages of a topic from the others: to add what kept pages share, to exclude what stands beside
 * terms in dropped ones. For a language that the topic has no line for, what its pages share.
 * @param evidence the posts that were read of a resource
 */
export function proposeWords(
  topic: Topic,
  rows: readonly Row[],
  evidence: (resource: Resource) => { posts: Post[] | null } | null,
): Proposal[] {
  const matcher = compileTopic(topic);
  const vocabularies = new Map<string, Vocabulary>();
  for (const row of rows) {
    const kind = row.verdict === 'keep' || row.reason === 'topic_language' ? 'kept' : 'dropped';
    if (kind === 'dropped' && row.reason !== 'off_topic' && row.reason !== 'topic_doubtful') continue;
    const posts = evidence({ ...row, id: row.resourceId, name: row.resource })?.posts ?? [];
    const texts = posts.slice(0, latestTexts).map(({ text }) => text);
    const [language] = pageLanguagesOf([row.title, row.description, ...texts].join('\n')).own;
    if (language === undefined) continue;
    const vocabulary = vocabularies.get(language) ?? { words: new Map<string, Counts>(), kept: 0, dropped: 0 };
    vocabularies.set(language, vocabulary);
    vocabulary[kind] += 1;
    addPage(vocabulary, language, texts, kind, matcher);
  }
  return [...vocabularies]
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .flatMap(([language, vocabulary]) => [
      { language, use: 'add' as const, words: toAdd(vocabulary) },
      { language, use: 'exclude' as const, words: toExclude(vocabulary) },
    ])
    .filter(({ words }) => words.length > 0);
}

function addPage(
  { words }: Vocabulary,
  language: string,
  texts: readonly string[],
  kind: 'kept' | 'dropped',
  matcher: TopicMatcher,
): void {
  const page = new Map<string, { texts: number; beside: number }>();
  for (const text of texts) {
    const written = tokensIn(text).filter((token) => token.kind === 'word' || token.kind === 'hashtag');
    const spelled = wordsOf(written);
    const isBeside = (matcher.find(spelled, new Set([language]))?.size ?? 0) > 0;
    const seen = new Set<string>();
    for (const word of spelled) {
      if (!word || word.spelled.length < shortestWord || /\p{N}/u.test(word.spelled)) continue;
      if (isCommon(language, word.spelled) || matcher.isKnown(word)) continue;
      const stem = stemOf(language, word.spelled);
      if (seen.has(stem)) continue;
      seen.add(stem);
      const known = words.get(stem) ?? { forms: new Map<string, number>(), kept: 0, dropped: 0, beside: 0, strange: 0 };
      if (!words.has(stem) && words.size >= mostWords) continue;
      words.set(stem, known);
      const form = shownAs(word.written, language);
      if (known.forms.size < 10 || known.forms.has(form)) known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
      const here = page.get(stem) ?? { texts: 0, beside: 0 };
      page.set(stem, { texts: here.texts + 1, beside: here.beside + Number(isBeside) });
    }
  }
  for (const [stem, { texts: count, beside }] of page) {
    const counts = words.get(stem);
    if (!counts || count < ownTexts) continue;
    counts[kind] += 1;
    if (kind === 'kept' || beside === 0) continue;
    counts.beside += beside;
    counts.strange += 1;
  }
}

/** In small letters, but for German, whose nouns have capitals. */
const shownAs = (written: string, language: string): string =>
  language === 'de' ? written : written.toLocaleLowerCase(language);

/** How often pages have a word, never quite never. */
const often = (count: number, of: number): number => (count + 0.5) / (of + 1);

function toAdd({ words, kept, dropped }: Vocabulary): Proposal['words'] {
  return [...words.values()]
    .map((counts) => ({ counts, times: often(counts.kept, kept) / often(counts.dropped, dropped) }))
    .filter(({ counts, times }) => counts.kept >= sharingPages && (dropped === 0 || times >= timesMore))
    .map(({ counts, times }) => ({ counts, weight: counts.kept * Math.log(1 + times) }))
    .toSorted((a, b) => b.weight - a.weight || byForm(a.counts, b.counts))
    .slice(0, mostProposed)
    .map(({ counts }) => ({ word: formOf(counts), pages: counts.kept, others: counts.dropped }));
}

function toExclude({ words }: Vocabulary): Proposal['words'] {
  return [...words.values()]
    .filter(({ kept, beside }) => kept === 0 && beside >= strangeTexts)
    .toSorted((a, b) => b.beside - a.beside || byForm(a, b))
    .slice(0, mostProposed)
    .map((counts) => ({ word: formOf(counts), pages: counts.strange, others: counts.kept }));
}

const formOf = ({ forms }: Counts): string =>
  [...forms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';

const byForm = (a: Counts, b: Counts): number => (formOf(a) < formOf(b) ? -1 : 1);
