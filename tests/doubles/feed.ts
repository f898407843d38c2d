import type { Double, Graph, Media } from './graph.ts';

const host = 'feeds.audio.example';
const newest = Date.parse('2026-11-20T12:00:00Z');

/** A host of podcasts, each as one RSS document under its name. Nobody's list is here, and nobody counts subscribers. */
export function feedDouble(graph: Graph): Double {
  const byName = new Map(graph.media.map((each) => [each.name.toLowerCase(), each]));
  return {
    hosts: [host],
    addressOf: (name) => `https://${host}/${name}/feed.xml`,
    answer({ path }) {
      const media = byName.get(path.toLowerCase().split('/')[1] ?? '');
      const headers = { 'content-type': 'application/rss+xml' };
      return media ? { status: 200, headers, body: rss(media) } : { status: 404, body: '' };
    },
  };
}

const rss = ({ name, title, outside, own }: Media): string => {
  const items = Array.from({ length: outside + own }, (_, at) => {
    const date = new Date(newest - at * 3_600_000).toUTCString();
    const author = at < outside ? `<dc:creator>Guest Number${at}</dc:creator>` : '<dc:creator>admin</dc:creator>';
    return `<item><title>Piece ${at}</title><link>https://${host}/${name}/${at}</link><pubDate>${date}</pubDate>${author}</item>`;
  });
  return (
    '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>' +
    `<title>${title}</title><link>https://${host}/${name}</link><description>About it</description>${items.join('')}</channel></rss>`
  );
};
