import { lexiconOf } from './detect.ts';
import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import { type Token, has, tokensOf } from './tokens.ts';

/** Hashtags are written in any language: all of them are looked up. */
const every = lexiconOf(languages);
const longest = 40;

/** Whether a hashtag is made of a guest and a text or an author: #guestpost, #GastBeitrag, #firma_invitada. */
export const hashtagSaysGuest = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }) => kind === 'hashtag' && isGuestTag(text.slice(1, longest)));

function isGuestTag(tag: string): boolean {
  const parts = tokensOf(tag.replaceAll('_', ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'), every);
  // #CarteBlanche
  if (parts.length > 1 && (isOfGuest(parts) || parts.every(({ classes }) => classes.has('guest')))) return true;
  const whole = fold(tag).replaceAll('_', '');
  for (let cut = 3; cut <= whole.length - 3; cut++) {
    if (isOfGuest([whole.slice(0, cut), whole.slice(cut)].map((part) => ({ classes: every.classesOf(part) }))))
      return true;
  }
  return false;
}

/** "Guest post", "column of a guest", "readers' stories". */
const isOfGuest = (parts: readonly Pick<Token, 'classes'>[]): boolean =>
  (has(parts, 'guest') && has(parts, 'piece', 'text', 'author', 'writer')) ||
  (has(parts, 'reader') && has(parts, 'piece'));
