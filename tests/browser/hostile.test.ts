import { describe, expect, it } from 'vitest';
import { WebError } from '../../src/errors.ts';
import { browser } from './available.ts';
import { type Attack, clobbers, endless, hungry, list, nuisances, oddHosts } from './hostile.ts';
import { type Surroundings, context, show } from './site.ts';

const look = { waitFor: '.groups li', scroll: { item: '.groups li', maxItems: 2000 } };
const patience = 120_000;

/** What is read of a page: its items, or why not. */
async function outcome({ web }: Surroundings, address: string): Promise<string[] | string> {
  try {
    const { body } = await web().rendered(address, look);
    return body('.groups li')
      .toArray()
      .map((item) => body(item).text());
  } catch (error) {
    // Anything else would be an error of the program's.
    expect(error).toBeInstanceOf(WebError);
    return String(error);
  }
}

const both = ['seeds', 'bees'];

/** How a page is read, and one beside it. */
async function attack(surroundings: Surroundings, body: string): Promise<(string[] | string)[]> {
  const { host } = surroundings.site({
    '/': `<!doctype html><body>${list}${body}`,
    '/good': `<!doctype html><body><script>document.body.innerHTML = ${JSON.stringify(list)}; ${show('end')}</script>`,
    '/x': '{}',
    '/never': () => undefined,
  });
  return Promise.all([outcome(surroundings, `https://${host}/`), outcome(surroundings, `https://${host}/good`)]);
}

/** What is to come of an attack. */
const expected = (ending: Attack[2]) => [ending === 'read' ? both : (expect.stringMatching(ending) as unknown), both];

describe.skipIf(browser === null)('a page is read whatever it does to itself', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(clobbers)('%s', { timeout: patience }, async (_, body, ending) => {
    expect(await attack(surroundings, body)).toEqual(expected(ending));
  });
});

describe.skipIf(browser === null)('a page is read whatever it asks for', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(oddHosts)('%s', { timeout: patience }, async (_, body, ending) => {
    expect(await attack(surroundings, body)).toEqual(expected(ending));
  });
});

describe.skipIf(browser === null)('a page is read whatever else it tries', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(nuisances)('%s', { timeout: patience }, async (_, body, ending) => {
    expect(await attack(surroundings, body)).toEqual(expected(ending));
  });
});

describe.skipIf(browser === null)('a page that does not end is ended, and no other with it', () => {
  const surroundings = context({ maxBytes: 2_000_000, pageLimits: { seconds: 20, settleSeconds: 0.2 } });

  it.each(endless)('%s', { timeout: patience }, async (_, body, ending) => {
    expect(await attack(surroundings, body)).toEqual(expected(ending));
  });
});

describe.skipIf(browser === null)('a page that takes all memory is ended, and no other with it', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(hungry)('%s', { timeout: patience }, async (_, body, ending) => {
    expect(await attack(surroundings, body)).toEqual(expected(ending));
  });
});
