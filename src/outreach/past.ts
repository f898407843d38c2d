/** A row of an earlier `outreach.csv`. */
export interface PastEntry {
  /** Cells by the column's name, those of the program's own columns only. */
  cells: ReadonlyMap<string, string>;
  /** Cells of the columns that a person added. */
  own: string[];
}

/** An earlier `outreach.csv` as a person left it. */
export interface PastOutreach {
  entries: PastEntry[];
  /** Headings of the columns that a person added. */
  ownHeadings: string[];
}
