import { describe, expect, test } from 'vitest';
import { fenced, letterIn, withLetter } from '../../../src/text/letter.ts';

const noteWith = (letter: string): string =>
  `---\ntitle: "Roses"\n---\n\n# Roses\n\n## Steps\n\n- [ ] Subscribe\n\n## Pitch\n\nA draft of 3 words.\n\n${fenced(letter)}\n\n- To be filled in: a topic\n\n## Draft by the assistant\n\n${fenced('a draft')}\n`;

describe('the letter of a note', () => {
  test.each([
    ['some lines', 'Hello,\n\nthree topics:\n- one\n\nYours'],
    ['a heading of its own', 'Hello\n\n## Pitch\n\nmore\n## Steps'],
    ['fences', 'Hello\n```text\ncode\n```\n````\nend'],
    ['nothing', ''],
  ])('with %s is found, and replaced by another one', (_, letter) => {
    const note = noteWith(letter);
    expect(letterIn(note)).toBe(letter);
    for (const other of ['Dear Ada', 'a ``` b\n````text', letter])
      expect(withLetter(note, other)).toBe(noteWith(other));
  });

  test.each([
    ['a person wrote all of', 'Call them on Monday.\n'],
    ['has no letter', '# Roses\n\n## Pitch\n\nNone: no topic.\n\n## Draft by the assistant\n\n```text\na draft\n```\n'],
    ['does not end its letter', '# Roses\n\n## Pitch\n\n```text\nHello\n'],
  ])('a note that %s is written as a whole', (_, note) => {
    expect(letterIn(note)).toBe(null);
    expect(withLetter(note, 'Dear Ada')).toBe('Dear Ada');
  });
});
