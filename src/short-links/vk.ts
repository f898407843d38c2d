import { z } from 'zod';
import { Refused } from '../errors.ts';
import { callMethod } from '../networks/vk/api.ts';
import { vk } from '../networks/vk/index.ts';
import type { Shortener } from './shortener.ts';
import { shortAddress } from './shortener.ts';

/** https://dev.vk.com/ru/method/utils.getShortLink, API 5.199 */
const shortLink = z.object({ short_url: shortAddress, url: z.string() });

const { id, paces, concurrency, token } = vk;

/** vk.cc: without names and tags. Statistics are open to whoever knows the link, since private ones need a key of its own. */
export const vkShortLinks: Shortener = {
  id: 'vk',
  title: 'vk.cc',
  home: 'https://api.vk.ru',
  selfHosted: false,
  domains: false,
  tokenFrom: token?.where ?? '',
  asker: { id, paces, concurrency },

  async shorten({ url }, _, web) {
    const call = { method: 'utils.getShortLink', params: { url, private: 0 } };
    const answer = await callMethod(call, shortLink, web);
    if ('refused' in answer) throw new Refused(answer.url, 400, { error_code: answer.refused });
    return { short: answer.value.short_url, long: answer.value.url };
  },
};
