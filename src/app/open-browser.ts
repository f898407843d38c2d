import { spawn } from 'node:child_process';

/** How each system opens an address in the browser that a person has chosen. */
const openers: Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  // Without a shell, which would take `&` for its own.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address; where there is nothing that could, the person has the address on the terminal. */
export function openBrowser(address: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
}
