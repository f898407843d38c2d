import type { CheerioAPI } from 'cheerio';
import { urlOf } from '../text/web-address.ts';
import type { AuthorPage } from '../types/author-page.ts';
import type { Facts } from '../types/resource.ts';

/** Pieces of addresses that lead to a page for authors, in eight languages. */
const places =
  /write-?for|guest-?(?:post|author|writ|article)|contribut|submissions?(?:[/.?#-]|$)|submit-?(?:an?-|your-)?(?:article|post|story|guest|text)|(?:author|writer|editorial|submission)s?-?guid|become-?an?-?(?:author|writer|columnist)|pitch-?(?:us|guid|ing|an)|for-?(?:authors|writers)|(?:dlya|dlia)-?avtor|avtoram|stat-?avtorom|napisat-?(?:nam|statyu)|gast(?:beitr|autor|artikel)|autor(?:en)?-?(?:werden|richtlinien|gesucht|hinweise)|schreiben?-?(?:fuer|für)|(?:devenir|devenez)-?(?:auteur|contribut)|proposer-?(?:un-)?(?:article|texte)|ecrire-?pour|escrib[ei]r?-?(?:para|con|en)|colabora|normas-?(?:de-)?(?:autor|publica)|grapste-?(?:mas|gia)|arthrogra|napisz-?(?:do|dla)|dla-?autor/i;

/** Words of links, and before addresses, that say the same. */
const wordings =
  /write for (?:us|me)|guest (?:posts?|authors?|articles?|writers?)|contribut(?:e|or|ing)|submissions?\b|submit (?:an?|your) (?:article|post|story|text)|(?:author|writer|editorial|submission)s?['’]? guid|become an? (?:author|writer|columnist)|pitch (?:us|guid)|how to pitch|for (?:authors|writers)|(?:для|стать|стань(?:те)?) автор|авторам|напи(?:сать|шите) (?:нам|статью|для нас)|правила (?:публикац|для авторов)|прислать (?:текст|статью|материал)|(?:стати|стань(?:те)?) автор|надіслати (?:текст|статтю|матеріал)|gast(?:beitr|autor|artikel)|autor(?:in|en)? werden|autorenrichtlinien|für uns schreiben|schreib(?:en sie)? für uns|(?:devenir|devenez) (?:auteur|contribut)|écri(?:re|vez) pour nous|proposer un (?:article|texte)|escrib[ea] (?:para|con) nosotros|colabora con nosotros|normas (?:para autores|de publicación)|γράψτε (?:μας|για εμάς|σε εμάς)|για (?:συγγραφείς|αρθρογράφους)|στείλτε (?:μας )?(?:το )?(?:κείμενο|άρθρο)|οδηγίες για συγγραφείς|napisz (?:do|dla) nas|dla autorów/iu;

/** Whether an address by itself is one of a page for authors. */
const leadsToAuthors = ({ pathname }: URL): boolean => places.test(decoded(pathname));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const address = /https?:\/\/[^\s<>"'()[\]]{4,500}/gi;
/** Characters before an address that tell what it is for. */
const reach = 60;

/** The page for authors that a resource itself links to: in its description, and in its fields for links. */
export function linkedAuthorPage({ description, links = [] }: Pick<Facts, 'description' | 'links'>): string | null {
  const text = description ?? '';
  const written = [...text.matchAll(address)].map(({ 0: found, index }) => ({
    url: urlOf(found.replace(/[.,;:!?]$/, '')),
    words: text.slice(Math.max(0, index - reach), index),
  }));
  const fields = links.map(({ text: place, label }) => ({ url: urlOf(place), words: label }));
  const found = [...written, ...fields].find(
    ({ url, words }) => isWeb(url) && (leadsToAuthors(url) || wordings.test(words)),
  );
  return found?.url?.href ?? null;
}

/** The site that a resource says is its own; null where it names none that is no network's. */
export function ownSite(
  { url, description, links = [], contacts = [] }: Pick<Facts, 'url' | 'description' | 'links' | 'contacts'>,
  isNetwork: (host: string) => boolean,
): string | null {
  const fields = links.filter(({ isOwn }) => isOwn).map(({ text }) => text);
  const texts = [url, ...fields, ...contacts, ...((description ?? '').match(address) ?? [])];
  const site = texts.map((text) => urlOf(text)).find((each) => isWeb(each) && !isNetwork(each.host));
  return site ? `${site.origin}/` : null;
}

const isWeb = (url: URL | null): url is URL => url !== null && /^https?:$/.test(url.protocol);

const mostLinks = 2000;

/** The page for authors that a page of a site links to, in the words of its link first. */
export function authorPageOn(page: CheerioAPI, base: string): string | null {
  const links = page('a[href]')
    .toArray()
    .slice(0, mostLinks)
    .flatMap((element) => {
      const href = page(element).attr('href') ?? '';
      const url = urlOf(href, base);
      return isWeb(url) && pageAt(url) !== pageAt(new URL(base))
        ? [{ url, words: page(element).text().slice(0, 200) }]
        : [];
    });
  const found = links.find(({ words }) => wordings.test(words)) ?? links.find(({ url }) => leadsToAuthors(url));
  return found?.url.href ?? null;
}

const pageAt = ({ host, pathname, search }: URL): string => host + pathname + search;

const mostTexts = 80;
const shortestText = 12;
const longestText = 600;
const aside = 'nav, header, footer, aside, form, [role="navigation"], [role="dialog"]';
const formHosts =
  /^(?:docs\.google\.com\/forms|forms\.gle\/|[\w-]+\.typeform\.com\/|airtable\.com\/|tally\.so\/|forms\.yandex\.)/i;

/** What a page for authors says. */
export function authorPageFrom(page: CheerioAPI, url: string): AuthorPage {
  const texts = page('p, li, dd, dt, td, h2, h3')
    .toArray()
    .slice(0, 1000)
    .filter((element) => page(element).closest(aside).length === 0 && page(element).find('p, li').length === 0)
    .map((element) =>
      page(element)
        .text()
        .slice(0, 4 * longestText)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text.length >= shortestText && text.length <= longestText);
  return { url, texts: [...new Set(texts)].slice(0, mostTexts), form: formOn(page, url) };
}

function formOn(page: CheerioAPI, url: string): string | null {
  if (page('form textarea, form input[type="file"]').length > 0) return url;
  const outside = page('a[href], iframe[src]')
    .toArray()
    .slice(0, mostLinks)
    .map((element) => page(element).attr('href') ?? page(element).attr('src') ?? '');
  return outside.find((href) => formHosts.test(href.replace(/^https?:\/\//i, ''))) ?? null;
}
