import { type ZodType, z } from 'zod';
import { Stopped, UnexpectedAnswer, Unreachable, WebError } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { vkApiHost, atApiHost } from './api-host.ts';

/** Text and numbers only: they are written into VKScript as JSON. */
export interface MethodCall {
  method: string;
  params: Record<string, string | number>;
}

/** What the method answered; or the code by which VK refuses to show just what was asked for, and where. */
export type MethodResult<Value> = { value: Value } | { refused: number; url: string };

const version = '5.199';
const addressOf = (method: string, host: string = vkApiHost): string => `https://${host}/method/${method}`;

const Trouble = z.object({ error_code: z.int(), error_subcode: z.int().nullable().catch(null) });
type Trouble = z.infer<typeof Trouble>;

/** VK refuses inside an answer of status 200. What else an error holds, e.g. an echo of the request, is not kept. */
const Envelope = z.object({
  response: z.unknown().optional(),
  error: Trouble.optional(),
  execute_errors: z.array(Trouble).optional(),
});
type Envelope = z.infer<typeof Envelope> & { host: string };

// Numbers of https://dev.vk.com/ru/reference/errors
const tooManyPerSecond = 6;
const scriptFailed = 13;
const passing = new Set([1, tooManyPerSecond, 10]);
const usedUp = new Set([9, 29]);
const captcha = 14;
const accessDenied = 15;
/** Of `accessDenied`: it is the method, or the app, that is denied, not what was asked for. */
const deniedToToken = new Set([1133, 1134]);
const invalidToken = new Set([2, 5, 11, 1116, 1117]);
/** A community's token, or an app's for a method that wants a person's. */
const unfitToken = new Set([27, 28]);

const stops = (code: number): boolean => code === captcha || invalidToken.has(code);

/**
 * One call in a request of its own.
 * @throws Stopped (token, captcha), Unreachable (VK's own trouble, a method whose limit is used up), UnexpectedAnswer, and
 * whatever `Web.json` throws
 */
export async function callMethod<Value>(
  call: MethodCall,
  shape: ZodType<Value>,
  web: Web,
): Promise<MethodResult<Value>> {
  await needNotUsedUp(call.method, web);
  return told(call, shape, await single(call, web), web);
}

/**
 * One call that may share a request with others: `execute` takes 25 of them, and answers for each. Calls that are asked
 * for before the program comes to rest go together. Where the token may not use `execute`, each has its own request.
 * @throws like `ask`
 */
export async function callMethodTogether<Value>(
  call: MethodCall,
  shape: ZodType<Value>,
  web: Web,
): Promise<MethodResult<Value>> {
  await needNotUsedUp(call.method, web);
  const line = await web.once('calls in line', () => Promise.resolve(newLine()));
  const envelope =
    line.execute === 'refused'
      ? await single(call, web)
      : await new Promise<Envelope>((resolve, reject) => {
          line.waiting.push({ call, resolve, reject });
          atRest(line, web);
        });
  return told(call, shape, envelope, web);
}

/** How many calls one request takes: 25 once `execute` was seen to work. */
export async function callsTogether(web: Web): Promise<number> {
  const line = await web.once('calls in line', () => Promise.resolve(newLine()));
  return line.execute === 'works' ? mostCalls : 1;
}

async function single({ method, params }: MethodCall, web: Web): Promise<Envelope> {
  const request = {
    headers: { authorization: `Bearer ${web.token ?? ''}` },
    form: { ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])), v: version },
    busy: secondsToWait,
  };
  return atApiHost(async (host) => {
    const { body } = await web.json(addressOf(method, host), Envelope, request);
    return { ...body, host };
  }, web);
}

/** "Too many requests per second" passes within a second. */
const secondsToWait = (body: unknown): number | null =>
  Envelope.safeParse(body).data?.error?.error_code === tooManyPerSecond ? 1 : null;

async function told<Value>(
  { method }: MethodCall,
  shape: ZodType<Value>,
  { response, error, host }: Envelope,
  web: Web,
): Promise<MethodResult<Value>> {
  if (error) {
    if (usedUp.has(error.error_code)) (await methodsUsedUp(web)).add(method);
    await needNotUsedUp(method, web);
    const url = addressOf(method, host);
    const ends = endOf(method, url, error, web);
    if (ends) throw ends;
    return { refused: error.error_code, url };
  }
  const parsed = shape.safeParse(response);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join('.') || 'the answer as a whole';
  throw new UnexpectedAnswer(addressOf(method, host), `the answer does not have the documented shape, at ${field}`);
}

const methodsUsedUp = (web: Web): Promise<Set<string>> => web.once('methods used up', () => Promise.resolve(new Set()));

/** VK limits each method by itself: the others are still asked. @throws Unreachable */
async function needNotUsedUp(method: string, web: Web): Promise<void> {
  if (!(await methodsUsedUp(web)).has(method)) return;
  throw new Unreachable(addressOf(method), `VK's limit for ${method} is used up for hours: run again later`);
}

