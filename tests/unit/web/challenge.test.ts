import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Refused, Unreachable } from '../../../src/errors.ts';
import { answerIn, pageIn } from '../../../src/web/answer.ts';
import type { Reply } from '../../../src/web/wire.ts';

const url = 'https://social.example/api';
const reply = (status: number, text: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers,
  header: (name) => headers[name.toLowerCase()] ?? null,
  body: { text, bytes: new TextEncoder().encode(text) },
});

const checks: [string, Reply][] = [
  ['Cloudflare', reply(403, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' })],
  ['Cloudflare, by its words', reply(403, '<html><script src="/cdn-cgi/challenge-platform/h/b"></script></html>')],
  ['Anubis, which answers 200', reply(200, '<html><script id="anubis_challenge">{}</script></html>')],
  ['Anubis, by its version', reply(200, '<html><script id="anubis_version">"v1.21"</script></html>')],
  ['Vercel', reply(429, '<html></html>', { 'x-vercel-mitigated': 'challenge' })],
  ['Vercel, by its title', reply(403, '<html><title>Vercel Security Checkpoint</title></html>')],
  ['AWS, which answers 202', reply(202, '', { 'x-amzn-waf-action': 'challenge' })],
  ['AWS, with a captcha', reply(405, '<html></html>', { 'x-amzn-waf-action': 'captcha' })],
  ['Imperva, which answers 200', reply(200, '<html>Request unsuccessful. Incapsula incident ID: 7-1</html>')],
  ['DDoS-Guard', reply(403, '<html><title>DDoS-Guard</title></html>', { server: 'ddos-guard' })],
  ['DDoS-Guard, by its header', reply(401, '<html></html>', { server: 'ddos-guard' })],
];

describe('a bot check in front of a server is no answer of it', () => {
  test.each(checks)('%s', (_, answer) => {
    expect(() => answerIn(url, answer, z.unknown())).toThrow(Unreachable);
    expect(() => pageIn(url, answer, 'html')).toThrow(Unreachable);
  });

  test.each([
    ['HTML', '<html><h1>403 Forbidden</h1></html>'],
    ['text', 'error code: 1020'],
  ])('nor is a gateway that refuses in %s', (_, text) => {
    for (const status of [401, 403]) {
      expect(() => answerIn(url, reply(status, text), z.unknown())).toThrow(Unreachable);
    }
  });

  test('the server itself refuses in JSON, whatever the JSON says', () => {
    for (const text of ['{"error":"This method requires an authenticated user"}', '{"error":"Just a moment..."}']) {
      expect(() => answerIn(url, reply(401, text), z.unknown())).toThrow(Refused);
    }
  });

  test('a page that only speaks of such checks in its text is a page', () => {
    expect(() => pageIn(url, reply(200, '<html><p>How we left DDoS-Guard</p></html>'), 'html')).not.toThrow();
  });
});
