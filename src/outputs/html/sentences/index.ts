import type { PageLanguage } from '../../../types/report.ts';
import { joinNotes, notesIn } from '../../../text/row-notes.ts';
import { type HtmlContent, type Markup, linked, markup, truncate } from '../markup.ts';
import { type Values, phrase } from '../phrase.ts';
import { addressSentences } from './addresses.ts';
import { failureSentences } from './failures.ts';
import { inputSentences } from './input.ts';
import { lawSentences } from './laws.ts';
import { noteSentences } from './notes.ts';
import { placingSentences } from './placing.ts';
import { refusalSentences } from './refusals.ts';
import { type TranslatedSentence, valuesIn } from './sentence.ts';
import { unreadSentences } from './unread.ts';

/** Every sentence of the program that a table of the page may quote, the more specific before the more general. */
export const sentences: readonly TranslatedSentence[] = [
  ...noteSentences,
  ...inputSentences,
  ...addressSentences,
  ...unreadSentences,
  ...refusalSentences,
  ...failureSentences,
  ...placingSentences,
  ...lawSentences,
];

const longest = 300;

/** The program's own English sentences in the language of the page. */
export interface Quoted {
  /** A sentence as an element that the page's script can put into another language; what is not known stays in English. */
  quote: (text: string) => Markup;
  /** A resource's notes, the program's own as `quote` has them, a person's as they are. */
  notes: (joined: string) => HtmlContent;
  /** The sentences quoted so far as the attribute `data-said`, for the element around all of them. */
  said: () => HtmlContent;
}

export function quotedIn(language: PageLanguage): Quoted {
  const used = new Map<TranslatedSentence, number>();
  const translated = ({ sentence, values }: KnownSentence): Markup => {
    if (!used.has(sentence)) used.set(sentence, used.size);
    const given = Object.keys(values).length > 0 ? markup` data-v="${JSON.stringify(inEach(values))}"` : null;
    return markup`<bdi data-s="${used.get(sentence) ?? 0}"${given}>${sentenceIn({ sentence, values }, language)}</bdi>`;
  };
  return {
    quote: (text) => {
      const known = text.length <= longest ? sentenceOf(text) : null;
      return known ? translated(known) : markup`<bdi lang="en">${truncate(text.trim(), longest)}</bdi>`;
    },
    notes: (joined) =>
      knownNotesIn(joined).map(({ known, rest }, index) => [
        index > 0 ? markup`; ` : null,
        known && translated(known),
        known && rest !== '' ? markup` ` : null,
        rest === '' ? null : linked(rest),
      ]),
    said: () => (used.size > 0 ? markup` data-said="${JSON.stringify([...used.keys()])}"` : null),
  };
}

/** A sentence in a language, a sentence in its place for reasons, too. */
export const sentenceIn = ({ sentence, values }: KnownSentence, language: PageLanguage): string =>
  phrase(sentence[language], inLanguage(inEach(values), language), language);

/** Values of a sentence; what is a sentence itself stands in every language. */
type ValuesInEach = Record<string, string | number | TranslatedSentence>;

function inEach({ why, ...others }: Values): ValuesInEach {
  if (why === undefined) return others;
  const known = sentenceOf(String(why));
  if (!known) return { ...others, why };
  return { ...others, why: { en: sentenceIn(known, 'en'), ru: sentenceIn(known, 'ru'), el: sentenceIn(known, 'el') } };
}

const inLanguage = (values: ValuesInEach, language: PageLanguage): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
  );

interface KnownSentence {
  sentence: TranslatedSentence;
  values: Values;
}

/** Pieces that a note with the joint of notes in its own words may have. */
const mostPieces = 3;

/** A resource's notes in order: each sentence that is known, and what stands behind it. */
function knownNotesIn(joined: string): { known: KnownSentence | null; rest: string }[] {
  const pieces = notesIn(joined);
  const notes: { known: KnownSentence | null; rest: string }[] = [];
  for (let at = 0; at < pieces.length;) {
    const tried = Array.from({ length: mostPieces }, (_, more) => pieces.slice(at, at + more + 1));
    const found = tried.flatMap((each) => {
      const text = joinNotes(each);
      const addresses = text.search(/(?<=: )https?:\/\//);
      const [head, rest] = addresses < 0 ? [text, ''] : [text.slice(0, addresses - 1), text.slice(addresses)];
      const known = sentenceOf(head, noteSentences);
      return known ? { known, rest, pieces: each.length } : [];
    })[0];
    notes.push(found ?? { known: null, rest: pieces[at] ?? '' });
    at += found?.pieces ?? 1;
  }
  return notes;
}

/** Which sentence an English text is, and with which values. */
export function sentenceOf(text: string, among = sentences): KnownSentence | null {
  for (const sentence of among) {
    const values = valuesIn(sentence.en, text);
    if (values) return { sentence, values };
  }
  return null;
}
