import { compileWords } from '../judgement/lexicon.ts';
import type { Token } from '../judgement/tokens.ts';
import { givenNames, noSurnames, otherSenses, places } from './languages/namesakes.ts';

type Kind = 'place' | 'given' | 'no_surname';

const kinds = compileWords<Kind>([
  ['place', places],
  ['given', givenNames],
  ['no_surname', noSurnames],
]);
const senses = compileWords(otherSenses.map(({ words }, sense) => [sense, words] as const));
const companies = compileWords(otherSenses.map(({ beside }, sense) => [sense, beside] as const));

/** Ends of English words that are seldom surnames: a namesake in review costs less than a religion that is missed. */
const isActivity = /(?:ing|ers|ists|ians)$/;
/** Words on either side that can tell the sense of a word. */
const near = 2;

/** Whether a word of a sensitive subject stands for something else: in a person's name, a place's, or another sense. */
export function isNamesake(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const found = kinds.classesOf(token.word);
  return found.has('place') || (found.has('given') && isBeforeSurname(tokens, at)) || hasOtherSense(tokens, at);
}

function isBeforeSurname(tokens: readonly Token[], at: number): boolean {
  const surname = tokens[at + 1];
  return (
    tokens[at]?.capital === true &&
    surname?.kind === 'word' &&
    surname.capital &&
    surname.text !== surname.text.toUpperCase() &&
    !isActivity.test(surname.word) &&
    !kinds.classesOf(surname.word).has('no_surname')
  );
}

function hasOtherSense(tokens: readonly Token[], at: number): boolean {
  const possible = senses.classesOf(tokens[at]?.word ?? '');
  if (possible.size === 0) return false;
  return tokens
    .slice(Math.max(0, at - near), at + near + 1)
    .some(({ word }) => [...companies.classesOf(word)].some((sense) => possible.has(sense)));
}
