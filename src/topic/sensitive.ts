import { type WordTable, compileWords, fits } from '../judgement/lexicon.ts';
import type { Token } from '../judgement/tokens.ts';
import { type SensitiveSubject, sensitiveSubjects } from '../types/judgement.ts';
import { fold } from '../judgement/fold.ts';
import { topicLanguages } from './languages/index.ts';
import { isNamesake } from './namesakes.ts';
import { namesParty } from './parties.ts';
import { speaksOfPeople } from './peoples.ts';
import type { Topic } from './topic.ts';

type Strength = 'sure' | 'likely' | 'trade';

/** What a word says of a subject. */
interface Sign {
  subject: SensitiveSubject;
  strength: Strength;
}

/** What a text shows of one subject. */
export interface SubjectSigns {
  subject: SensitiveSubject;
  isSure: boolean;
  /** The words that are likely signs. */
  likely: Set<string>;
}

const tables = new Map<string, WordTable<Sign>>(
  topicLanguages.map(({ code, sensitive }) => [
    code,
    compileWords(
      sensitiveSubjects.flatMap((subject) =>
        (['sure', 'likely', 'trade'] as const).map(
          (strength) => [{ subject, strength }, sensitive[subject][strength] ?? ''] as const,
        ),
      ),
    ),
  ]),
);

/** The subjects that a text shows, by words of some languages; null for all. */
export function signsIn(tokens: readonly Token[], languages: ReadonlySet<string> | null): SubjectSigns[] {
  const found = new Map<SensitiveSubject, SubjectSigns>();
  const words = tokens.flatMap((token, place) =>
    token.kind === 'word' || token.kind === 'hashtag' ? [{ kind: token.kind, word: token.word, place }] : [],
  );
  if (namesParty(tokens)) note(found, { subject: 'politics', strength: 'sure' }, '');
  for (const [code, table] of tables) {
    if (languages && !languages.has(code)) continue;
    if (speaksOfPeople(tokens, code)) note(found, { subject: 'ethnic_origin', strength: 'sure' }, '');
    for (const [at, token] of words.entries()) {
      const word = token.kind === 'hashtag' ? token.word.slice(1) : token.word;
      const signs = [...signsOf(word, table)];
      for (const { words: further, meaning } of table.phrasesFrom(word))
        if (further.every((pattern, k) => fits(pattern, words[at + 1 + k]?.word ?? ''))) signs.push(meaning);
      if (signs.length === 0 || isNamesake(tokens, token.place)) continue;
      for (const sign of signs) note(found, sign, word);
    }
  }
  return [...found.values()].filter(({ isSure, likely }) => isSure || likely.size > 0);
}

function* signsOf(word: string, table: WordTable<Sign>): Generator<Sign> {
  yield* table.classesOf(word);
  if (word.includes('-')) for (const part of word.split('-')) yield* table.classesOf(part);
}

function note(found: Map<SensitiveSubject, SubjectSigns>, { subject, strength }: Sign, word: string): void {
  if (strength === 'trade') return;
  const signs = found.get(subject) ?? { subject, isSure: false, likely: new Set<string>() };
  found.set(subject, signs);
  if (strength === 'sure') signs.isSure = true;
  // Forms of one word say the same.
  else signs.likely.add(word.slice(0, 5));
}

/** Subjects that a topic names itself: a dental practice's is health. */
export function subjectsOf(topic: Topic): ReadonlySet<SensitiveSubject> {
  const subjects = new Set<SensitiveSubject>();
  for (const { language, terms } of topic) {
    const table = tables.get(language);
    if (!table) continue;
    for (const { words } of terms)
      for (const word of words) for (const { subject } of table.classesOf(fold(word))) subjects.add(subject);
  }
  return subjects;
}
