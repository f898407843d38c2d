import { UserError } from '../../src/errors.ts';
import { browserPath } from '../../src/web/browser/launch.ts';

/** Another browser to run the suite with, e.g. `BROWSER_UNDER_TEST=/usr/bin/google-chrome`. */
const named = process.env['BROWSER_UNDER_TEST'] ?? null;

/**
 * The browser of this machine. Where there is none, a line says so and the answer is null: the suite is skipped, but
 * never in CI.
 */
export const browser: string | null = await browserPath(named).catch((error: unknown) => {
  if (!(error instanceof UserError) || process.env['CI'] === 'true') throw error;
  process.stderr.write('skipped: no Chrome, Chromium or Edge was found, so no page can be drawn\n');
  return null;
});
