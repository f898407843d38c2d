import { pathParts } from '../pages/page.ts';
import { type Element, around, below, isUnseen, linesOf, linksIn, roleOf } from '../pages/tree.ts';
import { isMarked } from './posts.ts';
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

/** Stems of "suggest", and of what is suggested, in the languages of VK's interface. */
const suggesting = /предлож|запропон|прапан|suggest|vorschl|propo[nrs]|suger|προτ|öner|ұсын/iu;
const somethingToRead =
  /новост|новин|навін|запис|запіс|пост|допис|допіс|публикац|публікац|news|post|beitrag|nachricht|neuigkeit|actualit|publi|notici|notíci|wpis|νέ|είδησ|haber|gönderi|жаңалық|жазба/iu;
const longestLabel = 40;

/**
 * Whether whoever saved the page of a VK community could post on its wall: the field for it is there. Who manages the
 * community always has it, and a field for suggestions is no open wall.
 */
export const hasOpenWall = (page: ShownPage): boolean =>
  !isManaged(page) && below(page.region, isField).some((field) => !isForSuggestions(field));

/** Whether visitors of a VK community can propose posts: a field or a button for it is there, outside what others wrote. */
export const takesSuggestions = (page: ShownPage): boolean =>
  !isManaged(page) && below(page.region, (each) => isField(each) || isButton(each)).some(isForSuggestions);

const isManaged = ({ region, addressOf }: ShownPage): boolean =>
  linksIn(region).some((link) => addressOf(link)?.searchParams.get('act') === 'edit');

const isField = ({ attribs }: Element): boolean =>
  attribs['id'] === 'submit_post_box' || attribs['id'] === 'post_field';

const isButton = (element: Element): boolean =>
  (element.name === 'button' || element.name === 'a' || roleOf(element) === 'button') && !isUnseen(element);

function isForSuggestions(element: Element): boolean {
  for (const outer of around(element)) {
    if (isField(element) && outer.attribs['id'] === 'page_suggest_post') return true;
    if (isMarked(outer)) return false;
  }
  const labelled = [element, ...below(element, ({ attribs }) => 'placeholder' in attribs || 'aria-label' in attribs)];
  const labels = labelled.flatMap(({ attribs }) => [attribs['placeholder'] ?? '', attribs['aria-label'] ?? '']);
  return [...labels, ...linesOf(element)].some(isField(element) ? asksForSuggestions : namesSuggestion);
}

const asksForSuggestions = (label: string): boolean => suggesting.test(label.slice(0, 200));

const namesSuggestion = (label: string): boolean =>
  label.length <= longestLabel && suggesting.test(label) && somethingToRead.test(label);
