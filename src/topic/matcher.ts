import { termInCompound } from './compounds.ts';
import type { Compounds } from './languages/language.ts';
import { latinStems, stemsSpelled } from './latin.ts';
import { scriptOfLanguage } from './page-language.ts';
import { scriptOfWord, spell } from './spelling.ts';
import { stemOf, topicLanguage } from './stems.ts';
import type { TextWord } from './text-words.ts';
import type { Topic, TopicTerm } from './topic.ts';

/** A term ready to be found. */
interface FoundTerm {
  language: string;
  /** As it was written; of a query the shortest one that is part of it. */
  text: string;
  /**
   * What counts as one idea however often it is varied: terms that no other is part of. "Wedding" is the idea of "wedding
   * in the park".
   */
  ideas: readonly number[];
}

export interface TopicMatcher {
  /** Languages that have terms. */
  languages: ReadonlySet<string>;
  terms: readonly FoundTerm[];
  /** How many ideas some languages have; null for all. */
  ideasIn(languages: ReadonlySet<string> | null): number;
  /** Terms in a text, by their place in `terms`; null where an excluded word stands in it. */
  find(words: readonly TextWord[], languages: ReadonlySet<string> | null): ReadonlySet<number> | null;
  /** Whether a word is one of a term or an exclusion. */
  isKnown(word: TextWord): boolean;
}

interface Compiled extends Omit<FoundTerm, 'ideas'> {
  words: readonly string[];
  stems: number[];
  together: boolean;
  isExcluded: boolean;
}

/** Where a word of a text may belong. */
interface Place {
  /** Stems of languages that write in its script. */
  stems: readonly number[];
  /** Terms that it is by itself: as a compound, or with all words of the term written as one. */
  whole: readonly number[];
}

const nowhere: Place = { stems: [], whole: [] };

/** Bound of what is remembered of words already looked up. */
const mostRemembered = 100_000;

/** Makes a topic ready to be found in texts. Finding takes time in proportion to a text's length. */
export function compileTopic(topic: Topic): TopicMatcher {
  const book = createStemBook();
  const compiled = topic.flatMap(({ language, terms, excluded }) => [
    ...terms.map((term) => compile(term, language, false, book)),
    ...excluded.map((term) => compile(term, language, true, book)),
  ]);
  for (const [place, term] of compiled.entries()) addJoined(place, term, book);
  const ideas = ideasOf(compiled);
  const index = indexOf(compiled);
  const remembered = new Map<string, Place>();
  const ideaCounts = new Map<string, number>();
  const placeOf = (word: NonNullable<TextWord>): Place => {
    const key = word.place === 'text' ? word.spelled : `${word.place} ${word.spelled}`;
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const found = book[word.place](word.spelled);
    remembered.set(key, found);
    return found;
  };
  return {
    languages: new Set(topic.filter(({ terms }) => terms.length > 0).map(({ language }) => language)),
    terms: compiled.map(({ text, language }, place) => ({
      language,
      text: shownText(compiled, ideas, place) ?? text,
      ideas: ideas[place] ?? [],
    })),
    ideasIn(languages) {
      const key = languages === null ? '' : [...languages].toSorted().join(' ');
      const known = ideaCounts.get(key);
      if (known !== undefined) return known;
      const counted = compiled.map(({ language, isExcluded }, place) =>
        isExcluded || (languages && !languages.has(language)) ? [] : (ideas[place] ?? []),
      );
      const count = new Set(counted.flat()).size;
      ideaCounts.set(key, count);
      return count;
    },
    find(words, languages) {
      const places = words.map((word) => word && placeOf(word));
      if (places.every((place) => place === null || place === nowhere)) return noTerms;
      const found = new Set<number>();
      let isExcluded = false;
      const meet = (place: number, tagged: boolean): void => {
        const term = compiled[place];
        if (!term || (!tagged && languages && !languages.has(term.language))) return;
        if (term.isExcluded) isExcluded = true;
        else found.add(place);
      };
      const seen = new Set<number>();
      for (const [at, place] of places.entries()) {
        if (!place) continue;
        const tagged = words[at]?.place === 'tag';
        for (const term of place.whole) meet(term, tagged);
        for (const stem of place.stems) {
          seen.add(stem);
          for (const term of index.startingWith.get(stem) ?? [])
            if (stands(compiled[term]?.stems ?? [], places, at)) meet(term, tagged);
        }
      }
      for (const stem of seen)
        for (const term of index.scattered.get(stem) ?? [])
          if (compiled[term]?.stems.every((each) => seen.has(each))) meet(term, false);
      return isExcluded ? null : found;
    },
    isKnown: (word) => word !== null && placeOf(word) !== nowhere,
  };
}

const noTerms: ReadonlySet<number> = new Set();

/** Whether stems follow one another from a place on. */
const stands = (stems: readonly number[], places: readonly (Place | null)[], from: number): boolean =>
  stems.every((stem, offset) => places[from + offset]?.stems.includes(stem));

const compile = (term: TopicTerm, language: string, isExcluded: boolean, book: StemBook): Compiled => ({
  language,
  text: term.text,
  words: term.words,
  stems: term.words.map((word) => book.number(language, word)),
  together: term.together || term.words.length === 1,
  isExcluded,
});

/** Words that are written as one in compounds and hashtags. */
function addJoined(place: number, { language, words, together }: Compiled, book: StemBook): void {
  const [first] = words;
  if (words.length > 1 && together) book.join(language, words.join(''), place);
  else if (words.length === 1 && first !== undefined) book.base(language, first, place);
}

type StemBook = ReturnType<typeof createStemBook>;

