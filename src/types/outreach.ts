/** Programs for which a table of resources is written that they import. */
export const outreachFormats = ['hubspot', 'buzzstream', 'pitchbox'] as const;
export type OutreachFormat = (typeof outreachFormats)[number];
