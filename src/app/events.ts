import { jsonText } from '../text/sanitize.ts';
import type { AppEvent, ChangedThing } from './api.ts';

/** Tells every open page what happens. */
export interface EventHub {
  tell: (event: AppEvent) => void;
  changed: (what: ChangedThing[], by?: string | null) => void;
  /** The answer to a page that listens. @param first what it is told at once */
  listen: (first: readonly AppEvent[], signal: AbortSignal) => Response;
  close: () => void;
}

/** Milliseconds between two signs of life: what stands between may close a silent connection. */
const pulse = 20_000;
/** Events that a page which does not read may be behind; then it is let go, and asks anew when it comes back. */
const mostBehind = 1000;

const asMessage = (event: AppEvent): string => `data: ${jsonText(event)}\n\n`;

export function createEventHub(): EventHub {
  const listeners = new Map<(text: string) => void, () => void>();
  const tellAll = (text: string): void => {
    for (const send of listeners.keys()) send(text);
  };
  const timer = setInterval(() => tellAll(': \n\n'), pulse);
  timer.unref();
  const tell = (event: AppEvent): void => tellAll(asMessage(event));
  return {
    tell,
    changed: (what, by = null) => tell({ kind: 'changed', what, by }),
    listen(first, signal) {
      const bytes = new TextEncoder();
      let left: (() => void) | null = null;
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const send = (text: string): void => {
              if ((controller.desiredSize ?? 0) < -mostBehind) close();
              else controller.enqueue(bytes.encode(text));
            };
            const close = (): void => {
              if (listeners.delete(send)) controller.close();
            };
            left = () => void listeners.delete(send);
            listeners.set(send, close);
            signal.addEventListener('abort', close, { once: true });
            send(`retry: 1000\n\n${first.map(asMessage).join('')}`);
          },
          cancel: () => left?.(),
        },
        { highWaterMark: 0 },
      );
      return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
    },
    close() {
      clearInterval(timer);
      for (const end of listeners.values()) end();
    },
  };
}
