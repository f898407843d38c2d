import type { ImportFormat } from '../import-format.ts';

const sentences = new Set([
  'you have no data in this section',
  'er staan geen gegevens in dit gedeelte',
  'dit gedeelte bevat geen gegevens',
]);

/** What TikTok, Facebook and Instagram put into the place of a list that would be empty. */
export const emptySection: ImportFormat = {
  id: 'empty-section',
  recognise: ({ text }) => {
    const sentence = text.slice(0, 200).trim().replace(/\.$/, '').toLowerCase();
    if (!sentences.has(sentence)) return null;
    return {
      format: 'an empty part of an export',
      reason: 'the network says that there is no data in this section',
      whatToDo: 'ask for the export again, with all data and all dates, and import the whole archive',
    };
  },
};
