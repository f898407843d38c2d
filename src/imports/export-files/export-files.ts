/**
 * The files of one network's export that tell of no follows; those that do are known by their formats. By the stem of a
 * file's name: the headings by which it is known by itself, or none where only an archive around it says what it is.
 */
export interface ExportFiles {
  /** Whose export it is. */
  title: string;
  /** What to import instead. */
  whatToDo: string;
  /** The names say enough also without an archive around the file. */
  namedAlone?: true;
  /** What the names of its files end in. */
  endings: readonly string[];
  /** Stems of the files that do tell of follows: beside others they show that these are an unpacked export. */
  follows: readonly string[];
  /** Folders at its top: those that are nobody else's, and those that only others beside them show to be its. */
  folders: { own: readonly string[]; shared: readonly string[] };
  /** Lists of people: who is known, followed back, blocked. */
  people: Record<string, string>;
  /** Whatever else: posts, places, payments, settings. */
  other: Record<string, string>;
}
