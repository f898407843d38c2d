import { lexiconOf } from './detect.ts';
import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import type { Classes } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Hashtags are written in any language: all of them are looked up. */
const every = lexiconOf(languages);
const longest = 40;

/** Whether a hashtag is made of a guest and a text or an author: #guestpost, #GastBeitrag, #firma_invitada. */
export const hashtagSaysGuest = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ kind, text }) => kind === 'hashtag' && isGuestTag(fold(text.slice(1)).replaceAll('_', '').slice(0, longest)),
  );

function isGuestTag(tag: string): boolean {
  for (let cut = 3; cut <= tag.length - 3; cut++) {
    const parts = [every.classesOf(tag.slice(0, cut)), every.classesOf(tag.slice(cut))];
    const [one, other] = parts;
    if (!one || !other) continue;
    if ((one.has('guest') && isText(other)) || (isText(one) && other.has('guest'))) return true;
  }
  return false;
}

const isText = (classes: Classes): boolean =>
  (['piece', 'text', 'author', 'writer'] as const).some((each) => classes.has(each));
