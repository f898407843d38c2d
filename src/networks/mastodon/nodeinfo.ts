import { z } from 'zod';
import { Refused, UnexpectedAnswer } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { listOf } from '../kit/fields.ts';
import { address } from './accounts.ts';

const links = z.object({ links: listOf(z.object({ rel: z.string().catch(''), href: address })) });
const nodeInfo = z.object({ software: z.object({ name: z.string() }) });

/**
 * Name of the software that a server runs, lower case, from the newest description that it has at its own host
 * (http://nodeinfo.diaspora.software/protocol.html). Asked once a run: two requests. Null where the server does not say.
 * @throws Unreachable, Stopped
 */
export function softwareOf(host: string, web: Web): Promise<string | null> {
  return web.once(`nodeinfo:${host}`, async () => {
    try {
      const { body, url } = await web.json(`https://${host}/.well-known/nodeinfo`, links);
      const hosts = new Set([host, new URL(url).host]);
      const [newest] = body.links
        .map(({ rel, href }) => ({ version: versionOf(rel), at: href === null ? null : new URL(href) }))
        .filter(({ version, at }) => version >= 0 && at !== null && hosts.has(at.host))
        .toSorted((a, b) => b.version - a.version);
      if (!newest?.at) return null;
      newest.at.protocol = 'https:';
      return (await web.json(newest.at.href, nodeInfo)).body.software.name.trim().toLowerCase();
    } catch (error) {
      if (error instanceof Refused || error instanceof UnexpectedAnswer) return null;
      throw error;
    }
  });
}

/** 2001 for the schema 2.1; -1 where the link leads to something else. */
function versionOf(rel: string): number {
  const [, major, minor] = /\/ns\/schema\/(\d+)\.(\d+)$/.exec(rel) ?? [];
  return major === undefined || minor === undefined ? -1 : Number(major) * 1000 + Number(minor);
}
