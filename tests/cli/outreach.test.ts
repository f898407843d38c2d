import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { encode } from '../helpers/encode.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const path = 'output/outreach.csv';
type Cells = Record<string, string>;

const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
const table = (): string[][] => parse(readFileSync(path, 'utf8'));
const rows = (): Cells[] => {
  const [heading = [], ...below] = table();
  return below.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])));
};
const rowOf = (page: string): Cells | undefined => rows().find(({ url }) => url === `https://${page}.example`);

/** How spreadsheet programs save a table. */
const savings: Record<string, (cells: string[][]) => Promise<[name: string, bytes: Buffer]>> = {
  'semicolons, BOM and CRLF': async (cells) => ['outreach.csv', Buffer.from(`\uFEFF${csv(cells, ';')}`)],
  'windows-1251 and semicolons': async (cells) => {
    const known = csv(cells, ';').replaceAll(/[^\p{ASCII}\u0400-\u045F«»–—’№]/gu, '?');
    return ['outreach.csv', encode(known, 'windows-1251')];
  },
  'UTF-16 and tabs': async (cells) => ['outreach.txt', encode(`\uFEFF${csv(cells, '\t')}`, 'utf-16le')],
  'XLSX under its own ending': async (cells) => ['outreach.xlsx', await workbook(cells)],
  'XLSX under the ending of CSV': async (cells) => ['outreach.csv', await workbook(cells)],
};
const csv = (cells: string[][], delimiter: string): string => Papa.unparse(cells, { delimiter, newline: '\r\n' });
const workbook = async (cells: string[][]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'outreach', rows: cells }] }));

/** Ten weeks: who reads what changes, pages come and go. */
const pages = ['almanac', 'beacon', 'compass', 'digest', 'embers'];
function writeWeek(week: number): void {
  const follows = pages.flatMap((page, at) => {
    const isAway = page === 'beacon' ? week % 3 === 1 : page === 'embers' && week % 2 === 1;
    const readers = isAway ? 0 : 1 + ((at * 2 + week * 3) % 5);
    return Array.from(
      { length: readers },
      (_, client) => `Client ${client},https://${page}.example,Вестник ${page} Ω,9000\n`,
    );
  });
  writeFileSync('follows.csv', `customer,resource,title,subscribers\n${follows.join('')}`);
}

const run = (...more: string[]) => command(['analyze', '--follows', 'follows.csv', '--third-party', 'ignore', ...more]);

const typed: Record<string, Cells> = {
  almanac: {
    status: 'pitched',
    subscribe: 'да',
    pitch: 'done',
    pitch_date: '25.11.2026',
    note: 'Ответ обещали; «в среду»',
  },
  beacon: { note: '-1 по цене\nвторая строка, с запятой', comment_1: 'x', comment_1_date: '2026-11-20' },
  embers: { status: 'Отказ', thank: '=A1', placement: 'https://embers.example/post/1?a=b;c' },
};

