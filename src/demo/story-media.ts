import * as at from './story-servers.ts';
import type { Server, State } from './world.ts';

/** What a page shows: o a post of its own, r somebody else's post, q a quote; newest first. */
interface Feed {
  rhythm: string;
  times: number;
  /** Days from one post to the next. */
  every: number;
  lines: string[];
  /** How many outsiders appear; all of them where absent. */
  authors?: number;
}

export interface Medium {
  on: Server;
  name: string;
  title: string;
  about: string;
  subscribers: number;
  /** What other servers believe. */
  elsewhere?: number;
  /** Clients with a readable list who follow it. */
  fans: number;
  /** Or who exactly. */
  readers?: string[];
  feed: Feed;
  state?: State;
  group?: boolean;
  noindex?: boolean;
}

const lines = [
  'What a wet week in May costs a two-person crew',
  'Three hedges that forgive a late cut',
  'How we measure a slope with a hose and two jars',
  'Reader question: when is a quote too long?',
  'The drain nobody asked for and everybody needs',
  'Late frost table for the coming fortnight',
  'Before and after: a courtyard of eleven square metres',
  'Seven plants that earn their place under limes',
  'Skip hire prices compared, town by town',
  'A wall without mortar, day four',
  'Why the second visit should be in the contract',
  'Notes from the spring fair',
];
const russian = [
  'Смета на дренаж: что забывают включить',
  'Сколько стоит день дождя на участке',
  'Живая изгородь за три сезона',
  'Вопрос читателя: предоплата за саженцы',
  'Список работ на октябрь',
];
const greek = [
  'Ξερολιθιά σε πέντε βήματα',
  'Πόσο νερό θέλει μια ελιά',
  'Κήπος σε ταράτσα',
  'Οι εργασίες του Οκτωβρίου',
];
const guestLines = [
  'Guest article by Nell Harrow: how a firm with two vans prices a front garden',
  'Hose test: four couplings after one winter',
  'Guest article by Owen Tarrant: the year we stopped giving free quotes',
  'Letters page',
  'Guest column by Ida Brook: what my clients ask in February',
];
const interviewLines = [
  'Interview with Hugh Pellow, a stonemason who keeps two diaries',
  'Show notes and links',
  'Interview with Marta Lind, who plants car parks',
  'Next week: hedges',
];
const soldLines = [
  'Sponsored post: the blower everybody talks about',
  'Prices for a paid placement are on our site',
  'Battery mowers compared',
];

const mixed: Feed = { rhythm: 'orooqoroor', times: 2, every: 1.5, lines };
const ownOnly: Feed = { rhythm: 'o', times: 24, every: 1, lines };
const longAgo: Feed = { rhythm: 'oooooorrrr', times: 1, every: 40, lines };
const oneFriend: Feed = { rhythm: 'ooro', times: 5, every: 2, lines, authors: 1 };
const quotes: Feed = { rhythm: 'oqo', times: 6, every: 3, lines };
const everybody: Feed = { rhythm: 'r', times: 24, every: 0.5, lines };
const saying = (words: string[]): Feed => ({ rhythm: 'o', times: 16, every: 2, lines: words });
const mixedIn = (words: string[]): Feed => ({ ...mixed, lines: words });

