import { createWebClient } from '../../src/web/client.ts';

// A run of its own, to be killed: shows a page of the host and the origin that it is given.
const [host = '', origin = ''] = process.argv.slice(2);
const client = createWebClient({
  clock: { now: () => Date.now(), sleep: () => Promise.resolve() },
  connectTo: new Map([[host, origin]]),
  userAgent: 'target-resources/test',
});
await client.for({ id: 'test', paces: [], concurrency: 1 }).rendered(`https://${host}/`, { waitFor: '#never' });
