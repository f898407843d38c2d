import * as at from './story-servers.ts';
import { account, type Server, type State } from './world.ts';

export interface DemoCustomer {
  title: string;
  trade: string;
  town: string;
  accounts: Place[];
  /** Follows everybody of the trade, not only the media. */
  knowsEverybody?: boolean;
  /** Followed a hundred accounts lately that have been closed since: the first page of the list is empty. */
  closedFirst?: boolean;
  /** The same hundred, between the others: a short page. */
  closedBetween?: boolean;
}

interface Place {
  on: Server;
  name: string;
  state: State;
  movedTo?: string;
  /** The server shows the list to nobody. */
  unread?: boolean;
}

/** A thirtieth client is on Instagram alone and has no account in this world. */
export const customers: DemoCustomer[] = [
  client('Rowan Ashby', 'Garden design', 'Ashwell', sky('rowanashby.sky.example')),
  client('Tilda Brandt', 'Landscaping', 'Brook End', sky('tilda-brandt.sky.example')),
  { ...client('Ines Carvalho', 'Terraces and walls', 'Cove', sky('inescarvalho.sky.example')), closedFirst: true },
  client('Duncan Doyle', 'Dry stone', 'Dale', sky('duncandoyle.sky.example'), on(at.meadow, 'duncan')),
  client('Marta Eklund', 'Meadows', 'Elmstead', on(at.meadow, 'marta_eklund')),
  client('Felix Farrow', 'Fencing', 'Fenwick', sky('felix.farrowfences.example')),
  client('Greta Hollis', 'Green roofs', 'Holm', on(at.craft, 'gretahollis')),
  client('Omar Idris', 'Irrigation', 'Ivybridge', sky('omaridris.sky.example')),
  client('Juno Jarvis', 'Planting plans', 'Jarrow', sky('juno.jarvis-planting.example')),
  client('Kasper Kline', 'Allotment services', 'Kelso', on(at.allotment, 'kasper')),
  client('Leona Lark', 'Roof terraces', 'Larkfield', sky('leonalark.sky.example')),
  client('Milo Marsh', 'Ponds', 'Marsh Lane', sky('milomarsh.sky.example'), on(at.garden, 'milo')),
  client('Nadia Norling', 'Hedges', 'Norton', sky('nadianorling.sky.example')),
  client('Otis Ormond', 'Lawns', 'Orford', sky('otis.ormondlawns.example')),
  client('Priya Pillai', 'Kitchen gardens', 'Pinner', sky('priyapillai.sky.example')),
  client('Quentin Quill', 'Topiary', 'Quay', on(at.craft, 'quentin', { state: 'hidden' })),
  client('Rosa Rennick', 'Rose gardens', 'Rye', sky('rosarennick.sky.example')),
  client('Stellan Sörensen', 'Playgrounds', 'Sandön', sky('stellan.sky.example')),
  client('Tamsin Thorne', 'Orchard care', 'Thornbury', on(at.orchard, 'tamsin')),
  { ...client('Ugo Ulliani', 'Paving', 'Upton', sky('ugo.ulliani-paving.example')), closedBetween: true },
  client('Vera Voss', 'Glasshouses', 'Vale', on(at.pottingShed, 'vera', { unread: true })),
  { ...client('Willem Wrenn', 'Composting', 'Wick', on(at.compost, 'willem')), knowsEverybody: true },
  client('Xenia Xydis', 'Mediterranean gardens', 'Exmouth', sky('xeniaxydis.sky.example')),
  client('Yusuf Yarrow', 'Nursery', 'Yarm', on(at.nursery, 'yusuf', { unread: true })),
  client('Zelda Zimmer', 'Winter gardens', 'Zeal', sky('zeldazimmer.sky.example', 'takendown')),
  client('Bea Copse', 'Tree surgery', 'Copse Hill', sky('beacopse.sky.example', 'logged_in_only')),
  client('Cormac Dell', 'Drainage', 'Dell', sky('cormacdell.sky.example'), on(at.meadow, 'cormac')),
  client('Dora Fenn', 'Wetland gardens', 'Fenny', on(at.press, 'dorafenn', movedTo(at.garden, 'dora'))),
  client('Emil Glade', 'Woodland gardens', 'Glade', sky('emilglade.sky.example', 'deactivated')),
];

function sky(name: string, state: State = 'active'): Place {
  return { on: at.sky, name, state };
}

function on(server: Server, name: string, more: Partial<Place> = {}): Place {
  return { on: server, name, state: 'active', ...more };
}

function client(title: string, trade: string, town: string, ...accounts: Place[]): DemoCustomer {
  return { title, trade, town, accounts };
}

function movedTo(server: Server, name: string): Partial<Place> {
  return { state: 'moved', movedTo: account(server, name).id };
}

const firstNames = ['Alba', 'Bruno', 'Celia', 'Dario', 'Edda', 'Fritz'];
const lastNames = ['Acre', 'Bower', 'Clove', 'Dock', 'Elder', 'Furrow'];

/** Where the client with the moved account lives now. */
export const newHome = { on: at.garden, name: 'dora', title: 'Dora Fenn' };

/** Colleagues in the fediverse whom clients follow, too. */
export const people = firstNames.flatMap((first, row) =>
  lastNames.map((last, column) => ({
    on: [at.meadow, at.craft, at.press][(row + column) % 3] ?? at.meadow,
    name: `${first}_${last}`.toLowerCase(),
    title: `${first} ${last}`,
  })),
);
