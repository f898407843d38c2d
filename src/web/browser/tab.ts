import { BrokenBrowser } from './launch.ts';
import {
  type BrowserEvent,
  type Connection,
  type ProtocolFields,
  ProtocolError,
  isFieldMap,
  textField,
} from './connection.ts';
import { lightenPage } from './page-scripts.ts';

/** How a tab shows itself to pages. */
interface TabOptions {
  userAgent: string;
  language: string;
}

/** What a page asks for; it waits until it is answered, failed or let go. */
export interface TabRequest {
  url: string;
  method: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: Buffer | null;
  /** As the browser calls it, in lower case: `document`, `script`, `fetch` … */
  type: string;
  /** It would put another document in the place of the tab's own. */
  isOfTab: boolean;
  /** It would weigh more than is carried. */
  isHeavy: boolean;
  fulfill(status: number, headers: Record<string, string>, body: Uint8Array): Promise<void>;
  refuse(): Promise<void>;
  /** Lets the browser answer it by itself. */
  pass(): Promise<void>;
}

/** A tab with nothing that an earlier page left. */
export interface Tab {
  /** The browser's code where it cannot show the address; null where it can, or the page went on meanwhile. */
  navigate(url: string): Promise<string | null>;
  /**
   * What a script answers that runs beside the page, in a world of its own.
   * @throws LeftPage, ProtocolError
   */
  evaluate(script: string, ...given: (string | number)[]): Promise<unknown>;
  /** Whether it was closed; not in time means that its browser is stuck. */
  close(): Promise<void>;
}

/** The page went to another document while it was looked at. */
export class LeftPage extends Error {}

interface TabListeners {
  asked: (request: TabRequest) => void;
  broken: (why: BrokenBrowser) => void;
}

/** Of what a page sends. */
const maxBodyBytes = 1024 * 1024;
const maxUrlLength = 100_000;
const world = 'target-resources';

const firstScript = lightenPage(maxBodyBytes);
const attachment = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

/** Opens tabs in one browser. */
export interface Tabs {
  /** @throws ProtocolError */
  open(options: TabOptions, listeners: TabListeners): Promise<Tab>;
}

/** Windows and background workers that pages open are closed before they run. @throws ProtocolError */
export async function createTabs(connection: Connection): Promise<Tabs> {
  const expected: Expected = new Map();
  connection.listen(null, ({ method, params }) => {
    if (method !== 'Target.attachedToTarget' || !isFieldMap(params['targetInfo'])) return;
    const target = params['targetInfo'];
    const owner = textField(target, 'browserContextId');
    const attach = textField(target, 'type') === 'page' ? expected.get(owner) : undefined;
    if (attach) {
      expected.delete(owner);
      attach(textField(params, 'sessionId'));
    } else {
      connection.send(null, 'Target.closeTarget', { targetId: textField(target, 'targetId') }).catch(() => {});
    }
  });
  await connection.send(null, 'Target.setAutoAttach', attachment);
  return { open: (options, listeners) => openTab(connection, expected, options, listeners) };
}

/** Who waits for the first tab of a browser context. */
type Expected = Map<string, (session: string) => void>;

