import type { ImportFormat } from '../import-format.ts';
import type { IdentifyResource, ParsedFollow } from '../../types/import.ts';
import { areSingleThings, listOfSingleThings } from '../single-things.ts';
import { isClientList } from './columns.ts';
import { namedFollowers, saysFollowers } from './scraped.ts';

/** What one line of a list may be: an address, the id of a VK community, a short name, a number. */
type Line = { address: string; network: string } | { number: string } | { handle: string } | { other: string };

/** More lines than this that are none of it, and the text is no list. */
const othersAllowed = 0.1;

const headings = /^(?:id|ids|url|urls|link|links|address|group|groups|ссылка|ссылки|адрес|айди|vk|список)$/i;

/**
 * One address, id or short name a line, as TargetHunter and other parsers of VK write them. A number or a short name
 * alone belongs to VK only where other lines show that the list is one of VK's communities, or of VK.
 */
export const listsTable: ImportFormat = {
  id: 'list',
  recognise(file, identify) {
    if (/^\s*[[{<]/.test(file.text) || (file.table && isClientList(file.table.columns))) return null;
    const words = wordsOf(file.text);
    const read = words.map((word) => lineOf(word, identify));
    const others = read.filter((line) => 'other' in line);
    if (others.length === read.length || others.length > othersAllowed * read.length) return null;
    if (areSingleThings(read.flatMap((line) => ('address' in line ? [line.address] : [])))) return listOfSingleThings;
    if (saysFollowers(file.name)) return namedFollowers;
    const format = 'list of addresses';
    const isVk = read.some((line) => 'network' in line && line.network === 'vk');
    const isCommunities = read.some((line) => 'address' in line && isCommunity(line.address));
    const follows: ParsedFollow[] = [];
    const numbers: string[] = [];
    const handles: string[] = [];
    for (const line of read) {
      if ('address' in line) follows.push(told(line.address));
      else if ('number' in line && isCommunities) follows.push(told(`https://vk.com/club${line.number}`));
      else if ('number' in line) numbers.push(line.number);
      else if ('handle' in line && isVk) follows.push(told(`https://vk.com/${line.handle}`));
      else if ('handle' in line) handles.push(`@${line.handle}`);
    }
    if (follows.length === 0) return { format: 'list of numbers or short names', ...whyNot(numbers, handles) };
    const skipped = [
      ...count('numbers that may be people or communities', numbers),
      ...count('short names of no known network', handles),
      ...count(
        'lines that are not addresses',
        others.map((line) => ('other' in line ? line.other : '')),
      ),
    ];
    return { format, follows, skipped };
  },
};

/** A line each; parsers also write them into one line with commas. A heading is no entry. */
function wordsOf(text: string): string[] {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const pieces = lines.flatMap((line) => (/[,;\t]/.test(line) ? line.split(/[\s,;]+/).filter(Boolean) : [line]));
  const words = pieces.map((piece) => piece.replaceAll(/^["']|["']$/g, ''));
  return headings.test(words[0] ?? '') ? words.slice(1) : words;
}

function lineOf(word: string, identify: IdentifyResource): Line {
  const [, community] = /^-(\d+)$/.exec(word) ?? [];
  if (community !== undefined) return { address: `https://vk.com/club${community}`, network: 'vk' };
  if (/^\d+$/.test(word)) return { number: word };
  const found = identify(word);
  if (found) return { address: word, network: 'network' in found ? found.network : '' };
  const [, handle] = /^@([\w.]{2,32})$/.exec(word) ?? [];
  return handle === undefined ? { other: word } : { handle };
}

const isCommunity = (address: string): boolean => /(?:^|\/)(?:club|public|event)\d+/i.test(address);

const told = (address: string): ParsedFollow => ({
  customer: null,
  address,
  network: null,
  title: null,
  subscribers: null,
});

function whyNot(numbers: string[], handles: string[]): { reason: string; whatToDo: string } {
  if (numbers.length > 0) {
    return {
      reason: `numbers such as ${numbers[0]} do not show whether they are people or communities, or on which network`,
      whatToDo: 'if they are VK communities, write club before each number (club123456); otherwise give addresses',
    };
  }
  return {
    reason: `short names such as ${handles[0]} do not show which network they belong to`,
    whatToDo: 'give addresses instead, e.g. https://vk.com/name or https://t.me/name',
  };
}

const count = (label: string, values: string[]): string[] =>
  values.length === 0
    ? []
    : [`${label}: ${values.length} (${values.slice(0, 3).join(', ')}${values.length > 3 ? ' …' : ''})`];
