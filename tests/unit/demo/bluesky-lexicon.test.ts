import { expect, it } from 'vitest';
import { account, appView } from '../../../src/demo/world.ts';
import { running } from './ask.ts';
import { author, gone, page, shy, worldWith, xrpc } from './bluesky-world.ts';
import { answerProblems, requestProblems } from '../../helpers/lexicon.ts';

it('the demo answers as the lexicons say', async () => {
  const reader = account(appView, 'reader.example', { follows: [page, shy, gone, author].map(({ id }) => id) });
  const { ask } = await running(worldWith(reader));
  const questions = [
    'app.bsky.actor.getProfile?actor=page.example',
    'app.bsky.actor.getProfiles?actors=page.example&actors=shy.example',
    'app.bsky.graph.getFollows?actor=reader.example&limit=2',
    'app.bsky.graph.getFollows?actor=reader.example',
    'app.bsky.feed.getAuthorFeed?actor=page.example&limit=3',
    'app.bsky.feed.getAuthorFeed?actor=page.example&filter=posts_no_replies&includePins=true',
  ];
  for (const question of questions) {
    const { status, body } = await ask(`${xrpc}/${question}`);
    expect(requestProblems(`${xrpc}/${question}`)).toEqual([]);
    expect([question, status, answerProblems(question.split('?')[0] ?? '', body)]).toEqual([question, 200, []]);
  }
});
