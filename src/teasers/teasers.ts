import type { PaidPlacement } from '../types/input.ts';
import type { AnalyticsTool, Expense, Row, Teaser, TeaserPart, UtmRule } from '../types/report.ts';
import type { Draft } from '../types/draft.ts';
import type { LongLink, ShortLink } from '../types/short-link.ts';
import type { ServerLimit } from '../types/text-limit.ts';
import { languageName } from '../text/language-name.ts';
import { resourceTags } from './analytics-tools.ts';
import { campaignFrom } from './campaign-pattern.ts';
import { ga4Channel } from './channel.ts';
import { expenseOf } from './expenses.ts';
import { slug, slugsFor, variantSlug } from './slug.ts';
import { tagWarnings } from './tag-warnings.ts';
import { teaserText, type TeaserParts } from './teaser.ts';
import { type ResourceFields, type Template, templatesFor } from './templates.ts';
import { limitsOf, measureText } from './text-limits.ts';
import { type UtmTags, tagLink, tagValue, withParameter } from './utm.ts';

export interface TeaserSettings extends TeaserParts {
  /** The address of the article; null for no teasers. */
  link: string | null;
  /** The name of the campaign; `target-resources` where there is none. */
  campaign: string | null;
  /** How `utm_campaign` is made of it. */
  campaignPattern: string;
  /** What happens to tags that the link already carries; null where they are an error. */
  utm: UtmRule | null;
  /** What counts the visits; null where nobody said. */
  analytics: AnalyticsTool | null;
  /** Wordings for each resource. */
  variants: number;
  /** Whether a picture goes with the text. */
  picture: boolean;
}

/** What is known of the places beside their rows. */
export interface Places {
  /** The day of the run, ISO 8601. */
  date: string;
  /** The domain form of the row's network. */
  utmSourceOf(row: Row): string;
  /** The language of the row's texts; null where it is not known. */
  languageOf(row: Row): string | null;
  /** What the marketer's texts are in where it is not this language, in words: "English", "Latin letters"; null else. */
  strangeTo?(language: string): string | null;
  /** What the row's own server allows; null where it does not say. */
  serverLimitOf(row: Row): ServerLimit | null;
  /** What is to be known of publishing there. */
  lawfulOn(placement: { network: string; paid: boolean }): string[];
  /** Whether paid links have to carry an `erid`. */
  needsErid: boolean;
  /** Parts of the text that nobody wrote and the article gave. */
  proposed: TeaserPart[];
  /** The marketer's own templates; none for the built-in ones. */
  templates: readonly Template[];
  /** What is paid for; undefined where a placement is not. */
  paidFor(row: Row): PaidPlacement | undefined;
  /** A person's own text of a teaser, with `{link}` where its link goes; null where there is none. */
  wordingOf?(row: Row, variant: number): string | null;
  /** What the assistant drafted for the row; null where it was not asked. */
  draftOf?(row: Row): Draft | null;
  /** What became of a tagged link at the service for short ones; null where none was asked. */
  shortLinkOf?(link: string): ShortLink | null;
  /** The sentence with which the row's page says that it takes no short links; null where it does not. */
  refusesShortLinks?(row: Row): string | null;
}

/** Of unpaid and of paid placements. */
const media = { unpaid: 'social', paid: 'paid_social' } as const;
const defaultCampaign = 'target-resources';

type RankedRow = Row & { rank: number };

/**
 * Teasers for each ranked row, in the order of the rows and as many for each as there are wordings, each with a link of
 * its own; and what the paid ones cost. None without a link.
 * @throws UserError `link`, `link_tags`
 */
export function makeTeasers(
  rows: Row[],
  settings: TeaserSettings,
  places: Places,
): { teasers: Teaser[]; expenses: Expense[] } {
  const made = wordingsFor(rows, settings, places).map((wording) => {
    const teaser = teaserFor(wording, settings, places);
    const { placement, variant } = wording;
    return { teaser, expense: placement && variant === 1 ? expenseOf(placement, teaser) : null };
  });
  return { teasers: made.map(({ teaser }) => teaser), expenses: made.flatMap(({ expense }) => expense ?? []) };
}

