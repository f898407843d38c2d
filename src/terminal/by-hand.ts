/** What to do about networks that no program may read, for a person at a terminal. */
export const byHandText =
  'What no program may read, you can open and clients can tell or hand over: `target-resources worksheet` says which pages ' +
  'to open and save, `target-resources survey` prints a form to send them, and ' +
  '`target-resources import FILES` reads their exports and the pages you save; then add --follows input/follows.csv.\n';
