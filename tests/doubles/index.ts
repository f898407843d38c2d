import { blueskyDouble } from './bluesky.ts';
import { feedDouble } from './feed.ts';
import { flickrDouble } from './flickr.ts';
import { githubDouble } from './github.ts';
import type { Double, Graph } from './graph.ts';
import { mastodonDouble } from './mastodon.ts';
import { soundcloudDouble } from './soundcloud.ts';
import { steamDouble } from './steam.ts';
import { telegramDouble } from './telegram.ts';
import { vkDouble } from './vk.ts';
import { xDouble } from './x.ts';
import { youtubeDouble } from './youtube.ts';

/** The double of every network that can be read, by the network's id. */
export const doubles: Record<string, (graph: Graph) => Double> = {
  bluesky: (graph) => blueskyDouble(graph),
  vk: (graph) => vkDouble(graph),
  youtube: (graph) => youtubeDouble(graph),
  x: (graph) => xDouble(graph),
  telegram: (graph) => telegramDouble(graph),
  steam: (graph) => steamDouble(graph),
  github: (graph) => githubDouble(graph),
  soundcloud: (graph) => soundcloudDouble(graph),
  feed: (graph) => feedDouble(graph),
  flickr: (graph) => flickrDouble(graph),
  mastodon: (graph) => mastodonDouble(graph),
};

export function doubleOf(network: string, graph: Graph): Double {
  const made = doubles[network]?.(graph);
  if (!made) throw new Error(`tests/doubles/index.ts has no double of ${network}`);
  return made;
}
