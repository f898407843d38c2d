import { Refused, Stopped, WebError } from '../../errors.ts';
import type { Web } from '../../types/web.ts';

/** VK's letters to developers of September 2025 name `api.vk.ru`; the older name still answers where that one does not. */
export const vkApiHost = 'api.vk.ru';
const olderHost = 'api.vk.com';

/**
 * Asks at the host that this run has found to answer. A question is put to both as long as neither has; others wait until
 * that is settled.
 * @param ask @throws WebError
 */
export async function atApiHost<Body>(ask: (host: string) => Promise<Body>, web: Web): Promise<Body> {
  const own: { answer?: Body } = {};
  const host = await web.once('host of the API', async () => {
    try {
      own.answer = await ask(vkApiHost);
      return vkApiHost;
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      own.answer = await ask(olderHost).catch((second: unknown) => {
        throw second instanceof Stopped ? second : error;
      });
      return olderHost;
    }
  });
  return own.answer ?? ask(host);
}

/** Whether something else than VK answered, or nothing. VK answers 200 with JSON, and who says "too often" is VK. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof WebError) || error instanceof Stopped || error.retryAt !== undefined) return false;
  return !(error instanceof Refused) || error.body === null;
}