/** Every page that clients follow on Bluesky or in the fediverse, with what each is there to show. */
export const media: Medium[] = [
  // Bluesky: read by many, and open to outsiders.
  sky('hedgepost', 'The Hedge Post', 48_200, 14, mixed, 'Monthly magazine for people who plant for a living.'),
  sky('turfandtrowel', 'Turf & Trowel', 21_400, 12, saying(interviewLines), 'Podcast. Two landscapers, one guest.'),
  sky('allotmentweekly', 'Allotment Weekly', 15_900, 10, quotes, 'Every Friday, for small plots.'),
  sky('smalltrades', 'Small Trades Digest', 33_000, 9, mixed, 'Money, law and vans for firms of one to ten.'),
  sky('growersexchange', "Growers' Exchange", 12_300, 8, everybody, 'We repeat what growers write. Tag us.'),
  sky('drystone', 'Drystone Journal', 9_800, 6, mixed, 'Walls, terraces, steps.'),
  sky('soilmatters', 'Soil Matters Radio', 7_600, 6, ownOnly, 'Radio on soil. Write for us: pages@soilmatters.example'),
  sky('greenpages', 'Green Pages Review', 10_400, 5, saying(guestLines), 'Reviews from the trade, for the trade.'),
  sky('sumofgardens', '=SUM of Gardens', 7_100, 5, mixed, '+ numbers for gardeners, - jargon'),
  sky('sad-i-smeta', 'Сад и смета', 18_600, 4, mixedIn(russian), 'Журнал о деньгах в саду и на стройке.'),
  sky('pondkeepers', "Pond Keepers' Notes", 5000, 4, mixed, 'Water in gardens.'),
  // Bluesky: a huge audience, met by chance.
  sky('marlowfinch', 'Marlow Finch', 3_120_000, 11, ownOnly, 'I was on television with a spade.'),
  sky('rainreport', 'The Rain Report', 1_240_000, 9, mixed, 'Weather for everybody.'),
  sky('dailylaughs', 'Daily Laughs', 905_000, 6, quotes, 'Found on the net, every hour.'),
  // Bluesky: big enough, but nobody else is published, or not lately, or for money.
  sky('barkandbite', 'Bark & Bite', 22_700, 7, ownOnly, 'Trees, and what eats them.'),
  sky('toolshedtv', 'Toolshed TV', 64_000, 4, ownOnly, 'Our videos.'),
  sky('fencelinedaily', 'Fence Line Daily', 13_100, 5, longAgo, 'Fences and gates.'),
  sky('seedswap', 'Seed Swap Bulletin', 9_100, 4, oneFriend, 'Swap, sow, save.'),
  sky(
    'yardbargains',
    'Yard Bargains',
    17_300,
    3,
    saying(soldLines),
    'Offers for gardeners. Paid promotion: ask for prices.',
  ),
  // Bluesky: below the floor, some by little.
  sky('mossnotes', 'Moss Notes', 4999, 5, mixed, 'Everything about moss.'),
  sky('compostchemists', 'Compost Chemists', 4_200, 3, mixed, 'pH and patience.'),
  sky('hedgelayers', "Hedge Layers' Guild", 3_150, 4, mixed, 'A dying craft, alive.'),
  sky('trellismakers', 'Trellis Makers', 2_300, 2, mixed, 'Lath by lath.'),
  sky('cuttinggarden', 'Cutting Garden Club', 1_240, 4, ownOnly, 'Flowers to cut.'),
  sky('invoiceclub', 'Invoice Club', 1_020, 3, mixed, 'We remind each other to send them.'),
  sky('fernsociety', 'Fern Society', 880, 2, ownOnly, 'Members share fronds.'),
  sky('yardmule', 'Yard Mule Reviews', 410, 1, ownOnly, 'Wheelbarrows, tested.'),
  { ...sky('oldorchardnews', 'Old Orchard News', 8_300, 6, mixed, 'Closed.'), state: 'deactivated' },

  // Fediverse: open to outsiders.
  page(at.press, 'greenroof', 'Green Roof Review', [11_200, 9_900], 6, mixed, 'Roofs that drink.'),
  {
    ...page(at.meadow, 'commons', "Gardeners' Commons", [14_000, 12_800], 5, everybody, 'Mention this group to post.'),
    group: true,
  },
  page(at.garden, 'ledger', 'Landscape Ledger', [8_900, 8_100], 5, mixed, 'Bookkeeping, for people with mud on them.'),
  {
    ...page(at.orchard, 'wildflower', 'Wildflower Desk', [6_200, 4_300], 0, mixed, 'One meadow a week.'),
    readers: ['Marta Eklund', 'Greta Hollis', 'Milo Marsh', 'Willem Wrenn'],
  },
  page(at.allotment, 'craftcash', 'Craft & Cashflow', [7_700, 7_000], 4, quotes, 'Numbers for makers.'),
  page(at.press, 'kipos', 'Κήπος και Τέχνη', [6_400, 6_300], 3, mixedIn(greek), 'Κήποι, τέχνη και τεχνίτες.'),
  // Fediverse: what a person has to look at.
  page(at.nursery, 'talk', 'Nursery Talk', [9_300, 9_000], 4, mixed, 'Stock, prices, gossip.'),
  { ...page(at.meadow, 'quietgarden', 'Quiet Garden Club', [-1, -1], 3, mixed, 'We do not count.'), noindex: true },
  // Fediverse: dropped.
  page(at.press, 'fadinglawn', 'The Fading Lawn', [4_700, 5_400], 3, mixed, 'Lawns, less of them.'),
  page(at.craft, 'stonework', 'Stonework Today', [12_500, 11_900], 3, ownOnly, 'Our workshop.'),
  page(at.meadow, 'winterlist', 'The Winter List', [5_900, 5_600], 2, longAgo, 'What is open in winter.'),
  page(at.press, 'finch', 'Marlow Finch', [310_000, 240_000], 4, ownOnly, 'Also here now.'),
  { ...page(at.press, 'oldpress', 'The Old Press', [0, 6_800], 2, mixed, 'Gone.'), state: 'deleted' },
  { ...page(at.craft, 'bargainbulbs', 'Bargain Bulbs', [5_300, 5_300], 2, mixed, 'Bulbs.'), state: 'suspended' },
  page(at.craft, 'beehotel', 'Bee Hotel Builders', [2_050, 1_900], 3, mixed, 'Drill, hang, wait.'),
  page(at.compost, 'mosslawn', 'Moss Instead of Lawn', [760, 700], 2, ownOnly, 'Softer.'),
  page(at.pottingShed, 'rainbarrels', 'Rain Barrel Diary', [140, 120], 1, ownOnly, 'Litres.'),
];

function sky(name: string, title: string, subscribers: number, fans: number, feed: Feed, about: string): Medium {
  return { on: at.sky, name: `${name}.example`, title, about, subscribers, fans, feed };
}

function page(
  on: Server,
  name: string,
  title: string,
  [subscribers, elsewhere]: [number, number],
  fans: number,
  feed: Feed,
  about: string,
): Medium {
  return { on, name, title, about, subscribers, elsewhere, fans, feed };
}

const writers = [
  'Ada Quince',
  'Bernd Sedge',
  'Carla Thrift',
  'Desmond Vetch',
  'Elsa Yew',
  'Fergus Alder',
  'Gia Bracken',
];

/** People whose posts the pages repeat: seven on either side. */
export const outsiders = writers.flatMap((title) => {
  const name = title.toLowerCase().replace(' ', '');
  return [
    { on: at.sky, name: `${name}.sky.example`, title },
    { on: at.meadow, name, title },
  ];
});
