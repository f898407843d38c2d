import type { ImportFile, ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { saysCommunities } from '../pages/words.ts';
import { type Entry, addressAmong, recognisedList, skippedCount } from './lists.ts';

const format = 'VK archive: subscriptions';
const whatToDo = 'import profile/subscriptions0.html and those numbered after it, or the whole archive';

/** Pages of the archive that VK gives its users (vk.com/data_protection): windows-1251, one `.item` an entry. */
export const vkExport: ImportFormat = {
  id: 'vk-archive',
  recognise: (file, identify) => {
    if (!/\bwrap_page_content\b|\bpage_content page_block\b/.test(file.text)) return null;
    const $ = file.page();
    if ($ === null) return null;
    const headings = ['h2', '.ui_crumb:last-child', 'title'].map((selector) => $(selector).first().text().trim());
    if (!isSubscriptions(file, headings)) return other(headings.find((heading) => heading !== '') ?? 'a page');
    const links = $('.item a[href]')
      .toArray()
      .map((link) => ({ address: $(link).attr('href') ?? '', title: $(link).text().replaceAll(/\s+/g, ' ').trim() }));
    return listOf(links, identify);
  },
};

const isSubscriptions = ({ name }: ImportFile, headings: string[]): boolean =>
  headings.some(saysCommunities) || /^subscriptions\d*(?:[ (.]|$)/i.test(name);

function listOf(links: { address: string; title: string }[], identify: IdentifyResource): RecognisedFile {
  const entries = links
    .filter((link) => !isPerson(link))
    .map(({ address, title }): Entry | null => {
      const known = addressAmong([address], 'vk', identify);
      return known === null ? null : { address: known, title: title || null };
    });
  const skipped = skippedCount(links.filter(isPerson).length, 'person', 'people');
  return recognisedList({ format, network: 'vk', entries, skipped, whatToDo }, identify);
}

const isPerson = ({ address }: { address: string }): boolean => /\/id\d+\/?$/.test(address);

const other = (heading: string): RecognisedFile => ({
  format: `VK archive: ${heading}`,
  reason: 'this page does not show what the client follows',
  whatToDo,
  holds: 'other',
});
