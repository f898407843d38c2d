import { type DemoNetwork, startDemoNetwork } from './server.ts';
import { storyOf } from './story.ts';

/**
 * Starts the fictional network of the shipped example on a free port of 127.0.0.1.
 * @returns the setting `connectTo` that leads to it, and how to stop it
 */
export async function startDemo(today: Date): Promise<Pick<DemoNetwork, 'connectTo' | 'close'>> {
  const { connectTo, close } = await startDemoNetwork(storyOf(today));
  return { connectTo, close };
}
