import type { Token } from '../judgement/tokens.ts';
import { parties } from './languages/parties.ts';

/** The words of the names, by their first word. */
const namesByFirst = new Map<string, string[][]>();
for (const name of parties.trim().split('\n')) {
  const words = name.normalize('NFC').split(' ');
  const [first = ''] = words;
  namesByFirst.set(first, [...(namesByFirst.get(first) ?? []), words]);
}

/** Whether a text names a party as the party writes itself. Linear in its length. */
export const namesParty = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) =>
    namesByFirst
      .get(token.text.normalize('NFC'))
      ?.some((name) => name.every((word, k) => tokens[at + k]?.text.normalize('NFC') === word)),
  );
