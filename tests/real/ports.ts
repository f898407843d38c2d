import { createServer } from 'node:net';
import { once } from 'node:events';

/**
 * A port of loopback that is free, and whose neighbours are.
 * @param neighbours distances to the other ports that are needed
 */
export async function freePort(neighbours: number[] = []): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const isFree = await Promise.all([0, ...neighbours].map((distance) => canListen(port + distance)));
    if (isFree.every(Boolean)) return port;
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
