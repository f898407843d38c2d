import { statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { fileKindOf } from '../tables/file-kinds.ts';
import { decodedText, encodingOf } from '../tables/text-file.ts';
import { type WrittenTerm, isLanguage, termsIn, topicOf } from './parse-lines.ts';
import { isExport, mostTerms, queriesIn } from './queries.ts';
import type { Topic } from './topic.ts';

/** Characters of a text of words. */
const longestText = 1_000_000;
/** Lines by which an export is told from a text of words. */
const firstLines = 40;

/**
 * What a marketer's field is.
 * @param given files, or words themselves, each as `--topic` takes it
 * @param language of words that do not say theirs; null where nobody named one
 * @returns null where nothing was given
 * @throws UserError topic, file_missing, file_unreadable, and what tables throw
 */
export async function readTopic(given: readonly string[], language: string | null): Promise<Topic | null> {
  if (given.length === 0) return null;
  const fallback = language === null ? null : codeOf(language);
  const written: WrittenTerm[] = [];
  for (const each of given) for (const term of await termsFrom(each)) written.push(term);
  const topic = topicOf(written.slice(0, mostTerms), fallback);
  if (!topic.some(({ terms }) => terms.length > 0)) throw new UserError('topic', given.join(', '));
  return topic;
}

/** @throws UserError setting */
function codeOf(language: string): string {
  const code = language.trim().toLowerCase().slice(0, 2);
  if (isLanguage(code) && /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(language.trim())) return code;
  throw new UserError('setting', setting('topicLanguage'), `"${language}" is not the code of a language, such as en`);
}

async function termsFrom(given: string): Promise<WrittenTerm[]> {
  if (!statSync(given, { throwIfNoEntry: false })?.isFile()) {
    if (isPath(given)) throw new UserError('file_missing', given);
    return termsIn(given);
  }
  if ((await fileKindOf(given)) === 'zip') return queriesIn(given);
  const text = await textOf(given);
  const start = text.split(/\r\n|[\n\r]/, firstLines).join('\n');
  return isExport(start) ? queriesIn(given) : termsIn(text);
}

/** Words are not written so: a path without blanks that ends like a file, or begins like one. */
const isPath = (given: string): boolean =>
  !/\s/.test(given) && (/\.(?:txt|csv|tsv|xlsx)$/i.test(given) || /^[.~]{0,2}\//.test(given));

async function textOf(path: string): Promise<string> {
  let text = '';
  for await (const piece of decodedText(path, await encodingOf(path, null))) {
    text += piece;
    if (text.length > longestText) throw new UserError('topic', path, `it is longer than ${longestText} characters`);
  }
  return text;
}
