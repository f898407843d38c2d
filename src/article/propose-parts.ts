import { sentenceEnds } from '../text/sentences.ts';
import type { ArticleText } from '../types/article.ts';
import type { TeaserPart } from '../types/report.ts';

/** What of an announcement somebody wrote, or nobody. */
type Parts = Record<TeaserPart, string>;

/** Words for what a reader gets on top of an article, in the languages of the teasers. */
const extra =
  /\b(?:checklists?|templates?|spreadsheets?|calculators?|worksheets?|downloads?|pdf|workbooks?|webinars?)\b|чек-?лист|шаблон|таблиц|скача(?:ть|йте)|калькулятор|вебинар|завантаж|вебінар|λίστα ελέγχου|πρότυπο|κατεβάστε|υπολογιστής|checkliste|vorlage|herunterladen|rechner|télécharge|modèle à|liste de contrôle|plantilla|descarga|lista de verificación/iu;

/** Sentences of a proposal at most. */
const mostSentences = 2;
const longest = 280;

/**
 * What the article itself says in place of what the marketer left out: the problem from how it opens, the solution from
 * how it is described, the content upgrade where it names one. Nothing is made up: what it does not say stays empty.
 * @returns the parts, and which of them are proposed
 */
export function proposeParts(
  { problem: ownProblem, solution: ownSolution, upgrade: ownUpgrade }: Parts,
  article: ArticleText | null,
): { parts: Parts; proposed: TeaserPart[] } {
  const given = { problem: ownProblem, solution: ownSolution, upgrade: ownUpgrade };
  if (!article) return { parts: given, proposed: [] };
  const [opening = ''] = article.paragraphs;
  const problem = beginning(opening) || (article.title ?? '');
  // Many pages describe themselves by how they open.
  const solution = [article.description, article.title]
    .map((text) => beginning(text ?? ''))
    .find((text) => text !== '' && !opening.startsWith(text) && text !== problem);
  const upgrade =
    article.paragraphs.flatMap(sentencesIn).find((each) => extra.test(each) && each.length <= longest) ?? '';
  const proposals: Parts = { problem, solution: solution ?? '', upgrade };
  const proposed = (['problem', 'solution', 'upgrade'] as const).filter(
    (part) => given[part].trim() === '' && proposals[part] !== '',
  );
  return { parts: { ...given, ...Object.fromEntries(proposed.map((part) => [part, proposals[part]])) }, proposed };
}

function sentencesIn(text: string): string[] {
  let start = 0;
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(start, end).trim();
    start = end;
    return sentence;
  });
}

/** The first sentences, no more than fit into a short teaser; one that is longer stands alone. */
function beginning(text: string): string {
  const [first = '', ...others] = sentencesIn(text);
  return others
    .slice(0, mostSentences - 1)
    .reduce((all, each) => (`${all} ${each}`.length <= longest ? `${all} ${each}` : all), first);
}
