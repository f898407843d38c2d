import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { adviseOn } from '../../../src/outreach/advice.ts';
import { mergeOutreach } from '../../../src/outreach/merge.ts';
import { noteOf, readNote } from '../../../src/outreach/note.ts';
import { planNotes } from '../../../src/outreach/notes-folder.ts';
import type { OutreachRow } from '../../../src/outreach/row.ts';
import { writeAll } from '../../../src/files/replace.ts';
import type { Row } from '../../../src/types/report.ts';
import { harmfulTexts } from '../outputs/example-report.ts';
import { now, page, post } from './pages.ts';

const noTexts = { specialization: '', experience: '', headline: [], benefit: '', sample: [], author: '' };
const note = (row: OutreachRow, of: Row, text = 'A quiet word about hedges and their makers'): string =>
  noteOf(row, adviseOn(of, [post(text)], noTexts, { topic: null, now }));

const rowsOf = (rows: Row[], written = ''): OutreachRow[] =>
  mergeOutreach(
    rows,
    {
      entries:
        written === ''
          ? []
          : [
              {
                cells: new Map([
                  ['url', rows[0]?.url ?? ''],
                  ['note', written],
                ]),
                own: [],
              },
            ],
      ownHeadings: [],
    },
    { today: '2026-11-28', excludedAs: () => null, lawfulOn: () => [] },
  );

describe('a note', () => {
  test('has properties that YAML reads, a heading, and a digest that shows an edit', () => {
    const of = page({ title: 'Hedges: "the" # page\n& more', network: 'vk', resourceId: '-1' });
    const text = note(rowsOf([of])[0] as OutreachRow, of);
    const [, front = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
    expect(parse(front)).toMatchObject({
      title: 'Hedges: "the" # page\n& more',
      resource: 'vk:-1',
      status: 'open',
      tags: ['outreach'],
    });
    expect(text).toContain('\n# Hedges: "the" \\# page \\& more\n');
    expect(readNote(text)).toEqual({ key: 'vk:-1', isEdited: false });
    expect(readNote(text.replaceAll('\n', '\r\n')), 'saved with other line ends').toEqual({
      key: 'vk:-1',
      isEdited: false,
    });
    expect(readNote(`${text}my words`)).toEqual({ key: 'vk:-1', isEdited: true });
    expect(readNote(text.replace('"outreach"]', '"outreach", "mine"]')).isEdited, 'a property').toBe(true);
    expect(readNote('# a file of my own')).toEqual({ key: null, isEdited: true });
  });

  test.each(harmfulTexts)('what a stranger writes makes no markup: %s', (harmful) => {
    const text = `${harmful} <img src=x onerror=alert(1)> [link](javascript:alert(1)) ![p](x) \`\`\` # head`;
    const of = page({ title: text, contact: text, description: text, url: 'javascript:alert(1)' });
    const [, , body = ''] = note(rowsOf([of])[0] as OutreachRow, of, text).split(/^---$/m);
    const outside = body.replaceAll(/^(`{3,})text\n.*?^\1$/gms, '');
    expect(outside).not.toMatch(/(?<!\\)<(?!https?:)|(?<!\\)\[(?![ x]\])|(?<!\\)`/);
  });

  test('a fence in a title does not end the letter', () => {
    const of = page({ title: '````' });
    expect(note(rowsOf([of])[0] as OutreachRow, of)).toMatch(/^`````text\nHello ````,$/m);
  });
});

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'notes-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  mkdirSync(join(path, 'pitches'));
  return path;
};

describe('the folder of notes', () => {
  const one = page({ resource: 'con.example', resourceId: 'did:1', url: 'https://page.example/con' });
  const other = page({ resource: 'Кафе', resourceId: 'did:2', url: 'https://page.example/2' });

  test('names are safe everywhere, a second run writes nothing, and what is no longer wanted goes', async () => {
    const path = folder();
    const rows = rowsOf([one, other]);
    const all = new Map(rows.map((row, at) => [row, note(row, at === 0 ? one : other)]));
    const first = await planNotes(path, all, rows);
    for (const { name } of first.files) expect(name).toMatch(/^pitches\/[a-z]+-[a-z0-9-]+\.md$/);
    expect(first.files).toHaveLength(2);
    await writeAll(path, first.files);
    expect((await planNotes(path, all, rows)).files).toEqual([]);
    const [kept] = rows;
    const less = await planNotes(path, new Map([...all].slice(0, 1)), kept ? [kept] : []);
    expect(less.absent).toEqual([first.places.get('bluesky:did:2')?.path]);
  });

  test('what a person edited stays, under its own name, also when its resource has left; a stranger’s file too', async () => {
    const path = folder();
    const [row] = rowsOf([one]) as [OutreachRow];
    const texts = new Map([[row, note(row, one)]]);
    const { files, places } = await planNotes(path, texts, [row]);
    await writeAll(path, files);
    const own = join(path, places.get('bluesky:did:1')?.path ?? '');
    writeFileSync(join(path, 'pitches', 'my hedge.md'), `${readFileSync(own, 'utf8')}\nCalled them.`);
    rmSync(own);
    writeFileSync(join(path, 'pitches', 'diary.md'), 'nothing of this');
    const again = await planNotes(path, texts, [row]);
    expect(again).toMatchObject({ files: [], absent: [] });
    expect(again.places.get('bluesky:did:1')).toEqual({ path: 'pitches/my hedge.md', isEdited: true });
    expect(await planNotes(path, new Map(), [])).toMatchObject({ files: [], absent: [] });
  });

  test('a note that nobody edited stays as the record of a resource that somebody wrote about', async () => {
    const path = folder();
    const [row] = rowsOf([one]) as [OutreachRow];
    await writeAll(path, (await planNotes(path, new Map([[row, note(row, one)]]), [row])).files);
    const [left] = rowsOf([{ ...one, verdict: 'drop', rank: null }], 'they said yes') as [OutreachRow];
    expect(await planNotes(path, new Map(), [left])).toMatchObject({ files: [], absent: [] });
    expect((await planNotes(path, new Map(), [])).absent).toHaveLength(1);
  });
});
