import { Alike } from '../types/alike.ts';
import type { Row } from '../types/report.ts';
import type { JudgeContext } from './context.ts';
import type { Judged } from './levels.ts';

/**
 * Makes rows of resources that nobody looked at. Those of one network that as many customers follow differ in what the
 * lists say of them and in nothing else: each is like the first one, with that put in.
 * @param rowOf makes a row from nothing
 */
export function bareRows(
  rowOf: (judged: Judged) => Row,
  { results }: Pick<JudgeContext, 'results'>,
): (judged: Judged) => Row | Alike<Row> {
  const known = new Map<string, Row[]>();
  return (judged) => {
    const { resource, customers, surveyed = 0, note } = judged.candidate;
    const { network, id, name, title, url, host, subscribers } = resource;
    const isBare = judged.judgement.verdict === 'unexamined' && subscribers === null;
    if (!isBare || surveyed > 0 || note !== undefined || results?.({ network, name, url })) return rowOf(judged);
    const own = known.get(network) ?? [];
    const like = own[customers];
    if (like) return new Alike(like, { resource: name, resourceId: id, title, url, host });
    const row = rowOf(judged);
    own[customers] = row;
    known.set(network, own);
    return row;
  };
}
