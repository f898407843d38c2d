import type { Web } from '../../types/web.ts';
import type { Mark, Marks, SiteRecipe } from './recipe.ts';
import { marksOf } from './open-page.ts';
import { type Opened, type PagePart, addressFrom, parsePlace, textAt, selectIn } from './selectors.ts';

/** What one selector of a recipe finds on a page. */
export interface Selected {
  /** Its name in this part of the recipe. */
  field: string;
  selector: string;
  /** Elements, of all items together. */
  count: number;
  /** The first two values: texts, attributes, whole addresses of links. */
  samples: string[];
  /** A page that shows something should have it; a mark such as `empty` need not be there. */
  wanted: boolean;
}

/** @returns the selectors of a list, and how many of its items hold a link */
export function placesOfList(
  site: SiteRecipe,
  index: number,
  opened: Opened,
  web: Web,
): { selectors: Selected[]; links: number } {
  const recipe = site.follows[index];
  if (!recipe) return { selectors: [], links: 0 };
  const { page } = opened;
  const list = page(recipe.list);
  const items = list.find(recipe.item);
  const link = onItems('link', recipe.link, items, opened, web, 'href');
  return {
    selectors: [
      found('list', recipe.list, list, web),
      found('item', recipe.item, items, web),
      link,
      ...given(recipe, ['id', 'title', 'subscribers'], (field, place) => onItems(field, place, items, opened, web)),
      ...given(recipe, ['next'], (field, place) => ({
        ...onItems(field, place, page.root(), opened, web, 'href'),
        wanted: false,
      })),
      ...given(recipe, ['empty'], (field, selector) => ({
        ...found(field, selector, page(selector), web),
        wanted: false,
      })),
      ...marksOn(marksOf(site, recipe), opened, web),
    ],
    links: link.count,
  };
}

export function placesOfResource(site: SiteRecipe, index: number, opened: Opened, web: Web): Selected[] {
  const recipe = site.resources[index];
  if (!recipe) return [];
  const root = opened.page.root();
  return [
    ...given(recipe, ['id', 'title', 'subscribers', 'description'], (field, place) => ({
      ...onItems(field, place, root, opened, web),
      // Not everybody describes what they do.
      wanted: field !== 'description',
    })),
    ...marksOn(marksOf(site, recipe), opened, web),
  ];
}

export function placesOfPosts(site: SiteRecipe, index: number, opened: Opened, web: Web): Selected[] {
  const posts = site.resources[index]?.posts;
  if (!posts) return [];
  const { page } = opened;
  const list = posts.list === undefined ? page.root() : page(posts.list);
  const items = list.find(posts.item);
  return [
    ...given(posts, ['list'], (field, selector) => found(field, selector, list, web)),
    found('item', posts.item, items, web),
    ...given(posts, ['link'], (field, place) => onItems(field, place, items, opened, web, 'href')),
    ...given(posts, ['author', 'date', 'text'], (field, place) => onItems(field, place, items, opened, web)),
    ...given(posts, ['empty'], (field, selector) => ({
      ...found(field, selector, page(selector), web),
      wanted: false,
    })),
  ];
}

function given<Recipe extends object>(
  recipe: Recipe,
  fields: (keyof Recipe & string)[],
  look: (field: string, place: string) => Selected,
): Selected[] {
  return fields.flatMap((field) => {
    const place = recipe[field];
    return typeof place === 'string' ? [look(field, place)] : [];
  });
}

function marksOn(marks: Marks, { page }: Opened, web: Web): Selected[] {
  return Object.entries(marks).flatMap(([field, mark]: [string, Mark | undefined]) =>
    typeof mark === 'string' ? [{ ...found(field, mark, page(mark), web), wanted: false }] : [],
  );
}

const mostLetters = 80;

function found(field: string, selector: string, parts: PagePart, web: Web): Selected {
  const samples = [0, 1].flatMap((at) => (at < parts.length ? [web.textOf(parts.eq(at).html() ?? '')] : []));
  return { field, selector, count: parts.length, samples: samples.map(shortened), wanted: true };
}

function onItems(
  field: string,
  written: string,
  items: PagePart,
  opened: Opened,
  web: Web,
  usual: string | null = null,
): Selected {
  const place = parsePlace(written, usual);
  const parts = items.toArray().map((element) => opened.page(element));
  const having = parts.filter((part) => selectIn(part, place).length > 0);
  const values = having.flatMap((part) => textAt(part, place, web) ?? []).slice(0, 2);
  const samples = values.map((value) =>
    place.attribute === 'href' ? (addressFrom(value, opened)?.href ?? value) : value,
  );
  return { field, selector: written, count: having.length, samples: samples.map(shortened), wanted: true };
}

const shortened = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text);