async function openTab(
  connection: Connection,
  expected: Expected,
  { userAgent, language }: TabOptions,
  { asked, broken }: TabListeners,
): Promise<Tab> {
  const browserContextId = textField(await connection.send(null, 'Target.createBrowserContext'), 'browserContextId');
  const sessions = new Set<string>();

  async function close(): Promise<void> {
    for (const each of sessions) connection.forget(each);
    expected.delete(browserContextId);
    await connection.send(null, 'Target.disposeBrowserContext', { browserContextId });
  }

  try {
    return await open();
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }

  async function open(): Promise<Tab> {
    await connection.send(null, 'Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
    await connection.send(null, 'Browser.grantPermissions', { permissions: [], browserContextId });
    const attached = new Promise<string>((resolve) => expected.set(browserContextId, resolve));
    const created = await connection.send(null, 'Target.createTarget', { url: 'about:blank', browserContextId });
    const frameId = textField(created, 'targetId');
    const session = await attached;
    const send = (method: string, params?: ProtocolFields): Promise<ProtocolFields> =>
      connection.send(session, method, params);
    let context: Promise<number> | null = null;

    const heard = (from: string, { method, params }: BrowserEvent): void => {
      if (method === 'Fetch.requestPaused') take(requestOf(connection, from, frameId, params), asked);
      else if (method === 'Target.attachedToTarget') void prepare(params);
      else if (method === 'Target.detachedFromTarget') leave(textField(params, 'sessionId'));
      else if (method === 'Page.javascriptDialogOpening') {
        const accept = textField(params, 'type') === 'beforeunload';
        connection.send(from, 'Page.handleJavaScriptDialog', { accept }).catch(() => {});
      } else if (from !== session) return;
      else if (method === 'Inspector.targetCrashed') broken(new BrokenBrowser('its tab crashed'));
      else if (method === 'Inspector.detached') broken(new BrokenBrowser('its tab was closed'));
    };
    const leave = (child: string): void => {
      sessions.delete(child);
      connection.forget(child);
    };

    /** A frame or a worker; nothing of it has run yet. */
    async function prepare(params: ProtocolFields): Promise<void> {
      const child = textField(params, 'sessionId');
      const isFrame = isFieldMap(params['targetInfo']) && textField(params['targetInfo'], 'type') === 'iframe';
      sessions.add(child);
      connection.listen(child, (event) => heard(child, event));
      const may = (method: string, given?: ProtocolFields) => connection.send(child, method, given).catch(() => ({}));
      await Promise.all([
        may('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
        may('Target.setAutoAttach', attachment),
        may('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language }),
        isFrame
          ? may('Page.addScriptToEvaluateOnNewDocument', { source: firstScript, runImmediately: true })
          : may('Runtime.evaluate', { expression: firstScript }),
        may('Runtime.runIfWaitingForDebugger'),
      ]);
    }

    sessions.add(session);
    connection.listen(session, (event) => heard(session, event));
    await Promise.all([
      send('Page.enable'),
      send('Inspector.enable'),
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      send('Target.setAutoAttach', attachment),
      send('Page.addScriptToEvaluateOnNewDocument', { source: firstScript }),
      send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language }),
      send('Emulation.setLocaleOverride', { locale: language }),
      send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' }),
      send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] }),
      send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 720, deviceScaleFactor: 1, mobile: false }),
      send('Runtime.runIfWaitingForDebugger'),
    ]);

    async function contextOf(): Promise<number> {
      const made = await send('Page.createIsolatedWorld', { frameId, worldName: world });
      const id = made['executionContextId'];
      if (typeof id !== 'number') throw new ProtocolError('no world of its own');
      return id;
    }

    return {
      async navigate(url) {
        const code = textField(await send('Page.navigate', { url, frameId }), 'errorText');
        return code === '' || code === 'net::ERR_ABORTED' ? null : code.replace('net::', '');
      },

      async evaluate(script, ...given) {
        try {
          context ??= contextOf();
          const answer = await send('Runtime.callFunctionOn', {
            functionDeclaration: script,
            executionContextId: await context,
            arguments: given.map((value) => ({ value })),
            returnByValue: true,
            awaitPromise: true,
          });
          if (answer['exceptionDetails'] !== undefined) throw new ProtocolError('a script beside the page failed');
          return isFieldMap(answer['result']) ? answer['result']['value'] : undefined;
        } catch (error) {
          context = null;
          if (/context|navigated|collected|No frame/.test(String(error))) throw new LeftPage(String(error));
          throw error;
        }
      },

      close,
    };
  }
}

/** What never leaves the tab is let go; whether another origin may be asked is answered here. */
function take(request: TabRequest, asked: (request: TabRequest) => void): void {
  if (/^(?:data|blob):/.test(request.url) && request.type !== 'document') void request.pass();
  else if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) void allow(request);
  else asked(request);
}

function requestOf(connection: Connection, session: string, frameId: string, params: ProtocolFields): TabRequest {
  const requestId = textField(params, 'requestId');
  const request = isFieldMap(params['request']) ? params['request'] : {};
  const type = textField(params, 'resourceType').toLowerCase();
  const url = textField(request, 'url');
  const headers = headersOf(request['headers']);
  const body = bodyOf(request);
  const answer = async (method: string, rest: ProtocolFields): Promise<void> => {
    // A page may be gone before it hears its answer: that is no error.
    await connection.send(session, method, { requestId, ...rest }).catch(() => {});
  };
  return {
    url,
    method: textField(request, 'method'),
    headers,
    body,
    type,
    // What is saved as a file comes without this header.
    isOfTab:
      type === 'document' &&
      textField(params, 'frameId') === frameId &&
      headers['upgrade-insecure-requests'] !== undefined,
    isHeavy: params['cut'] === true || url.length > maxUrlLength || (body?.length ?? 0) > maxBodyBytes,
    fulfill: (responseCode, shown, bytes) =>
      answer('Fetch.fulfillRequest', {
        responseCode,
        responseHeaders: Object.entries(shown).flatMap(([name, value]) =>
          value.split('\n').map((line) => ({ name, value: line })),
        ),
        body: Buffer.from(bytes).toString('base64'),
      }),
    // Any other reason would put an error page in the place of the page.
    refuse: () => answer('Fetch.failRequest', { errorReason: 'Aborted' }),
    pass: () => answer('Fetch.continueRequest', {}),
  };
}

/** Answers the question before a request to another origin; the answer of the request itself says who may read it. */
const allow = (request: TabRequest): Promise<void> =>
  request.fulfill(
    204,
    {
      'access-control-allow-origin': request.headers['origin'] ?? '*',
      'access-control-allow-methods': request.headers['access-control-request-method'] ?? 'GET, POST',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
      'access-control-allow-credentials': 'true',
    },
    new Uint8Array(),
  );

function headersOf(told: unknown): Record<string, string> {
  if (!isFieldMap(told)) return {};
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function bodyOf(request: ProtocolFields): Buffer | null {
  const entries = request['postDataEntries'];
  if (!Array.isArray(entries)) return null;
  return Buffer.concat(
    entries.map((each: unknown) => Buffer.from(isFieldMap(each) ? textField(each, 'bytes') : '', 'base64')),
  );
}
