import { lookup } from '../text/lookup.ts';
import type { Decision } from '../types/input.ts';

const words: Record<string, Decision['verdict'] | undefined> = {
  keep: 'keep',
  yes: 'keep',
  да: 'keep',
  ναι: 'keep',
  оставить: 'keep',
  так: 'keep',
  ja: 'keep',
  oui: 'keep',
  sí: 'keep',
  si: 'keep',
  true: 'keep',
  drop: 'drop',
  no: 'drop',
  нет: 'drop',
  όχι: 'drop',
  убрать: 'drop',
  ні: 'drop',
  nein: 'drop',
  non: 'drop',
  false: 'drop',
  review: 'review',
  проверить: 'review',
};

/** The verdict that a word means. */
export const verdictOf = (word: string): Decision['verdict'] | undefined => lookup(words, word.toLowerCase());
