import type { ChoicePlan, Report, Row, Teaser } from '../../types/report.ts';

/** A page is handed around: what fewer clients than these share stays in the CSV files. */
const least = 2;

/** Whether a resource stands on the page: one that is not dropped, and that several clients share. */
export const isShown = ({ verdict, customers }: Pick<Row, 'verdict' | 'customers'>): boolean =>
  verdict !== 'drop' && customers >= least;

const isShared = ({ customers }: { customers: number }): boolean => customers >= least;

const planOf = <Plan extends ChoicePlan>(plan: Plan): Plan => ({ ...plan, resources: plan.resources.filter(isShared) });

/** The report as the page tells it, and how many resources the page leaves to the CSV files. */
export function forPage(report: Report): { shown: Report; dropped: number; single: number; behind: number } {
  const { rows, teasers, previous, overlap, choice, segments, totals } = report;
  const ranked = rows.filter(({ rank }) => rank !== null);
  const compared = firstBlock(report).filter((row) => row.rank !== null && isShown(row)).length;
  const dropped = rows.filter(({ verdict }) => verdict === 'drop').length;
  return {
    shown: {
      ...report,
      rows: rows.filter(isShown),
      teasers: firstWordings(teasers).filter((_, index) => isShown(ranked[index] ?? { verdict: 'drop', customers: 0 })),
      overlap: overlap.slice(0, compared).map((line) => line.slice(0, compared)),
      choice: { ...planOf(choice), apart: choice.apart.map(planOf) },
      segments: segments.map((each) => ({ ...each, resources: each.resources.filter(isShared) })),
      previous: previous && { ...previous, gone: previous.gone.filter(({ customers }) => customers >= least) },
    },
    dropped: totals.drop,
    behind: totals.resources - totals.drop - (rows.length - dropped),
    single: rows.length - dropped - rows.filter(isShown).length,
  };
}

/** One teaser for each ranked row, in their order; the other wordings are in teasers.csv. */
export const firstWordings = (teasers: readonly Teaser[]): Teaser[] => teasers.filter(({ variant }) => variant === 1);

/** What is ranked together: a picture shows no network that is kept apart among others. */
export function firstBlock({ rows, criteria: { apart = [] } }: Report): Row[] {
  const blockOf = (row: Row | undefined): string => (row && apart.includes(row.network) ? row.network : '');
  return rows.filter((row) => blockOf(row) === blockOf(rows[0]));
}