/**
 * The links of these teasers, as a service for short ones is asked for them: the first wordings of all resources before
 * the second ones, since an allowance may end in between. None for pages that take no short ones.
 * @throws like `makeTeasers`
 */
export const linksToShorten = (rows: Row[], settings: TeaserSettings, places: Places): LongLink[] =>
  wordingsFor(rows, settings, places)
    .filter(({ row }) => (places.refusesShortLinks?.(row) ?? null) === null)
    .toSorted((a, b) => a.variant - b.variant)
    .map(({ row, tagged: { url, campaign } }) => ({ url, title: row.title ?? row.resource, campaign }));

interface Wording {
  row: RankedRow;
  placement: PaidPlacement | undefined;
  paid: boolean;
  template: Template;
  variant: number;
  tagged: UtmTags & { url: string };
  /** False where the link keeps a tag of its own in the place of the resource's. */
  namesResource: boolean;
}

function wordingsFor(rows: readonly Row[], settings: TeaserSettings, places: Places): Wording[] {
  const { link } = settings;
  if (link === null) return [];
  const ranked = rows.flatMap((row) => (row.rank === null ? [] : [{ ...row, rank: row.rank }]));
  const slugs = slugsFor(ranked);
  return ranked.flatMap((row) => {
    const placement = places.paidFor(row);
    const paid = isPaid(row, placement);
    const resource = slugs.get(`${row.network}:${row.resourceId}`) ?? '';
    const address = placement?.erid ? withParameter(link, 'erid', placement.erid) : link;
    const campaign = campaignOf(row, settings, { paid, date: places.date });
    const templates = templatesFor(places.languageOf(row), places.templates).slice(0, settings.variants);
    return templates.map((template, index) => {
      const variant = index + 1;
      const wording = variantSlug(resource, variant);
      const tags = {
        source: tagValue(places.utmSourceOf(row)),
        medium: paid ? media.paid : media.unpaid,
        ...resourceTags(settings.analytics, campaign, wording),
      };
      const tagged = tagLink(address, tags, settings.utm);
      const namesResource = [tagged.content, tagged.term, tagged.campaign].some(
        (tag) => tag?.includes(wording) === true,
      );
      return { row, placement, paid, template, variant, tagged, namesResource };
    });
  });
}

function teaserFor(
  { row, placement, paid, template, variant, tagged, namesResource }: Wording,
  settings: TeaserSettings,
  places: Places,
): Teaser {
  const { network } = row;
  const refusal = places.shortLinkOf ? (places.refusesShortLinks?.(row) ?? null) : null;
  const short = refusal === null ? (places.shortLinkOf?.(tagged.url) ?? null) : null;
  const server = places.serverLimitOf(row);
  const kind = { picture: settings.picture, server };
  const content = { parts: settings, link: short?.url ?? tagged.url, resource: fieldsOf(row, places.date) };
  const own = places.wordingOf?.(row, variant) ?? null;
  const { text, cut } =
    own === null
      ? teaserText(template, content, (each) => measureText(each, network, kind))
      : { text: own.replaceAll('{link}', () => content.link), cut: [] };
  const draft = variant === 1 ? (places.draftOf?.(row) ?? null) : null;
  const drafted = draft?.text?.replace('{link}', () => content.link) ?? null;
  const isTooLong = drafted !== null && measureText(drafted, network, kind).fits === false;
  const limits = limitsOf(network, { server });
  const withPicture = measureText(text, network, { picture: true, server });
  return {
    rank: row.rank,
    title: row.title,
    network,
    resource: row.resource,
    url: row.url,
    link: tagged.url,
    shortLink: short?.url ?? null,
    utmSource: tagged.source,
    utmMedium: tagged.medium,
    utmCampaign: tagged.campaign,
    utmContent: tagged.content,
    ga4Channel: ga4Channel(tagged),
    teaser: text,
    ...measureText(text, network, kind),
    utmTerm: tagged.term ?? null,
    paid,
    warnings: [
      ...respelt(settings.campaign),
      ...(own === null && template.language !== null
        ? mixture(template.language, places.strangeTo?.(template.language) ?? null)
        : []),
      ...(paid && places.needsErid ? eridMissing(tagged.url) : []),
      ...otherErid(tagged.url, placement?.erid ?? null),
      ...tagWarnings({ tagged, paid, tool: settings.analytics }),
      ...(namesResource ? [] : [sameForAll(tagged.content)]),
      ...(short && short.note !== '' ? [short.note] : []),
      ...(refusal === null ? [] : [`The page takes no short links, so the long one stands: "${refusal}"`]),
      ...(own === null || text.includes(content.link) ? [] : [withoutLink]),
      ...refusedDraft(isTooLong ? 'it is longer than the network takes' : (draft?.why ?? '')),
    ],
    variant,
    language: own === null ? template.language : null,
    unit: limits?.unit ?? null,
    cut,
    limitWithPicture: withPicture.limit,
    fitsWithPicture: withPicture.fits,
    limitPaidAccount: limits?.paidAccount ?? null,
    linkPlace: limits?.link ?? null,
    lawful: places.lawfulOn({ network, paid }),
    proposed: own === null ? places.proposed : [],
    draft: drafted === null || isTooLong ? null : `${draftMark}\n${drafted}`,
    ownWording: own !== null,
  };
}

