/** What links through a shortener are called. */
const shortLinks = [
  String.raw`short(?:ened|-| )?\s?(?:links?|urls?)|(?:link|url)[ -]?shorteners?|shorteners?|redirect(?:ing|ed)? links?|redirects|bit\.ly|tinyurl`,
  String.raw`(?:сокращ[её]нн\p{L}*|коротк\p{L}*|укороченн\p{L}*) (?:ссыл\p{L}*|url)|сокращател\p{L}*|сокращалк\p{L}*|редирект\p{L}*`,
  String.raw`(?:скорочен\p{L}*|коротк\p{L}*) (?:посилан\p{L}*|лінк\p{L}*)|скорочувач\p{L}*|переадресац\p{L}*`,
  String.raw`kurz-?(?:links?|urls?)|(?:ge|ver)kürzte[nrs]? (?:links?|urls?)|(?:link|url)-?(?:ver)?kürzer\p{L}*|(?:link|url)-?shortener|weiterleitungs?-?links?|weiterleitungen`,
  String.raw`(?:liens?|urls?) (?:raccourcis|courts?)|raccourcisseurs?|(?:liens? de )?redirections?`,
  String.raw`(?:enlaces?|links?|urls?) (?:acortad[oa]s?|cort[oa]s?)|acortador\p{L}*|redireccion\p{L}*`,
  String.raw`(?:συντομευμέν\p{L}*|σύντομ\p{L}*|συντομ\p{L}*) (?:συνδέσμ\p{L}*|σύνδεσμ\p{L}*|url|link\p{L}*)|ανακατευθύνσ\p{L}*`,
  String.raw`(?:skrócon\p{L}*|krótki\p{L}*) (?:link\p{L}*|adres\p{L}*)|skracacz\p{L}*|przekierowa\p{L}*`,
].join('|');

/** That something is not wanted. */
const refused = [
  "no|not|don't|don’t|never|without|avoid|ban(?:ned|s)?|forbid(?:den)?|prohibit(?:ed)?|removed?|deleted?|disallowed|blocked",
  'не|без|нельзя|запрещ\\p{L}*|удал\\p{L}*|блокир\\p{L}*|никак\\p{L}*|заборон\\p{L}*|видал\\p{L}*|жодн\\p{L}*',
  'kein\\p{L}*|nicht|ohne|verboten|untersagt|unerwünscht|gelöscht|entfernt',
  'pas|sans|aucun\\p{L}*|interdit\\p{L}*|jamais|supprimé\\p{L}*|refusé\\p{L}*',
  'sin|nunca|ningun\\p{L}*|ningún|prohib\\p{L}*|elimin\\p{L}*|evit\\p{L}*',
  'όχι|μη|μην|δεν|χωρίς|απαγορ\\p{L}*|διαγράφ\\p{L}*|αφαιρ\\p{L}*',
  'nie|bez|żadn\\p{L}*|zabron\\p{L}*|zakaz\\p{L}*|usuwa\\p{L}*',
].join('|');

const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'iu');
const naming = whole(shortLinks);
const refusing = whole(refused);

/** "No need to …", "not only …": nothing is refused. */
const harmless = /\bno need\b|\bnot only\b|не только|не лише|nicht nur|pas seulement|no s[oó]lo|όχι μόνο|nie tylko/iu;

const longestSentence = 300;

/**
 * The sentence with which a page says that it takes no links through a shortener; null where none of its texts does.
 * @param texts its description, its rules, its page for authors
 */
export function refusesShortLinks(texts: readonly string[]): string | null {
  for (const text of texts) {
    for (const sentence of text.split(/(?<=[.!?;])\s+|[\n•]+/)) {
      if (sentence.length > longestSentence || !naming.test(sentence)) continue;
      if (refusing.test(sentence) && !harmless.test(sentence)) return sentence.trim();
    }
  }
  return null;
}
