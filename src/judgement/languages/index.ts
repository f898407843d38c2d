import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Language } from './language.ts';
import { polish } from './pl.ts';
import { russian } from './ru.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';

/** A further language is one more file, and its name here. */
export const languages: readonly Language[] = [
  english,
  russian,
  ukrainian,
  german,
  french,
  spanish,
  greek,
  polish,
  turkish,
];