const sameForAll = (content: string): string =>
  `Your link keeps utm_content=${content} of its own, which is the same for every resource: which of them brought a visitor cannot be told.`;

const withoutLink = 'Your own wording has no {link}: what this place brings cannot be told.';

/** Says of a text that it is in one language and the words around it in another, as no editor would take it. */
function mixture(around: string, within: string | null): string[] {
  if (within === null) return [];
  const name = languageName(around);
  return [
    `Your texts seem to be in ${within}, and the words around them are in ${name}, as the page is: give them in ${name} in a template that starts with "language: ${around}" (--template), or translate before you publish.`,
  ];
}

/** Stands before every text that the assistant drafted. */
const draftMark = '[draft by the assistant: check every word]';

const refusedDraft = (why: string): string[] => (why === '' ? [] : [`A draft of the assistant is not shown: ${why}.`]);

/** Whether somebody pays for a placement, or nobody is published there otherwise. */
export const isPaid = (row: Row, placement: PaidPlacement | undefined): boolean =>
  placement !== undefined || row.thirdParty.kind === 'paid_only';

const fieldsOf = (row: Row, date: string): ResourceFields => ({
  title: row.title ?? row.resource,
  resource: row.resource,
  network: row.network,
  url: row.url,
  subscribers: row.subscribers === null ? '' : String(row.subscribers),
  date,
});

function campaignOf(
  row: Row,
  { campaign, campaignPattern }: TeaserSettings,
  { paid, date }: { paid: boolean; date: string },
): string {
  const values = {
    campaign: tagValue(campaign ?? '') || defaultCampaign,
    network: row.network,
    resource: slug(row.resource),
    placement: paid ? 'paid' : 'unpaid',
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
  };
  return campaignFrom(campaignPattern, values) || values.campaign;
}

/** Tells of a name of a campaign that does not stand in the links as it was given. */
function respelt(campaign: string | null): string[] {
  const given = campaign?.trim() ?? '';
  const written = tagValue(given);
  if (given === written) return [];
  return [`The campaign "${given}" is written ${written}: analytics take upper case and blanks for other names.`];
}

/** Parameters of the link are kept, and one of them may be the mark of another advertisement. */
function otherErid(url: string, wanted: string | null): string[] {
  const carried = new URL(url).searchParams.get('erid');
  return wanted === null || carried === wanted
    ? []
    : [`The link carries erid=${carried}, and --paid says ${wanted} for this placement: take it out of the link.`];
}

const eridMissing = (url: string): string[] =>
  new URL(url).searchParams.has('erid')
    ? []
    : ['The placement is paid for, and its link carries no erid: write it into the column erid of --paid.'];
