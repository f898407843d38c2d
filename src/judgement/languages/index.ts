import { en } from './en.ts';
import type { Language } from './language.ts';

/** A further language is one more file, and its name here. */
export const languages: readonly Language[] = [en];
