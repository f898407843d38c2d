/** Far beyond any export; each cell up to the last one of a row takes its place. */
export const mostColumns = 4096;

/** Characters of a cell (Excel specifications and limits, support.microsoft.com, 2026-11); what is behind them is left out. */
export const mostCharacters = 32_767;
