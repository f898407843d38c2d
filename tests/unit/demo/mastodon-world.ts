import { z } from 'zod';
import { account, type DemoAccount, type Server, type World } from '../../../src/demo/world.ts';
import type { Ask, Got } from './ask.ts';

// The servers and accounts that tests of the demo's fediverse ask about, and how they ask.

export const meadow: Server = { host: 'meadow.example', software: 'mastodon' };
export const craft: Server = { host: 'craft.example', software: 'mastodon', numericActors: true };
export const garden: Server = { host: 'social.garden.example', software: 'mastodon', accountDomain: 'garden.example' };
export const locked: Server = { host: 'nursery.example', software: 'mastodon', wantsLogin: true };
export const shed: Server = { host: 'shed.example', software: 'snac' };
export const compost: Server = { host: 'compost.example', software: 'sharkey', pageSize: 3 };
export const servers = [meadow, craft, garden, locked, shed, compost];

export const page = account(meadow, 'page', {
  title: 'Page',
  description: 'Tips & <tricks>',
  subscribers: 5100,
  subscribersElsewhere: 4300,
});
export const ledger = account(garden, 'ledger', { title: 'Ledger' });
export const numbered = (count: number, server: Server = meadow): DemoAccount[] =>
  Array.from({ length: count }, (_, index) => account(server, `one${index}`));
export const worldWith = (...accounts: DemoAccount[]): World => ({ servers, accounts: [page, ledger, ...accounts] });
export const idsOf = (accounts: DemoAccount[]): string[] => accounts.map(({ id }) => id);

export const View = z.looseObject({ id: z.string(), uri: z.string(), followers_count: z.int().optional() });
export type View = z.infer<typeof View>;

export const views = ({ body }: Got): View[] => z.array(View).parse(body);

export async function lookup(ask: Ask, host: string, acct: string): Promise<View> {
  const { body } = await ask(`https://${host}/api/v1/accounts/lookup?acct=${encodeURIComponent(acct)}`);
  return View.parse(body);
}

export async function listAddress(ask: Ask, host: string, acct: string): Promise<string> {
  return `https://${host}/api/v1/accounts/${(await lookup(ask, host, acct)).id}`;
}
