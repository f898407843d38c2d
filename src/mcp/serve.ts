import type { Settings } from '../settings.ts';
import type { RunContext } from '../types/run.ts';
import { type Peer, openLine } from './json-rpc.ts';
import { createSession } from './session.ts';

/** Serves an assistant over a pair of streams until the first one ends. */
export async function serveAssistant(
  settings: Settings,
  context: RunContext,
  { stdin, stdout }: { stdin: NodeJS.ReadableStream; stdout: { write(text: string): unknown } },
): Promise<void> {
  const session = createSession(settings, context, Date.now, (): Peer => line);
  const line = openLine((text) => void stdout.write(`${text}\n`), session);
  stdin.setEncoding('utf8');
  for await (const piece of stdin) line.hear(String(piece));
  line.end();
}
