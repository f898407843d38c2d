import { escaped, type Followed } from './follows.ts';
import { asBytes, metaJson, metaPage, second } from './meta.ts';

/** `[{name, timestamp}]`: who is followed, pages liked (these with an address where `address` says so). */
export const named = (follows: Followed[], { spell = asBytes, address = false } = {}): unknown[] =>
  follows.map(({ title, handle }, index) => ({
    name: spell(title),
    timestamp: second - index,
    ...(address ? { url: `https://www.facebook.com/${handle}` } : {}),
  }));

/** `[{timestamp, data: [{name}], title}]`: pages followed, groups joined (of these the title is a sentence). */
export const nested = (follows: Followed[], sentence = (title: string): string => title): unknown[] =>
  follows.map(({ title }, index) => ({
    timestamp: second - index,
    data: [{ name: asBytes(title) }],
    title: asBytes(sentence(title)),
  }));

export const facebookJson = (key: string, items: unknown[]): string => metaJson({ [key]: items });

/** Since 2022: a section for each entry; pages liked have their address in the footer. */
export const facebookPage = (
  heading: string,
  follows: Followed[],
  { address = false, range }: { address?: boolean; range?: { from: string; to: string } } = {},
): string =>
  metaPage(
    heading,
    follows.map(({ title, handle }) => {
      const date = '<div class="_a72d">mai 28, 2013 10:31:26 pm</div>';
      const footer = address ? `<a href="https://www.facebook.com/${handle}">${date}</a>` : date;
      return `<section class="_a6-g"><h2 class="_2ph_ _a6-h _a6-i">${escaped(title)}</h2><footer>${footer}</footer></section>`;
    }),
    range,
  );

/** 2018 to 2021. */
export const oldFacebookPage = (heading: string, follows: Followed[]): string => {
  const entries = follows.map(
    ({ title }) =>
      '<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder">' +
      `<div class="_3-96 _2pio _2lek _2lel">${escaped(title)}</div><div class="_3-94 _2lem">12.05.2019, 10:31</div></div>`,
  );
  return `<html><head><title>${escaped(heading)}</title></head><body class="_5vb_"><div class="_3a_u">
<div class="_3b0d">${escaped(heading)}</div><div role="main">${entries.join('')}</div></div></body></html>`;
};
