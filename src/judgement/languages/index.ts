import { de } from './de.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** A further language is one more file, and its name here. */
export const languages: readonly Language[] = [en, ru, uk, de];
