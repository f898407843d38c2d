/** What a fictional server says to one request. */
export interface DemoAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

export const json = (body: unknown, headers: Record<string, string> = {}, status = 200): DemoAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const page = (status: number, text: string): DemoAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
});

export interface DemoQuestion {
  host: string;
  path: string;
  query: URLSearchParams;
}
