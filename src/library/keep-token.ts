import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual, parseEnv } from 'node:util';
import { UserError } from '../errors.ts';
import { replaceNow } from '../files/replace-now.ts';
import { type Settings, tokenFiles } from '../settings.ts';

/** Everything that a line of `.env` can hold without quotes. */
const plain = /^[\w.:/+=@~-]+$/;

/** Signs between which a value stands as it is. */
const quotes = ["'", '"', '`'] as const;

/**
 * Sets a variable in `.env`, or takes it out of it; other lines stay as they are. The file is for its owner alone.
 * @param token null takes it out
 * @throws UserError setting, where no line can hold the token; output_locked, output_unwritable
 */
export function keepToken(variable: string, token: string | null, settings: Pick<Settings, 'customers'>): void {
  const line = token === null ? null : lineOf(variable, token);
  const places = tokenFiles(settings);
  const holding = places.filter(
    (path) => existsSync(path) && parseEnv(readFileSync(path, 'utf8'))[variable] !== undefined,
  );
  for (const path of holding.length > 0 ? holding : places.slice(0, line === null ? 0 : 1)) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const others = text.split('\n').filter((each) => parseEnv(each)[variable] === undefined);
    if (others.at(-1) === '') others.pop();
    const changed = [...others, ...(line === null ? [] : [line])].map((each) => `${each}\n`).join('');
    const { [variable]: _before, ...was } = parseEnv(text);
    const { [variable]: _now, ...is } = parseEnv(changed);
    if (!isDeepStrictEqual(was, is)) throw new UserError('setting', path, `write ${variable} into it yourself`);
    replaceNow(path, changed, 0o600);
  }
}

function lineOf(variable: string, token: string): string {
  if (plain.test(token)) return `${variable}=${token}`;
  const quote = quotes.find((sign) => parseEnv(`${variable}=${sign}${token}${sign}`)[variable] === token);
  if (quote === undefined || /[\n\r]/.test(token))
    throw new UserError('setting', variable, 'no line of .env can hold such a token');
  return `${variable}=${quote}${token}${quote}`;
}
