import { createHash } from 'node:crypto';
import type { Criteria } from '../types/report.ts';
import type { Topic } from './topic.ts';

/** What a report says of the topic: a list of search queries would be longer than the rest of it. */
export const summaryOf = (topic: Topic): NonNullable<Criteria['topic']> => ({
  languages: topic.map(({ language }) => language).toSorted(),
  terms: topic.reduce((sum, { terms }) => sum + terms.length, 0),
  excluded: topic.reduce((sum, { excluded }) => sum + excluded.length, 0),
  digest: createHash('sha256').update(JSON.stringify(topic)).digest('hex').slice(0, 12),
});
