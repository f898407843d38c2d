import { appView, type Server } from './world.ts';

export const sky = appView;
export const meadow: Server = { host: 'meadow.example', software: 'mastodon' };
export const craft: Server = { host: 'craft.example', software: 'mastodon' };
export const press: Server = { host: 'press.example', software: 'mastodon', numericActors: true };
export const orchard: Server = { host: 'orchard.example', software: 'mastodon', delay: 300 };
export const allotment: Server = { host: 'allotment.example', software: 'mastodon', busyFor: 2000 };
export const nursery: Server = { host: 'nursery.example', software: 'mastodon', wantsLogin: true };
export const garden: Server = { host: 'social.garden.example', software: 'mastodon', accountDomain: 'garden.example' };
export const pottingShed: Server = { host: 'potting-shed.example', software: 'snac' };
export const compost: Server = { host: 'compost.example', software: 'sharkey', pageSize: 40 };

export const servers = [sky, meadow, craft, press, orchard, allotment, nursery, garden, pottingShed, compost];