/** Numbers the stems of a topic, by language. */
function createStemBook() {
  const languages = new Map<
    string,
    {
      numbers: Map<string, number>;
      /** The same stems in Latin letters, as addresses spell them. */
      latin: Map<string, number>;
      joined: Map<string, number[]>;
      singles: Map<string, number>;
      firstParts: Map<string, number>;
      compounds: Compounds | undefined;
    }
  >();
  let count = 0;
  const of = (language: string) => {
    const known = languages.get(language);
    if (known) return known;
    const fresh = {
      numbers: new Map<string, number>(),
      latin: new Map<string, number>(),
      joined: new Map<string, number[]>(),
      singles: new Map<string, number>(),
      firstParts: new Map<string, number>(),
      compounds: topicLanguage(language)?.compounds,
    };
    languages.set(language, fresh);
    return fresh;
  };

  /** The stems of other scripts that a Latin word of an address is a form of. */
  function spelledInLatin(spelled: string): number[] {
    return [...languages].flatMap(([language, { latin }]) => {
      const script = scriptOfLanguage(language);
      if (script !== 'Cyrillic' && script !== 'Greek') return [];
      for (const stem of stemsSpelled(spelled, script)) {
        const number = latin.get(stem);
        if (number !== undefined) return [number];
      }
      return [];
    });
  }

  function place(spelled: string): Place {
    const script = scriptOfWord(spelled);
    const stems: number[] = [];
    const whole: number[] = [];
    for (const [language, { numbers, joined, singles, firstParts, compounds }] of languages) {
      if (script !== null && scriptOfLanguage(language) !== script) continue;
      const stem = stemOf(language, spelled);
      const number = numbers.get(stem);
      if (number !== undefined) stems.push(number);
      for (const each of joined.get(stem) ?? []) whole.push(each);
      if (number !== undefined || !compounds) continue;
      const part = termInCompound(spelled, stem, compounds, firstParts, singles);
      if (part !== null) whole.push(part);
    }
    return stems.length + whole.length > 0 ? { stems, whole } : nowhere;
  }

  return {
    number(language: string, word: string): number {
      const { numbers, latin } = of(language);
      const spelled = spell(word);
      const stem = stemOf(language, spelled);
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      numbers.set(stem, count);
      const script = scriptOfLanguage(language);
      if (script === 'Cyrillic' || script === 'Greek')
        for (const each of latinStems(spelled, stem, script)) if (!latin.has(each)) latin.set(each, count);
      return count++;
    },
    join(language: string, words: string, term: number): void {
      const { joined } = of(language);
      const stem = stemOf(language, spell(words));
      joined.set(stem, [...(joined.get(stem) ?? []), term]);
    },
    /** A term of one word, which a compound may be made of. */
    base(language: string, word: string, term: number): void {
      const { singles, firstParts, compounds } = of(language);
      if (!compounds) return;
      const spelled = spell(word);
      if (!singles.has(stemOf(language, spelled))) singles.set(stemOf(language, spelled), term);
      for (const form of [spelled, spelled.replace(/e$/, '')]) if (!firstParts.has(form)) firstParts.set(form, term);
    },
    text: place,
    link(spelled: string): Place {
      const one = place(spelled);
      const stems = scriptOfWord(spelled) === 'Latin' ? spelledInLatin(spelled) : [];
      return stems.length === 0 ? one : { stems: [...one.stems, ...stems], whole: one.whole };
    },
    /** A hashtag in small letters may be several words of the topic. */
    tag(spelled: string): Place {
      const one = place(spelled);
      if (one !== nowhere || spelled.length > longestTag) return one;
      for (let cut = shortestTagWord; cut <= spelled.length - shortestTagWord; cut++) {
        const parts = [place(spelled.slice(0, cut)), place(spelled.slice(cut))];
        if (parts.includes(nowhere)) continue;
        return {
          stems: parts.flatMap(({ stems }) => stems),
          whole: parts.flatMap(({ whole }) => whole),
        };
      }
      return nowhere;
    },
  };
}

const longestTag = 40;
const shortestTagWord = 3;

/** Terms by the word they are looked for with. */
function indexOf(compiled: readonly Compiled[]) {
  const startingWith = new Map<number, number[]>();
  const scattered = new Map<number, number[]>();
  const uses = new Map<number, number>();
  for (const { stems } of compiled) for (const stem of stems) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  for (const [place, { stems, together }] of compiled.entries()) {
    const [first] = together ? stems : stems.toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
    if (first === undefined) continue;
    const by = together ? startingWith : scattered;
    const known = by.get(first);
    if (known) known.push(place);
    else by.set(first, [place]);
  }
  return { startingWith, scattered };
}

/** For each term those that are part of it and have no part themselves; itself where there are none. */
function ideasOf(compiled: readonly Compiled[]): number[][] {
  const ideas: number[][] = compiled.map(() => []);
  const roots = new Map<number, number[]>();
  const bySize = compiled.map((term, place) => ({ ...term, place })).filter(({ isExcluded }) => !isExcluded);
  for (const { stems, place } of bySize.toSorted((a, b) => a.stems.length - b.stems.length || a.place - b.place)) {
    const own = new Set(stems);
    const parts = new Set(
      stems.flatMap((stem) => roots.get(stem) ?? []).filter((root) => compiled[root]?.stems.every((s) => own.has(s))),
    );
    ideas[place] = parts.size > 0 ? [...parts] : [place];
    if (parts.size > 0) continue;
    const [first] = stems;
    if (first !== undefined) roots.set(first, [...(roots.get(first) ?? []), place]);
  }
  return ideas;
}

/** What is shown of a term: of a query the terms that it varies. */
function shownText(compiled: readonly Compiled[], ideas: number[][], place: number): string | undefined {
  const term = compiled[place];
  if (!term || term.together) return term?.text;
  return compiled[ideas[place]?.[0] ?? place]?.text;
}
