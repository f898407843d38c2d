import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import type { Report, Row } from '../../src/types/report.ts';
import { cleanRun, runThrough } from './run.ts';
import { people, scenes } from './scenes.ts';
import { openServers } from './servers.ts';

/** How a host fails before it is asked anything: its name, its connection or its certificate. */
interface HostFault {
  kind: 'name' | 'connection' | 'certificate';
  name: string;
  /** What the name resolves to, or the code of a failure: there is no other way to the host. */
  resolves?: string;
  /** Opens what stands in the host's place. */
  open?: () => Promise<{ origin: string; close: () => void }>;
  isSlow?: boolean;
}

const pem = (name: string) => readFileSync(new URL(`../fixtures/unit/web/self-signed/${name}.pem`, import.meta.url));

async function at(scheme: string, server: Server): Promise<{ origin: string; close: () => void }> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { origin: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

const tcp = (scheme: string, meet: (socket: Socket) => void) => () => at(scheme, createTcpServer(meet));

async function closedPort(): Promise<{ origin: string; close: () => void }> {
  const opened = await at('http', createTcpServer());
  opened.close();
  return opened;
}

const resolving = (names: Record<string, string>): HostFault[] =>
  Object.entries(names).map(([name, resolves]) => ({ kind: 'name', name, resolves }));

export const hostFaults: HostFault[] = [
  ...resolving({
    'no such name': 'ENOTFOUND',
    'nobody tells names now': 'EAI_AGAIN',
    'the server of names fails': 'ESERVFAIL',
    'the server of names refuses': 'EREFUSED',
    'a name without an address': 'ENODATA',
    'a name of this machine': '127.0.0.1',
    'a name of this machine, IPv6': '::1',
    'a name of this machine, IPv4 in IPv6': '::ffff:127.0.0.1',
    'a name at home': '192.168.1.1',
    'a name of the link': 'fe80::1',
    'a name of a private network, IPv6': 'fd00::1',
    'a name of the metadata of a cloud': '169.254.169.254',
    'a name of no address': '0.0.0.0',
    'a name of everybody': '255.255.255.255',
    'a name of a group': '224.0.0.1',
  }),
  { kind: 'connection', name: 'closed port', open: closedPort },
  { kind: 'connection', name: 'closed when it opens', open: tcp('http', (socket) => void socket.destroy()) },
  { kind: 'connection', name: 'reset when it opens', open: tcp('http', (socket) => void socket.resetAndDestroy()) },
  { kind: 'connection', name: 'never a word', open: tcp('http', () => undefined), isSlow: true },
  {
    kind: 'certificate',
    name: 'signed by itself',
    open: () => at('https', createTlsServer({ key: pem('key'), cert: pem('cert') })),
  },
  {
    kind: 'certificate',
    name: 'no cipher in common',
    open: () =>
      at(
        'https',
        createTlsServer({
          key: pem('key'),
          cert: pem('cert'),
          maxVersion: 'TLSv1.2',
          ciphers: 'PSK-AES128-CBC-SHA:@SECLEVEL=0',
        }),
      ),
  },
  { kind: 'certificate', name: 'never a word', open: tcp('https', () => undefined), isSlow: true },
  {
    kind: 'certificate',
    name: 'closed at the greeting',
    open: tcp('https', (socket) => void socket.once('data', () => socket.end())),
  },
  {
    kind: 'certificate',
    name: 'plain HTTP in its place',
    open: tcp('https', (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
  },
  {
    kind: 'certificate',
    name: 'garbage in its place',
    open: tcp('https', (socket) => void socket.once('data', () => socket.end(Buffer.alloc(5000, 0x16)))),
  },
];

/** The networks of which a host can fail. */
export const networksWithHosts = Object.keys(scenes.protocols.doubles);

const keyOf = ({ network, url }: Row): string => `${network} ${url}`;
const rowsApart = ({ rows }: Report, network: string): string =>
  JSON.stringify(
    rows
      .filter((row) => row.network !== network)
      .map((row) => `${keyOf(row)} ${row.customers} ${row.verdict}`)
      .toSorted(),
  );

/** What came of a fault of all hosts of one network: `told`, or what is wrong. */
export async function resultOfHost(fault: HostFault, network: string): Promise<string> {
  const scene = scenes.protocols;
  const clean = await cleanRun('protocols');
  const servers = await openServers(scene, null);
  const stead = await fault.open?.();
  try {
    const hosts = scene.doubles[network]?.hosts ?? [];
    const connectTo = Object.fromEntries(
      Object.entries(servers.connectTo).flatMap(([host, origin]) =>
        !hosts.includes(host) ? [[host, origin]] : stead ? [[host, stead.origin]] : [],
      ),
    );
    const names = new Map(hosts.map((host) => [host, fault.resolves ?? 'ENOTFOUND']));
    const { report, complete } = await runThrough(scene, { connectTo, names, isSlow: fault.isSlow ?? false });
    const told = report.coverage.find((each) => each.network === network);
    if (told?.not_reached !== people.length) return `WRONG: ${told?.not_reached} of ${people.length} are not reached`;
    if (complete) return 'WRONG: a run that did not reach a profile calls itself complete';
    if (!report.reasons.some((each) => each.network === network && each.reason !== ''))
      return 'WRONG: the reason is not told';
    return rowsApart(report, network) === rowsApart(clean.report, network) ? 'told' : 'WRONG: another network lost';
  } catch (error) {
    return `WRONG: the run ended with ${String(error)}`;
  } finally {
    stead?.close();
    servers.close();
  }
}
