import { pathParts } from '../pages/page.ts';
import { type Element, around, below, linesOf, linksIn } from '../pages/tree.ts';
import type { ShownPage } from './reading.ts';

/** What heads the posts of visitors on a Facebook page, in the languages of its interface. */
const visitorHeadings = new Set([
  'visitor posts',
  'posts by others',
  'posts by visitors',
  'публикации посетителей',
  'публикации других людей',
  'дописи відвідувачів',
  'публікації відвідувачів',
  'besucherbeiträge',
  'beiträge von besuchern',
  'beiträge anderer',
  'publications des visiteurs',
  "publications d'autres personnes",
  'publicaciones de visitantes',
  'publicaciones de los visitantes',
  'publicaciones de otras personas',
  'post dei visitatori',
  'post di altre persone',
  'publicações de visitantes',
  'publicações do visitante',
  'berichten van bezoekers',
  'posty gości',
  'posty odwiedzających',
  'δημοσιεύσεις επισκεπτών',
  'ziyaretçi gönderileri',
]);

const headsVisitors = (line: string): boolean =>
  line.length <= 40 && visitorHeadings.has(line.trim().replaceAll('’', "'").toLowerCase());

/** Whether a Facebook page has a place for posts of its visitors: the tab of these by its address, or what heads them. */
export function showsVisitorPosts({ region, addressOf, resource }: ShownPage): boolean {
  const isTab = (link: Element): boolean => {
    const url = addressOf(link);
    if (url === null || !/(?:^|\.)facebook\.com$/.test(url.hostname)) return false;
    const parts = pathParts(url).filter((part) => part !== 'pg');
    const isOwn = parts[0]?.toLowerCase() === resource.name.toLowerCase();
    return isOwn && (parts[1] === 'posts_to_page' || url.searchParams.get('sk') === 'posts_to_page');
  };
  return linksIn(region).some(isTab) || linesOf(region).some(headsVisitors);
}

/** Stems of what a field for suggestions asks for, where it is not marked as one. */
const suggesting = /предлож|запропон|прапан|suggest|vorschl|propos|προτ/iu;

/**
 * Whether whoever saved the page of a VK community could post on its wall: the field for it is there. Who manages the
 * community always has it, and a field for suggestions is no open wall.
 */
export function hasOpenWall({ region, addressOf }: ShownPage): boolean {
  const isManaged = linksIn(region).some((link) => addressOf(link)?.searchParams.get('act') === 'edit');
  return !isManaged && below(region, isField).some((field) => !isForSuggestions(field));
}

const isField = ({ attribs }: Element): boolean =>
  attribs['id'] === 'submit_post_box' || attribs['id'] === 'post_field';

function isForSuggestions(field: Element): boolean {
  for (const outer of around(field)) if (outer.attribs['id'] === 'page_suggest_post') return true;
  const labelled = [field, ...below(field, ({ attribs }) => 'placeholder' in attribs || 'aria-label' in attribs)];
  const labels = labelled.flatMap(({ attribs }) => [attribs['placeholder'] ?? '', attribs['aria-label'] ?? '']);
  return [...labels, ...linesOf(field)].some((label) => suggesting.test(label.slice(0, 200)));
}
