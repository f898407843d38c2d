import type { Double, DoubleAnswer, Graph, Media } from './graph.ts';

export interface TelegramOptions {
  /** Channels whose posts the web does not show. */
  withoutPreview?: string[];
  /** Media that are groups. */
  groups?: string[];
  /** So many requests are refused first, as when a network asks too fast. */
  refuseFirst?: number;
}

const newest = Date.parse('2026-11-20T12:00:00Z');
const perPage = 20;

/**
 * t.me as its pages were in 2026: cards under the name, previews of twenty posts under /s/, and the same card for every
 * name that nobody has. There is no robots.txt.
 */
export function telegramDouble(graph: Graph, options: TelegramOptions = {}): Double {
  const { withoutPreview = [], groups = [] } = options;
  const people = new Map(
    graph.people.filter(({ state }) => state !== 'gone').map((each) => [each.name.toLowerCase(), each]),
  );
  const media = new Map(graph.media.map((each) => [each.name.toLowerCase(), each]));
  let refusals = options.refuseFirst ?? 0;

  function answer({ path, query }: { path: string; query: URLSearchParams }): DoubleAnswer {
    if (path === '/robots.txt') return html('<html><head><title>404 Not Found</title></head></html>', 404);
    if (refusals > 0) {
      refusals -= 1;
      return html('<html><head><title>429 Too Many Requests</title></head></html>', 429);
    }
    const [first = '', second = ''] = path.toLowerCase().split('/').filter(Boolean);
    if (first !== 's') return html(cardOf(first));
    const channel = media.get(second);
    if (!channel || groups.includes(channel.name) || withoutPreview.includes(channel.name)) {
      return { status: 302, headers: { location: `https://t.me/${second}` }, body: '' };
    }
    return html(previewOf(channel, Number(query.get('before') ?? Number.MAX_SAFE_INTEGER)));
  }

  function cardOf(name: string): string {
    const channel = media.get(name);
    if (channel) return card(name, channel.title, lineOf(channel));
    const person = people.get(name);
    if (person) return card(name, person.name, `@${person.name}`);
    return page(
      '<div class="tgme_page_icon"><i class="tgme_icon_user"></i></div><div class="tgme_page_description">' +
        `If you have <strong>Telegram</strong>, you can contact <a class="tgme_username_link" href="tg://resolve?domain=${name}">` +
        `@${name}</a> right away.</div>`,
    );
  }

  function lineOf({ name, subscribers }: Media): string {
    if (subscribers === null) return '7 online';
    const blank = String(subscribers).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
    return groups.includes(name) ? `${blank} members, 7 online` : `${blank} subscribers`;
  }

  return { hosts: ['t.me'], answer, addressOf: (name) => `https://t.me/${name}` };
}

/** Posts are numbered from 1; the newest ones are forwarded, each from another channel. */
function previewOf({ name, title, outside, own }: Media, before: number): string {
  const last = outside + own;
  const end = Math.min(last, before - 1);
  const start = Math.max(1, end - perPage + 1);
  const numbers = Array.from({ length: Math.max(0, end - start + 1) }, (_, at) => start + at);
  const posts = numbers.map((number) => {
    const at = new Date(newest - (last - number) * 3_600_000).toISOString().replace('.000Z', '+00:00');
    const source =
      number > own
        ? '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;' +
          `<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/guest${number}/1"><span dir="auto">Guest</span></a></div>`
        : '';
    return (
      '<div class="tgme_widget_message_wrap js-widget_message_wrap">' +
      `<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="${name}/${number}">` +
      `${source}<div class="tgme_widget_message_text js-message_text" dir="auto">post ${number}</div>` +
      `<a class="tgme_widget_message_date" href="https://t.me/${name}/${number}"><time datetime="${at}" class="time">12:00</time></a>` +
      '</div></div>'
    );
  });
  const more =
    start > 1
      ? `<a href="/s/${name}?before=${start}" class="tme_messages_more js-messages_more" data-before="${start}"></a>`
      : '';
  return (
    `<!DOCTYPE html><html><body><div class="tgme_channel_info"><span dir="auto">${title}</span></div>` +
    `<section class="tgme_channel_history js-message_history">${more}${posts.join('')}</section></body></html>`
  );
}

const card = (name: string, title: string, line: string): string =>
  page(
    `<div class="tgme_page_title" dir="auto"><span dir="auto">${title}</span></div>` +
      `<div class="tgme_page_extra">${line}</div>` +
      `<div class="tgme_page_action"><a class="tgme_action_button_new" href="tg://resolve?domain=${name}">View</a></div>`,
  );

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>Telegram</title></head><body><div class="tgme_page">${body}</div></body></html>`;

const html = (body: string, status = 200): DoubleAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
