/** The same words for a person at the command line, who types flags, and for a program, which gives settings. */
export interface Instruction {
  typed: string;
  given: string;
}

/** `minSubscribers` is typed as `--min-subscribers`. */
export const flagOf = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A setting by its name, with a value where one is to be given. */
export function setting(name: string, value?: string): Instruction {
  const typed = flagOf(name);
  return value === undefined ? { typed, given: name } : { typed: `${typed} ${value}`, given: `${name}: ${value}` };
}

/** A sentence that names settings. */
export function instruct(texts: TemplateStringsArray, ...named: readonly (Instruction | string)[]): Instruction {
  const words = named.map(asInstruction);
  return {
    typed: String.raw({ raw: texts }, ...words.map(({ typed }) => typed)),
    given: String.raw({ raw: texts }, ...words.map(({ given }) => given)),
  };
}

/** What is said alike to both. */
export const asInstruction = (words: Instruction | string): Instruction =>
  typeof words === 'string' ? { typed: words, given: words } : words;
