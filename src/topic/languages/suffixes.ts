/** An ending, what takes its place, and how many letters stand before it at least. */
export type Ending = readonly [ending: string, instead: string, least: number];

/** Takes off the longest ending that fits, if any. */
export function takeEnding(word: string, endings: readonly Ending[]): string {
  let longest = '';
  let result = word;
  for (const [ending, instead, least] of endings) {
    if (ending.length <= longest.length || !word.endsWith(ending) || word.length - ending.length < least) continue;
    longest = ending;
    result = word.slice(0, word.length - ending.length) + instead;
  }
  return result;
}

/** The same letters before each of some endings, which are separated by blanks. */
export const endings = (list: string, least: number, instead = ''): Ending[] =>
  list.split(/\s+/).map((ending) => [ending, instead, least] as const);
