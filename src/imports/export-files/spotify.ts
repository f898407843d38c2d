import type { ExportFiles } from './export-files.ts';

/** "Account data" of Spotify; numbered where a list is long. */
export const spotifyFiles: ExportFiles = {
  title: 'Spotify',
  whatToDo: 'import YourLibrary.json, which names the shows',
  endings: ['json'],
  follows: ['yourlibrary', 'follow'],
  folders: { own: [], shared: ['spotify account data', 'my spotify data'] },
  people: { duonewfamily: '' },
  other: {
    identifiers: '',
    identity: '',
    inferences: '',
    marquee: '',
    payments: '',
    playlist: '',
    searchqueries: '',
    streaminghistory: '',
    'streaminghistory music': '',
    'streaminghistory podcast': '',
    userdata: '',
    wrapped: '',
  },
};
