/** Every heading and sentence of the worksheet, in the form of those of the report's page. */
export const inEnglish = {
  title: 'What to open and save',
  documentTitle: 'What to open and save, {date}',
  skip: 'Skip to the clients',
  language: 'Language',
  theme: 'Theme',
  'theme.system': 'system',
  'theme.light': 'light',
  'theme.dark': 'dark',
  private:
    'This page names your clients. It is your own working file: keep it, and do not pass it on. It does not show what anybody follows.',
  lead: 'No list can be read yet for {blank} of {clients} {clients|client|clients}.',
  'lead.work':
    '{pages} {pages|page|pages} to open and save, about {minutes} {minutes|minute|minutes} of work, would bring {n} of them.',
  'lead.done': 'Nothing is left to be opened that would change much.',

  how: 'How',
  'how.open': 'Open an address below in the browser in which you are logged in to that network.',
  'how.scroll': 'Scroll to the very end of the list, until nothing more loads (the key End, again and again).',
  'how.save':
    'Save the page (Ctrl+S, on a Mac ⌘S) into the folder {folder}. Any name will do: whose page it is, its address tells.',
  'how.import': 'At the end, or in between, let the program read what came in:',
  'how.watch': 'Or let it take pages as you save them, also from your downloads:',
  'how.other':
    'Exports that clients hand over (ZIP) and answers to the survey go into the same folder. Pages that you copy as text (Ctrl+A, Ctrl+C) go into a text file there.',

  networks: 'Networks',
  'networks.caption':
    'After so many clients a further one would hardly change the ranking: a page that one in five of them follows is then seen with at least two, in 19 of 20 cases.',
  'column.network': 'Network',
  'column.clients': 'Clients',
  'column.read': 'Lists that are there',
  'column.enough': 'Enough',

  clients: 'Clients, most useful first',
  search: 'Search',
  everything: 'all',
  show: 'Show',
  'show.missing': 'what is missing',
  'show.all': 'everything',
  shown: '{n} of {all} {all|client|clients}',
  blank: 'no list yet',
  cut: '{n} more {n|client is|clients are} not shown: make the worksheet again once these are done.',
  tick: 'saved',

  'state.missing': 'missing',
  'state.came': 'came in',
  'state.empty': 'came in: hidden or empty; ask the client for the export',
  'state.spare': 'would hardly change anything',

  'list.likes': 'Likes',
  'list.following': 'Following',
  'list.groups': 'Groups',
  'list.interests': 'Interests',
  'way.list': 'scroll to the end, save',
  'way.dialog': 'click the number of accounts followed, scroll that list to its end, save',
  'way.tabs': 'open each tab, scroll to its end, save each',

  footer: 'Made by target-resources. Ticks are kept in this browser alone; nothing leaves this page.',
};

export type WorksheetWord = keyof typeof inEnglish;
export type WorksheetWords = Record<WorksheetWord, string>;