test('what a person typed survives ten runs, whatever a spreadsheet program saves', { timeout: 240_000 }, async () => {
  writeWeek(0);
  expect((await run()).code).toBe(0);
  const [heading = [], ...below] = table();
  const filled = below.map((cells) => {
    const of = typed[/\/\/(\w+)/.exec(cells[heading.indexOf('url')] ?? '')?.[1] ?? ''] ?? {};
    return [...cells.map((cell, index) => of[heading[index] ?? ''] ?? cell), of['status'] ? 'Анна' : ''];
  });
  const names = Object.keys(savings);
  const typedTable = [[...heading, 'кто пишет'], ...filled];
  for (let week = 1; week <= 10; week++) {
    const save = savings[names[week % names.length] ?? ''];
    const [name, bytes] = (await save?.(week === 1 ? typedTable : table())) ?? ['', Buffer.alloc(0)];
    writeFileSync(`output/${name}`, bytes);
    utimesSync(path, 1000 + week, 1000 + week);
    utimesSync(`output/${name}`, 2000 + week, 2000 + week);
    writeWeek(week);
    expect(await run(), names[week % names.length]).toMatchObject({ code: 0 });
    for (const [page, cells] of Object.entries(typed)) {
      const row = rowOf(page);
      const shown = Object.fromEntries(
        Object.keys(cells).map((column) => [column, row?.[column]?.replace(/^'/, '').replaceAll('\r', '')]),
      );
      expect(shown, `${page}, week ${week}, ${names[week % names.length]}`).toEqual(cells);
      expect(row?.['кто пишет'], page).toBe(cells['status'] ? 'Анна' : '');
    }
    expect(rowOf('beacon')?.['rank'] === '', `week ${week}`).toBe(week % 3 === 1);
    expect(new Set(rows().map(({ url }) => url)).size).toBe(rows().length);
  }
});

/** A folder as the first run of a person leaves it. */
async function firstRun(): Promise<void> {
  rmSync('output', { recursive: true, force: true });
  writeWeek(0);
  await run();
}

describe('the table', () => {
  beforeEach(firstRun);

  test('a row that nobody wrote into goes with its resource; a formula stays text', async () => {
    expect(rowOf('digest')).toBeDefined();
    writeFileSync('follows.csv', 'customer,resource,subscribers\nClient 1,https://almanac.example,9000\n');
    await run();
    expect(rows().map(({ url }) => url)).toEqual(['https://almanac.example']);
  });

  test('what cannot be read back is not written over, and says so before anything is asked', async () => {
    const broken = 'url,status\nhttps://almanac.example,"placed\n';
    writeFileSync(path, broken);
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain('outreach.csv');
    expect(readFileSync(path, 'utf8')).toBe(broken);
    writeFileSync(path, 'wer,was\nAnna,nichts\n');
    expect(await run()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('neither a column url nor resource_id'),
    });
  });

  test('for European Excel, too: what looks like a number, a day or a formula comes back as it was typed', async () => {
    const given = { note: '007', status: 'pitched', pitch_date: '25.11.2026', thank: '-', follow_up: '12.11' };
    writeFileSync(
      path,
      `url;${Object.keys(given).join(';')}\nhttps://almanac.example;${Object.values(given).join(';')}\n`,
    );
    await run('--csv', 'excel');
    await run('--csv', 'excel');
    expect(readFileSync(path, 'utf8')).toContain(';25.11.2026;');
    await run();
    const shown = Object.entries(given).map(([column]) => [column, rowOf('almanac')?.[column]?.replace(/^'/, '')]);
    expect(Object.fromEntries(shown)).toEqual(given);
    expect(rowOf('almanac')?.['next_step']).toBe('wait a week, then write no_answer into status');
  });

  test('files to be handed on have nothing of it, and leave it as it is', async () => {
    const kept = 'url,status,note\nhttps://almanac.example,declined,a private word\n';
    writeFileSync(path, kept);
    expect(await run('--shareable')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('not made to be passed on'),
    });
    expect(readFileSync(path, 'utf8')).toBe(kept);
    rmSync('output', { recursive: true });
    expect((await run('--shareable')).stderr).not.toContain('outreach.csv');
    expect(existsSync(path)).toBe(false);
  });
});

describe('whom not to contact, and who accepted', () => {
  beforeEach(firstRun);

  test('a list with reasons, or a bare one, keeps resources out; what is none ends the run before it begins', async () => {
    writeWeek(0);
    writeFileSync(
      'not.csv',
      'page;reason\nhttps://www.almanac.example/;competitor\ncompass.example;written to in May\n',
    );
    await run('--exclude-resources', 'not.csv');
    expect(rowOf('almanac')?.['next_step']).toBe('nothing: do not contact (competitor)');
    expect(rowOf('compass')?.['next_step']).toBe('nothing: do not contact (written to in May)');
    expect(rowOf('digest')?.['next_step']).toBe('subscribe and read along for a week');
    writeFileSync('bare.txt', 'https://digest.example\nhttps://embers.example\n');
    await run('--exclude-resources', 'bare.txt');
    expect(rowOf('digest')?.['next_step']).toBe('nothing: do not contact');
    expect(rowOf('almanac')?.['next_step']).toBe('subscribe and read along for a week');
    writeFileSync('not.csv', 'page,reason\nour rival,competitor\n');
    expect(await run('--exclude-resources', 'not.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/not to contact[^]*not\.csv:2/),
    });
  });

  test('the share that accepted is told by class, with its interval, of pitches that are settled', async () => {
    const state: Record<string, string> = { almanac: 'placed', beacon: 'declined', compass: 'принято', digest: 'sent' };
    const lines = Object.entries(state).map(([page, status]) => `https://${page}.example,${status}\n`);
    writeFileSync(path, `url,status\n${lines.join('')}`);
    await run();
    const [heading = [], ...told] = parse(readFileSync('output/acceptance.csv', 'utf8'));
    expect(heading.join()).toBe(
      'third_party,settled,accepted,placed,declined,no_answer,waiting,share,share_low,share_high',
    );
    // Wilson 95 % of 2 in 3.
    expect(told).toEqual([['unknown', '3', '2', '1', '1', '0', '1', '0.6667', '0.2077', '0.9385']]);
    writeFileSync(path, 'url,status\n');
    await run();
    expect(existsSync('output/acceptance.csv')).toBe(false);
  });
});

describe('notes and pitches', () => {
  beforeEach(firstRun);

  const pitch = ['--specialization', 'beekeeping', '--experience', 'ten years', '--headline', 'Swarms in towns'];

  test('come with the worksheet; what a person edits stays and is told; none tells who reads what', async () => {
    const { stdout } = await run(...pitch);
    expect(stdout).toContain('output/pitches\n');
    expect(rowOf('almanac')).toMatchObject({
      pitch_note: expect.stringMatching(/^pitches\/web-almanac-example.*\.md$/),
    });
    const note = `output/${rowOf('almanac')?.['pitch_note']}`;
    const text = readFileSync(note, 'utf8');
    expect(text).toContain('My field: beekeeping. My experience: ten years.');
    expect(text).toContain('- Swarms in towns');
    expect(text + readFileSync(path, 'utf8')).not.toMatch(/Client \d/);
    expect(rowOf('almanac')?.['pitch_lacks']).toContain('what the readers get (--benefit)');

    writeFileSync(note, `${text}\nCalled on Monday.\n`);
    const again = await run('--specialization', 'bees and hives');
    expect(again.stderr).toContain('1 note in pitches/ was changed by you');
    expect(readFileSync(note, 'utf8')).toBe(`${text}\nCalled on Monday.\n`);
    expect(rowOf('almanac')?.['pitch_note']).toMatch(/\(yours\)$/);
    expect(readFileSync(`output/${rowOf('compass')?.['pitch_note']}`, 'utf8')).toContain('My field: bees and hives.');

    writeFileSync('bare.txt', 'https://almanac.example\nhttps://compass.example\n');
    const left = `output/${rowOf('compass')?.['pitch_note']}`;
    await run('--exclude-resources', 'bare.txt');
    expect([existsSync(note), existsSync(left)]).toEqual([true, false]);
  });

  test('a table for another program has whom one may contact, and goes when it is no longer asked for', async () => {
    writeFileSync('bare.txt', 'https://almanac.example\nhttps://compass.example\n');
    await run('--outreach-format', 'hubspot', '--exclude-resources', 'bare.txt', '--csv', 'excel');
    const [heading = [], ...told] = parse(readFileSync('output/outreach-hubspot.csv', 'utf8'));
    expect(heading.slice(0, 3)).toEqual(['Company name', 'Company domain name', 'Website URL']);
    expect(told.map((cells) => cells[1]).toSorted()).toEqual(['beacon.example', 'digest.example', 'embers.example']);
    await run('--outreach-format', 'pitchbox', '--outreach-format', 'buzzstream');
    const there = ['hubspot', 'buzzstream', 'pitchbox'].filter((name) => existsSync(`output/outreach-${name}.csv`));
    expect(there).toEqual(['buzzstream', 'pitchbox']);
    await run();
    expect(existsSync('output/outreach-pitchbox.csv')).toBe(false);
  });

  test('the same run writes the same bytes', async () => {
    await run(...pitch);
    const names = [path, `output/${rowOf('digest')?.['pitch_note']}`];
    const before = names.map((name) => readFileSync(name, 'utf8'));
    await run(...pitch);
    expect(names.map((name) => readFileSync(name, 'utf8'))).toEqual(before);
  });
});
