import type { Writable } from 'node:stream';

/**
 * Keeps a run going when whoever reads its output has gone (`| head`): its files are worth more than its words.
 * @param onLost called once, where standard output took not everything although its reader is there
 */
export function listenForWriteErrors(
  { stdout, stderr }: { stdout: Writable; stderr: Writable },
  onLost: () => void,
): void {
  let isLost = false;
  stderr.on('error', () => {});
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isLost) return;
    isLost = true;
    onLost();
    stderr.write(`standard output cannot be written (${error.code}): look for room on the disk, or write elsewhere\n`);
  });
}
