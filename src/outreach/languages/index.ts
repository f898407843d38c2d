import { germanPitch } from './de.ts';
import { greekPitch } from './el.ts';
import { englishPitch } from './en.ts';
import { spanishPitch } from './es.ts';
import { frenchPitch } from './fr.ts';
import type { PitchLanguage } from './language.ts';
import { russianPitch } from './ru.ts';
import { ukrainianPitch } from './uk.ts';

/** A further language is one more file, and its name here. */
const pitchLanguages: readonly PitchLanguage[] = [
  englishPitch,
  russianPitch,
  ukrainianPitch,
  germanPitch,
  frenchPitch,
  spanishPitch,
  greekPitch,
];

const byCode = new Map(pitchLanguages.map((language) => [language.code, language]));

/** The first of these languages that there are sentences for; null where there are none. */
export const pitchLanguageOf = (codes: Iterable<string>): PitchLanguage | null =>
  [...codes].map((code) => byCode.get(code)).find((language) => language !== undefined) ?? null;

export { englishPitch };
