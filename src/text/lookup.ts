/** What a table holds under a word from outside; nothing under the words that every object knows, as `constructor`. */
export const lookup = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
