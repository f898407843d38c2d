import { isSurveyed, keyOfLine, lineOf, listedIn, networkOfLine, ownedIn } from '../types/listed-line.ts';
import type { Listed } from '../types/resource.ts';
import type { Lines, ReadList } from '../types/store.ts';
import { pickBetter, resourceKey } from './keys.ts';
import type { ResolvedLists } from './resolve.ts';
import type { Tally } from './tally.ts';
import { Texts } from './texts.ts';

/**
 * What the lists say of the resources that were counted: of each the best that any of them says. A line is read where it
 * is not known yet; of those that clients share nearly all are, and stay packed.
 */
export class Descriptions {
  /** How many resources so many customers follow, by network. */
  readonly spread = new Map<string, number[]>();
  /** CRC-32 of lines in imported lists that only a survey tells. */
  readonly #surveyMarks = new Set<number>();
  /** Resources that share the 64-bit key of another one, by its number: expected once in 10^8 runs with a million each. */
  readonly collided = new Map<number, Map<string, Listed>>();
  readonly #texts = new Texts();
  /** By the number of a key: its text, the mark of the first line that was met, and its network plus one. */
  readonly #text: Uint32Array;
  readonly #mark: Uint32Array;
  readonly #network: Uint16Array;
  readonly #networks: string[] = [];
  /** Numbers with further marks that are known. */
  readonly #otherMarks = new Set<number>();
  /** Where, counted through all lists from 1 on, a line stands that was not met as a fresh one: the first of a number, */
  readonly #awaited: Uint32Array;
  /** and others of it. */
  readonly #others = new Map<number, number>();
  readonly #read: ResolvedLists;
  readonly #lists: readonly ReadList[];
  readonly #tally: Tally;

  /** @param lists each once */
  constructor(read: ResolvedLists, lists: readonly ReadList[], tally: Tally) {
    this.#read = read;
    this.#lists = lists;
    this.#tally = tally;
    this.#text = new Uint32Array(tally.size);
    this.#mark = new Uint32Array(tally.size);
    this.#awaited = new Uint32Array(tally.size);
    this.#network = new Uint16Array(tally.size);
  }

  /** Reads what the lists say of all resources that so many customers follow. */
  describe(least: number, most = Infinity): void {
    const isWanted = (number: number): boolean => {
      const customers = this.#tally.countOf(number);
      return customers >= least && customers <= most;
    };
    const starts: number[] = [];
    let ordinal = 0;
    for (const { list, network } of this.#lists) {
      starts.push(ordinal);
      const lines = this.#read.lines(list);
      const numbers = this.#tally.findAll(this.#read.keys(list));
      for (let index = 0; index < numbers.length; index++) {
        const number = numbers[index] ?? 0;
        if (lines.isFresh(index)) this.#takeFresh(number, lines, index, isWanted(number), network === null);
        else this.#await(number, lines.marks[index] ?? 0, ordinal + index, isWanted(number));
      }
      ordinal += numbers.length;
    }
    this.#readAwaited(starts, isWanted);
  }

  isDescribed(number: number): boolean {
    return this.#text[number] !== 0;
  }

