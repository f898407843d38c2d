import { canParseUrl } from '../../text/web-address.ts';
/** Where networks put an address that leads away from them, by the parameter that holds it. */
const away = /^(?:l|lm)\.(?:facebook|instagram)\.com$|(?:^|\.)(?:linkedin\.com|vk\.com|vk\.ru|tiktok\.com)$/;
const parameters = ['u', 'url', 'to', 'target'];

const own =
  /(?:^|\.)(?:facebook\.com|fb\.com|instagram\.com|threads\.(?:net|com)|meta\.com|messenger\.com|linkedin\.com|licdn\.com|lnkd\.in|tiktok\.com|vk\.com|vk\.ru|vk\.me|vkontakte\.ru|t\.me|telegram\.(?:org|me)|whatsapp\.com)$/;

/** The site that a link on a network's page leads to; null where it stays with the network, or leads nowhere. */
export function linkedFrom(url: URL | null): string | null {
  if (url === null) return null;
  const [inside] = away.test(url.hostname) ? parameters.flatMap((name) => url.searchParams.get(name) ?? []) : [];
  const text = inside !== undefined && !/^https?:/i.test(inside) ? `https://${inside}` : (inside ?? url.href);
  if (!canParseUrl(text)) return null;
  const target = new URL(text);
  if (!/^https?:$/.test(target.protocol) || own.test(target.hostname) || !target.hostname.includes('.')) return null;
  for (const name of ['fbclid', 'igshid', 'e', 's']) if (inside !== undefined) target.searchParams.delete(name);
  return target.href;
}
