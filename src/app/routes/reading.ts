import type { Hono } from 'hono';
import { routes } from '../api.ts';
import type { Desk } from '../desk.ts';

export function addReading(app: Hono, { runner }: Desk): void {
  app.get(routes.run, (context) => context.json(runner.state()));
  app.post(routes.startRun, (context) => context.json(runner.start()));
  app.post(routes.pauseRun, (context) => context.json(runner.pause()));
}
