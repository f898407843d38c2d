import { describe, expect, it } from 'vitest';
import { WebError } from '../../src/errors.ts';
import { browser } from './available.ts';
import { type Attack, clobbers, endless, list, nuisances, oddHosts } from './hostile.ts';
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

async function attack(surroundings: Surroundings, [, body, ending]: Attack): Promise<void> {
  const { host } = surroundings.site({
    '/': `<!doctype html><body>${list}${body}`,
    '/good': `<!doctype html><body><script>document.body.innerHTML = ${JSON.stringify(list)}; ${show('end')}</script>`,
    '/x': '{}',
    '/never': () => undefined,
  });
  const [read, good] = await Promise.all([
    outcome(surroundings, `https://${host}/`),
    outcome(surroundings, `https://${host}/good`),
  ]);
  if (ending === 'read') expect(read).toEqual(['seeds', 'bees']);
  else expect(read).toMatch(ending);
  expect(good).toEqual(['seeds', 'bees']);
}

describe.skipIf(browser === null)('a page is read whatever it does to itself', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(clobbers)('%s', { timeout: patience }, (...each) => attack(surroundings, each));
});

describe.skipIf(browser === null)('a page is read whatever it asks for', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(oddHosts)('%s', { timeout: patience }, (...each) => attack(surroundings, each));
});

describe.skipIf(browser === null)('a page is read whatever else it tries', () => {
  const surroundings = context({ pageLimits: { seconds: 60, settleSeconds: 0.2 } });

  it.each(nuisances)('%s', { timeout: patience }, (...each) => attack(surroundings, each));
});

describe.skipIf(browser === null)('a page that does not end is ended, and no other with it', () => {
  const surroundings = context({ maxBytes: 2_000_000, pageLimits: { seconds: 20, settleSeconds: 0.2 } });

  it.each(endless)('%s', { timeout: patience }, (...each) => attack(surroundings, each));
});