  /** Of what is described. */
  listed(number: number): Listed {
    return listedIn(this.#texts.get(this.#text[number] ?? 0));
  }

  /** Of what is described, what tells whose page it is. */
  owned(number: number): Pick<Listed, 'network' | 'id' | 'name'> {
    return ownedIn(this.#texts.get(this.#text[number] ?? 0));
  }

  /** Key of a resource that is described. */
  keyOf(number: number): string {
    return keyOfLine(this.#texts.get(this.#text[number] ?? 0));
  }

  /** The networks that the resources of a list lie in. */
  networksIn(list: string): Set<string> {
    if (this.collided.size > 0) return new Set(this.#read.resources(list).map(({ network }) => network));
    const networks = new Set<number>();
    for (const number of this.#tally.findAll(this.#read.keys(list))) networks.add(this.#network[number] ?? 0);
    return new Set([...networks].map((network) => this.#networks[network - 1] ?? ''));
  }

  /** Whether a list, which is an imported one, has something that a survey alone tells. */
  isAnswered(list: string): boolean {
    return this.#surveyMarks.size > 0 && this.#read.lines(list).marks.some((mark) => this.#surveyMarks.has(mark));
  }

  /** The networks of an imported list of which not a survey alone tells. */
  networksShown(list: string): Set<string> {
    if (!this.isAnswered(list)) return this.networksIn(list);
    return new Set(this.#read.resources(list).flatMap(({ network, via }) => (via === 'survey' ? [] : [network])));
  }

  #takeFresh(number: number, lines: Lines, index: number, isWanted: boolean, isImported: boolean): void {
    const mark = lines.marks[index] ?? 0;
    if (this.#network[number] === 0) this.#meet(number, lines.text(index));
    if (isImported && isSurveyed(lines.text(index))) this.#surveyMarks.add(mark);
    if (!isWanted) return;
    const awaited = this.#awaited[number] ?? 0;
    if (awaited > 0 && this.#mark[number] !== mark) this.#others.set(marked(number, this.#mark[number] ?? 0), awaited);
    this.#awaited[number] = 0;
    this.#describe(number, mark, lines.text(index));
  }

  /** A line that was written before: another list has it, as a rule, and it need not be read. */
  #await(number: number, mark: number, ordinal: number, isWanted: boolean): void {
    if (!isWanted) {
      if (this.#network[number] === 0 && this.#awaited[number] === 0) this.#awaited[number] = ordinal + 1;
      return;
    }
    if (!this.isDescribed(number) && this.#awaited[number] === 0) {
      this.#awaited[number] = ordinal + 1;
      this.#mark[number] = mark;
      return;
    }
    if (this.#mark[number] === mark) return;
    const other = marked(number, mark);
    if (!this.#otherMarks.has(other) && !this.#others.has(other)) this.#others.set(other, ordinal + 1);
  }

  /** Reads what stands in no list as a fresh line: the list that had it so was read again since, or is gone. */
  #readAwaited(starts: readonly number[], isWanted: (number: number) => boolean): void {
    const ordinals = [...this.#others.values()];
    for (const awaited of this.#awaited) if (awaited > 0) ordinals.push(awaited);
    this.#awaited.fill(0);
    this.#others.clear();
    ordinals.sort((a, b) => a - b);
    let at = 0;
    for (const [place, { list, network }] of this.#lists.entries()) {
      const end = starts[place + 1] ?? Infinity;
      if (at === ordinals.length) return;
      if ((ordinals[at] ?? 0) > end) continue;
      const lines = this.#read.lines(list);
      const numbers = this.#tally.findAll(this.#read.keys(list));
      for (; at < ordinals.length && (ordinals[at] ?? 0) <= end; at++) {
        const index = (ordinals[at] ?? 0) - 1 - (starts[place] ?? 0);
        const number = numbers[index] ?? 0;
        this.#takeFresh(number, lines, index, isWanted(number), network === null);
      }
    }
  }

  #meet(number: number, text: string): void {
    const network = networkOfLine(text);
    const at = this.#networks.indexOf(network);
    this.#network[number] = at < 0 ? this.#networks.push(network) : at + 1;
    const histogram = this.spread.get(network) ?? [];
    const customers = this.#tally.countOf(number);
    histogram[customers] = (histogram[customers] ?? 0) + 1;
    this.spread.set(network, histogram);
  }

  #describe(number: number, mark: number, text: string): void {
    if (!this.isDescribed(number)) {
      this.#text[number] = this.#texts.add(text);
      this.#mark[number] = mark;
      return;
    }
    const other = marked(number, mark);
    if (this.#mark[number] === mark || this.#otherMarks.has(other)) return;
    this.#otherMarks.add(other);
    this.#others.delete(other);
    this.#compare(number, listedIn(text));
  }

  #compare(number: number, listed: Listed): void {
    const known = this.listed(number);
    const key = resourceKey(listed);
    if (resourceKey(known) === key) {
      const better = pickBetter(listed, known);
      if (better !== known) this.#text[number] = this.#texts.add(lineOf(better));
      return;
    }
    const others = this.collided.get(number) ?? new Map<string, Listed>();
    const before = others.get(key);
    this.collided.set(number, others.set(key, before ? pickBetter(listed, before) : listed));
  }
}

const marked = (number: number, mark: number): number => number * 2 ** 32 + mark;
