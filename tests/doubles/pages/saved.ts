import type { Page } from './markup.ts';

/** Ways in which browsers save a page. What comes out are the bytes of the file. */
export const ways: Record<string, (page: Page) => Buffer> = {
  'as plain HTML': ({ html }) => Buffer.from(html),
  'complete, by Chrome': chrome,
  'complete, by Firefox': firefox,
  'as MHTML': mhtml,
  'with SingleFile': singleFile,
};

/** Chrome makes every address absolute and puts pictures into a folder. */
function chrome(page: Page): Buffer {
  const [, rest = ''] = absolute(page).split('<!DOCTYPE html>\n');
  return Buffer.from(
    `<!DOCTYPE html>\n${comment(page.url)}\n${rest.replaceAll(/src="[^"]*\/(\d+\.jpg)"/g, 'src="./Page_files/$1"')}`,
  );
}

function firefox(page: Page): Buffer {
  const pictures = absolute(page).replaceAll(/src="[^"]*\/(\d+\.jpg)"/g, 'src="Page_files/$1"');
  return Buffer.from(pictures.replace('</body>', '<a href="Page_files/saved_resource.html">frame</a></body>'));
}

/** SingleFile takes the scripts away and writes pictures into the page. */
function singleFile(page: Page): Buffer {
  const html = absolute(page)
    .replaceAll(/<script>.*?<\/script>/gs, '')
    .replaceAll(/src="[^"]*\.jpg"/g, 'src="data:image/gif;base64,R0lGODlhAQABAAAAACw="');
  const head = `<!--\n Page saved with SingleFile \n url: ${page.url} \n saved date: Sun Nov 22 2026 04:00:26 GMT+0200\n-->`;
  return Buffer.from(html.replace(/<html[^>]*>/, (tag) => `${tag}${head}`));
}

/** As Chromium 156 wrote one, 2026-11: scripts gone, addresses absolute, the frames of the page as parts behind it. */
function mhtml(page: Page): Buffer {
  const boundary = '----MultipartBoundary--9wRfZJneRDe4HGUqIeuu5zxJvIiKXHbK1T6QWoetKG----';
  const html = absolute(page).replaceAll(/<script>.*?<\/script>/gs, '');
  const part = (type: string, id: string, location: string, content: string): string =>
    `--${boundary}\r\nContent-Type: ${type}\r\nContent-ID: <${id}@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n` +
    `Content-Location: ${location}\r\n\r\n${quotedPrintable(content)}\r\n`;
  return Buffer.from(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${page.url}\r\nSubject: =?utf-8?Q?=D0=90?=\r\n` +
      `Date: Sun, 22 Nov 2026 04:00:26 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n` +
      `\tboundary="${boundary}"\r\n\r\n\r\n` +
      part('text/html', 'frame-526E1A3A', page.url, html) +
      part('text/css', 'css-840b6784', 'cid:css-840b6784@mhtml.blink', '@charset "utf-8";\n\na { color: red; }') +
      part(
        'text/html',
        'frame-E6B95BBA',
        'https://ads.example/frame',
        '<html><body><a href="/in.a.frame">no</a></body></html>',
      ) +
      `--${boundary}--\r\n`,
  );
}

const comment = (url: string): string => `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`;

const absolute = ({ url, html }: Page): string =>
  html.replaceAll(
    / href="(?!https?:)([^"]*)"/g,
    (_, href: string) => ` href="${new URL(href.replaceAll('&amp;', '&'), url).href.replaceAll('&', '&amp;')}"`,
  );

function quotedPrintable(text: string): string {
  const codes = [...Buffer.from(text)].map((byte) =>
    byte === 0x0a || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d)
      ? String.fromCodePoint(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines: string[] = [];
  let line = '';
  for (const code of codes) {
    if (code === '\n') {
      lines.push(line);
      line = '';
      continue;
    }
    if (line.length + code.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += code;
  }
  return [...lines, line].join('\r\n');
}
