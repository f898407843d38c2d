/** What a resource's page for those who would write for it says, as it was found. */
export interface AuthorPage {
  /** Null where none was found. */
  url: string | null;
  /** Its paragraphs and list items, each on one line. */
  texts: string[];
  /** The address of a form that takes texts; null where there is none. */
  form: string | null;
}
