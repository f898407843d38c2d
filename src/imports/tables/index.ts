import type { ImportFormat } from '../import-format.ts';
import { addressesTable, scrapedTable } from './addresses.ts';
import { followGraphTable } from './follow-graph.ts';
import { instagramAccounts } from './instagram-accounts.ts';
import { listsTable } from './lists.ts';
import { minetTable } from './minet.ts';
import { ownTable } from './own.ts';
import { peopleTable } from './people.ts';
import { saidSurveyTable, surveyTable } from '../survey/answers.ts';
import { vkTable } from './vk.ts';

/** Answers to surveys, tables of people, and those of other tools which are known by headings that are nobody else's. */
export const knownTables: readonly ImportFormat[] = [
  scrapedTable,
  surveyTable,
  peopleTable,
  minetTable,
  instagramAccounts,
  vkTable,
];

/** Any table with a column of pages. */
export const anyTableFormats: readonly ImportFormat[] = [ownTable, addressesTable];

/** What may be a survey where a person says so. */
export const surveyTables: readonly ImportFormat[] = [surveyTable, saidSurveyTable, ownTable];

/** Tables and lists that are taken for follows because somebody hands them over as such, the most certain first. */
export const looseTables: readonly ImportFormat[] = [followGraphTable, ...anyTableFormats, listsTable];