/** What an error says about the run as a whole; null where it says something about what was asked for. */
function endOf(
  method: string,
  url: string,
  { error_code: code, error_subcode: subcode }: Trouble,
  web: Web,
): Error | null {
  const denied = code === accessDenied && subcode !== null && deniedToToken.has(subcode);
  if (denied || invalidToken.has(code) || unfitToken.has(code)) {
    return web.stop(
      `VK does not accept VK_TOKEN for ${method} (error ${code}): it requires the service token of an app`,
      'renew_token',
    );
  }
  if (code === captcha) {
    return web.stop(
      `VK asks for a captcha (error ${code}), which this program does not solve: run again later`,
      'wait',
    );
  }
  return passing.has(code) ? new Unreachable(url, `VK reports an internal problem (error ${code})`) : null;
}

// ------------------------------------------------------------------ many calls in one request

interface Waiting {
  call: MethodCall;
  resolve: (envelope: Envelope) => void;
  reject: (error: unknown) => void;
}

/** Calls of one run that wait to be asked together. */
interface Line {
  waiting: Waiting[];
  /** Requests under way. */
  underWay: number;
  /** The sending at the next rest of the program is arranged. */
  called: boolean;
  execute: 'untried' | 'works' | 'refused';
}

const newLine = (): Line => ({ waiting: [], underWay: 0, called: false, execute: 'untried' });

/** Calls in one `execute`; https://dev.vk.com/ru/execute */
const mostCalls = 25;

function atRest(line: Line, web: Web): void {
  if (line.called) return;
  line.called = true;
  setImmediate(() => {
    line.called = false;
    sendOff(line, web);
  });
}

/** Full requests go at once; one that is not full goes only when no answer is awaited, which might bring more calls. */
function sendOff(line: Line, web: Web): void {
  while (line.waiting.length > 0) {
    const full = line.execute === 'works' && line.waiting.length >= mostCalls;
    if (line.underWay > 0 && !full && line.execute !== 'refused') return;
    line.underWay += 1;
    void send(line.waiting.splice(0, mostCalls), line, web).finally(() => {
      line.underWay -= 1;
      atRest(line, web);
    });
  }
}

/** Answers every call of the pack. */
async function send(pack: Waiting[], line: Line, web: Web): Promise<void> {
  if (pack.length === 1 || line.execute === 'refused') await sendAlone(pack, web);
  else await sendTogether(pack, line, web);
}

async function sendAlone(pack: Waiting[], web: Web): Promise<void> {
  await Promise.all(
    pack.map(async ({ call, resolve, reject }) => {
      try {
        resolve(await single(call, web));
      } catch (error) {
        reject(error);
      }
    }),
  );
}

async function sendTogether(pack: Waiting[], line: Line, web: Web): Promise<void> {
  const calls = pack.map(({ call: { method, params } }) => `API.${method}(${JSON.stringify(params)})`);
  const execute: MethodCall = { method: 'execute', params: { code: `return [${calls.join(',')}];` } };
  try {
    const envelope = await unlessUnanswered(execute, web);
    const code = envelope?.error?.error_code;
    if (code === scriptFailed) {
      // Answers of more than 5 MB: https://dev.vk.com/ru/execute
      const half = Math.ceil(pack.length / 2);
      await Promise.all([send(pack.slice(0, half), line, web), send(pack.slice(half), line, web)]);
    } else if (envelope === null || (code !== undefined && !stops(code))) {
      if (code === undefined || !passing.has(code)) line.execute = 'refused';
      await sendAlone(pack, web);
    } else {
      const all = await told(execute, z.array(z.unknown()).length(pack.length), envelope, web);
      line.execute = 'works';
      if ('value' in all) await handOut(all.value, envelope, pack, web);
    }
  } catch (error) {
    for (const { reject } of pack) reject(error);
  }
}

/** The n-th call that failed stands as `false` among the answers, and its error n-th among the errors. */
async function handOut(
  answers: unknown[],
  { execute_errors = [], host }: Envelope,
  pack: Waiting[],
  web: Web,
): Promise<void> {
  const failures = execute_errors.values();
  const again: Waiting[] = [];
  for (const [index, waiting] of pack.entries()) {
    const response = answers[index];
    const error = response === false ? failures.next().value : undefined;
    if (error && passing.has(error.error_code)) again.push(waiting);
    else waiting.resolve({ response, error, host });
  }
  await sendAlone(again, web);
}

/** Null where `execute` brings nothing to read, e.g. because the script works for too long. */
async function unlessUnanswered(execute: MethodCall, web: Web): Promise<Envelope | null> {
  try {
    return await single(execute, web);
  } catch (error) {
    if (error instanceof WebError && !(error instanceof Stopped)) return null;
    throw error;
  }
}
