import type { TopicLanguage } from './languages/language.ts';

type Script = Exclude<TopicLanguage['script'], 'Latin'>;

/**
 * Words of other scripts as addresses spell them. Everybody does it their own way (щ is shch, sch or sh, и and й are i, y
 * or j, ου is ou or u): so a letter has one spelling here, and a Latin word is folded until all ways are one.
 */
interface Spelling {
  letters: ReadonlyMap<string, string>;
  /** In their order. */
  folds: readonly (readonly [RegExp, string])[];
  /** What the forms of a word end in, behind their stem; the word alone included. */
  endings: string;
}

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));

const spellings: Record<Script, Spelling> = {
  Cyrillic: {
    letters: pairs(
      'аa бb вv гg дd еe єe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чch шsh щshch ыy эe юiu яia',
    ),
    folds: [
      [/shch|sch/g, 'Q'],
      [/sh/g, 'S'],
      [/zh/g, 'Z'],
      [/ch/g, 'C'],
      [/kh|x/g, 'h'],
      [/ts|tz/g, 'c'],
      [/ph/g, 'f'],
      [/w/g, 'v'],
      [/h/g, 'g'],
      [/[yj]/g, 'i'],
      [/(.)\1+/g, '$1'],
      [/([ZSCQ])i(?=[au])/g, '$1'],
      [/i[eo]/g, 'e'],
    ],
    endings: `а я у ю е и ы о й ь ом ем ой ей ою ею ам ям ами ями ах ях ов ев ий ый ого его ому ему им ым их ых ими ыми
      ая яя ое ее ие ые ую юю ия ию ии ием иям иями иях ть ти л ла ло ли ет ют ит ат ят і ів їв єю ою ові еві ьою ими`,
  },
  Greek: {
    letters: pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'),
    folds: [
      [/th/g, 'T'],
      [/ch|kh|ks|x/g, 'h'],
      [/ph/g, 'f'],
      [/o[uy]/g, 'U'],
      [/u$/g, 'U'],
      [/([ae])[uyf]/g, '$1v'],
      [/ai/g, 'e'],
      [/[eoy]i/g, 'i'],
      [/y/g, 'i'],
      [/mp|b/g, 'v'],
      [/nt/g, 'd'],
      [/gk|ng/g, 'g'],
      [/w/g, 'o'],
      [/(.)\1+/g, '$1'],
    ],
    endings: `α ας ες ησ η ης ο ος ου οι ον ων ους ε ι ις ια ιας ιες ιων ιο ιου ιοι μα ματα ματος ματων εις εως εων ω ουν
      ουμε ετε αμε αν ατα ατος ατων`,
  },
};

const fold = (latin: string, { folds }: Spelling): string =>
  folds.reduce((word, [spelling, one]) => word.replaceAll(spelling, one), latin);

/** A word of a script in Latin letters, so that all ways of spelling it there are one. */
function latinOf(word: string, script: Script): string {
  const spelling = spellings[script];
  return fold(
    word.replaceAll(/./gsu, (letter) => spelling.letters.get(letter) ?? ''),
    spelling,
  );
}

const endingsOf = (script: Script): ReadonlySet<string> =>
  new Set(['', ...spellings[script].endings.split(/\s+/).map((ending) => latinOf(ending, script))]);

const endings: Record<Script, ReadonlySet<string>> = { Cyrillic: endingsOf('Cyrillic'), Greek: endingsOf('Greek') };

/** Shorter words are words of too many languages. */
const shortestWord = 4;
const shortestStem = 3;
const longestEnding = 6;
const longestWord = 60;

/** The stem of a word in Latin letters; and what its forms share, where the stem leaves out a vowel that they have. */
export function latinStems(word: string, stem: string, script: Script): Set<string> {
  const own = latinOf(stem, script);
  const shared = [...stemsSpelled(latinOf(word, script), script)].findLast((each) => each.length >= own.length);
  return new Set([own, ...(shared === undefined ? [] : [shared])]);
}

/** The stems, spelled as `latinStems` does, that a word of an address may be a form of; the longest first. */
export function* stemsSpelled(word: string, script: Script): Generator<string> {
  if (word.length < shortestWord || word.length > longestWord) return;
  const folded = fold(word, spellings[script]);
  const shortest = Math.max(shortestStem, folded.length - longestEnding);
  for (let cut = folded.length; cut >= shortest; cut--)
    if (endings[script].has(folded.slice(cut))) yield folded.slice(0, cut);
}
