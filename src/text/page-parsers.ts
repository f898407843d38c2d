import { createRequire } from 'node:module';
import type * as Cheerio from 'cheerio/slim';
import type * as HtmlParser from 'htmlparser2';

// Loaded when a page is first read: most commands read none, and loading them takes as long as an empty Node.

const load = createRequire(import.meta.url);

export const cheerio = (): typeof Cheerio => load('cheerio/slim') as typeof Cheerio;

export const htmlParser = (): typeof HtmlParser => load('htmlparser2') as typeof HtmlParser;
