import type { ReadExport, Sums } from '../types/results.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A number as people write it, with commas between thousands. */
const written = (value: number): string => whole.format(value);

/**
 * What became of everything that a file tells: `1,843 of 2,273 visits carry no tag, 66 belong to another campaign, 364 are
 * yours; totals agree`.
 */
export function conservationOf(file: Omit<ReadExport, 'conservation'>): string {
  const { measure, all, untagged, others, yours, stated, totalsAgree } = file;
  const unit = measure ?? 'conversions';
  const of = (sums: Sums): number =>
    (measure === 'clicks' ? sums.clicks : measure === null ? sums.conversions : sums.visits) ?? 0;
  const verb = (count: number, one: string, many: string): string => `${written(count)} ${count === 1 ? one : many}`;
  const parts =
    measure === 'clicks'
      ? [`${written(of(others) + of(untagged))} of ${written(of(all))} ${unit} are of other links`]
      : [
          `${written(of(untagged))} of ${written(of(all))} ${unit} ${of(untagged) === 1 ? 'carries' : 'carry'} no tag`,
          verb(of(others), 'belongs to another campaign', 'belong to another campaign'),
        ];
  const told = [...parts, verb(of(yours), 'is yours', 'are yours')].join(', ');
  return `${told}; ${totalsAgree ? 'totals agree' : disagreement(of(all), stated, unit)}`;
}

function disagreement(sum: number, stated: number | null, unit: string): string {
  if (stated === null) return 'the parts do not add up to the whole, which is a mistake of this program';
  const gap = Math.abs(stated - sum);
  return stated > sum
    ? `the file's own total is ${written(stated)}: ${written(gap)} ${unit} stand in no row, as where a tool leaves out small counts`
    : `the file's own total is ${written(stated)}, which is ${written(gap)} less than its rows`;
}
