import type { ClosedNetwork, NotOne, ProfileName, ResourceName } from '../types.ts';

interface Closed {
  id: string;
  title: string;
  aliases: string[];
  /** Registrable domains; every subdomain counts too. The first one is printed in addresses. */
  domains: string[];
  /** The name in a path of the address, without the leading slash. */
  path: RegExp;
  /** How a bare handle looks. */
  handle: RegExp;
  /** First path segments that belong to the network itself. */
  reserved: string[];
  utmSource: string;
  example: { input: string; profile: string };
  bring: string;
}

const askTheClient = 'ask the client which pages they read there and write them into follows.csv';

/** Networks that show nobody's follows to the public, or not to a program without an agreement. */
export const closedNetworks: ClosedNetwork[] = [
  closed({
    id: 'facebook',
    title: 'Facebook',
    aliases: ['facebook', 'fb', 'фейсбук'],
    domains: ['facebook.com', 'fb.com', 'fb.me'],
    path: /^(?:profile\.php\?(?:.*&)?id=(\d+)|(?:people|pages)\/[^/]+\/(\d+)|groups\/([\w.]+)|([\w.-]{3,}))/i,
    handle: /^[\w.-]{3,}$/,
    reserved: ['share', 'sharer', 'watch', 'events', 'marketplace', 'login', 'help', 'photo', 'story.php', 'hashtag'],
    utmSource: 'facebook.com',
    example: { input: 'https://www.facebook.com/anna.gardner', profile: 'anna.gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'instagram',
    title: 'Instagram',
    aliases: ['instagram', 'insta', 'ig', 'инстаграм'],
    domains: ['instagram.com', 'instagr.am'],
    path: /^(?:_u\/)?([a-z0-9._]{1,30})/i,
    handle: /^@?([a-z0-9._]{1,30})$/i,
    reserved: ['p', 'reel', 'reels', 'stories', 'explore', 'accounts', 'direct', 'tv'],
    utmSource: 'instagram.com',
    example: { input: 'https://instagram.com/anna.gardner/?hl=en', profile: 'anna.gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'linkedin',
    title: 'LinkedIn',
    aliases: ['linkedin', 'линкедин'],
    domains: ['linkedin.com'],
    path: /^(?:mwlite\/)?(?:in|pub|company|school|showcase)\/([^/?#]+)/i,
    handle: /^([\p{L}\p{N}-]{3,100})$/u,
    reserved: [],
    utmSource: 'linkedin.com',
    example: { input: 'https://de.linkedin.com/in/anna-gardner', profile: 'anna-gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'tiktok',
    title: 'TikTok',
    aliases: ['tiktok', 'тикток'],
    domains: ['tiktok.com'],
    path: /^@([\w.]{2,24})/i,
    handle: /^@?([\w.]{2,24})$/,
    reserved: [],
    utmSource: 'tiktok.com',
    example: { input: 'https://www.tiktok.com/@anna.gardner', profile: 'anna.gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'threads',
    title: 'Threads',
    aliases: ['threads'],
    domains: ['threads.com', 'threads.net'],
    path: /^@([a-z0-9._]{1,30})/i,
    handle: /^@?([a-z0-9._]{1,30})$/i,
    reserved: [],
    utmSource: 'threads.net',
    example: { input: 'https://www.threads.net/@anna.gardner', profile: 'anna.gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'x',
    title: 'X',
    aliases: ['x', 'twitter', 'твиттер'],
    domains: ['x.com', 'twitter.com'],
    path: /^(\w{1,15})(?=[/?#]|$)/,
    handle: /^@?(\w{1,15})$/,
    reserved: ['home', 'explore', 'search', 'i', 'hashtag', 'intent', 'share', 'settings', 'messages', 'notifications'],
    utmSource: 'twitter.com',
    example: { input: 'https://twitter.com/AnnaGardner', profile: 'annagardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'youtube',
    title: 'YouTube',
    aliases: ['youtube', 'yt', 'ютуб'],
    domains: ['youtube.com'],
    path: /^(?:channel\/(UC[\w-]{22})|@([\w.-]{3,30})|(?:user|c)\/([^/?#]+))/,
    handle: /^(?:@?([\w.-]{3,30}))$/,
    reserved: ['watch', 'playlist', 'shorts', 'feed', 'results'],
    utmSource: 'youtube.com',
    example: { input: 'https://m.youtube.com/@AnnaGardner/videos', profile: 'annagardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'vk',
    title: 'VK',
    aliases: ['vk', 'vkontakte', 'вк', 'вконтакте'],
    domains: ['vk.com', 'vk.ru', 'vkontakte.ru'],
    path: /^([\w.]{2,32})(?=[/?#]|$)/,
    handle: /^@?([\w.]{2,32})$/,
    reserved: ['feed', 'im', 'app', 'video', 'search', 'friends', 'groups'],
    utmSource: 'vk.com',
    example: { input: 'https://m.vk.com/anna_gardner', profile: 'anna_gardner' },
    bring: askTheClient,
  }),
  closed({
    id: 'telegram',
    title: 'Telegram',
    aliases: ['telegram', 'tg', 'телеграм'],
    domains: ['t.me', 'telegram.me', 'telegram.dog'],
    path: /^(?:s\/)?([a-z]\w{3,31})(?=[/?#]|$)/i,
    handle: /^@?([a-z]\w{3,31})$/i,
    reserved: ['joinchat', 'share', 'addstickers', 'proxy'],
    utmSource: 't.me',
    example: { input: 'https://t.me/s/gardenletter', profile: 'gardenletter' },
    bring: askTheClient,
  }),
];

function closed(facts: Closed): ClosedNetwork {
  const home = facts.domains[0] ?? '';

  function nameIn(input: string): ProfileName | NotOne | null {
    const address = /^https?:\/\//i.test(input.trim()) ? input.trim() : `https://${input.trim()}`;
    if (!URL.canParse(address)) return null;
    const url = new URL(address);
    if (!facts.domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))) return null;
    const path = decoded(`${url.pathname}${url.search}`.slice(1));
    const name = facts.path.exec(path)?.slice(1).find(Boolean);
    if (!name || facts.reserved.includes(name.toLowerCase())) {
      return { why: `this address of ${facts.title} names no profile` };
    }
    return { network: facts.id, name: lower(name), host: home };
  }

  function parseHandle(input: string): ProfileName | NotOne | null {
    const text = input.trim();
    const match = facts.handle.exec(text);
    return match ? { network: facts.id, name: lower(match[1] ?? text), host: home } : nameIn(text);
  }

  function parseResource(input: string): ResourceName | NotOne | null {
    const name = nameIn(input);
    if (!name || 'why' in name) return name;
    const url = /^https?:\/\//i.test(input.trim()) ? input.trim() : `https://${input.trim()}`;
    return { ...name, id: null, url };
  }

  return {
    id: facts.id,
    title: facts.title,
    aliases: facts.aliases,
    users: null,
    examples: [facts.example],
    closed: { why: `${facts.title} shows follows only to the person`, bring: facts.bring },
    parseProfile: nameIn,
    parseHandle,
    parseResource,
    utmSource: () => facts.utmSource,
  };
}

/** YouTube's channel ids are the one kind of name in which case matters. */
const lower = (name: string): string => (/^UC[\w-]{22}$/.test(name) ? name : name.toLowerCase());

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
