import net from 'node:net';

// A test that reaches past this machine is a bug: every socket to another address fails at once.
// oxlint-disable-next-line typescript/unbound-method -- called below with the socket it belongs to
const connect = net.Socket.prototype.connect;

function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = args.flat() as [{ host?: string; path?: string } | undefined];
  const host = first?.host ?? 'localhost';
  if (!first?.path && !['localhost', '127.0.0.1', '::1'].includes(host)) {
    throw new Error(`a test tried to reach ${host}`);
  }
  return Reflect.apply(connect, this, args) as net.Socket;
}

// Files that share a process come here once each.
if (connect.name !== guarded.name) net.Socket.prototype.connect = guarded;
