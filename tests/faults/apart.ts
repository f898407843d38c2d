import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { catalogue } from './catalogue.ts';
import type { Open } from './run.ts';
import { type Mode, type Seen, type Servers, openServers } from './servers.ts';
import { type Position, type SceneName, scenes } from './scenes.ts';

/** What the process with the servers is told. A fault is told by its place in the catalogue. */
type Order = { open: [SceneName, { fault: number; pair: Position[]; mode: Mode } | null] } | 'seen' | 'close';

const self = fileURLToPath(import.meta.url);

/**
 * Servers in a process of their own: the memory of this one is the program's alone.
 * @returns opens the servers of a scene; one scene at a time
 */
export function forkServers(): { open: Open; end: () => void } {
  const child = fork(self, ['serve'], { execArgv: process.execArgv });
  const ask = async <Answer>(order: Order): Promise<Answer> => {
    child.send(order);
    const [answer] = (await once(child, 'message')) as [Answer];
    return answer;
  };
  return {
    async open(scene, acting) {
      const order = acting && { ...acting, fault: catalogue.indexOf(acting.fault) };
      const connectTo = await ask<Record<string, string>>({ open: [scene, order] });
      return { connectTo, seen: () => ask<Seen>('seen'), close: () => void child.send('close') };
    },
    end: () => void child.kill(),
  };
}

function obey(parent: NodeJS.Process & Pick<ChildProcess, 'send'>): void {
  let servers: Servers | null = null;
  parent.on('message', (order: Order) => {
    void (async () => {
      if (order === 'close') servers?.close();
      else if (order === 'seen') parent.send((await servers?.seen()) ?? null);
      else {
        const [scene, acting] = order.open;
        const fault = acting && catalogue[acting.fault];
        servers = await openServers(scenes[scene], acting && fault ? { ...acting, fault } : null);
        parent.send(servers.connectTo);
      }
    })();
  });
}

if (process.argv[1] === self && process.send) obey(process as NodeJS.Process & Pick<ChildProcess, 'send'>);
