import type { EvidenceRow } from '../types/judgement.ts';
import { isHandleOf, isSamePerson } from './names.ts';

/** Somebody from outside, with what shows it. */
export interface Outsider {
  /** The account's; empty where only a name is known. */
  id: string;
  parts: string[];
  sure: boolean;
  rows: EvidenceRow[];
}

/** Pieces for each of them from which a few names under everything are the page's own people. */
const piecesOfStaff = 4;
const mostStaff = 3;

/** The people that a page shows: its own, and others. One person is one, under any form of the name. */
export class People {
  readonly #others: Outsider[] = [];
  readonly #house: string[][] = [];

  ofTheHouse(parts: string[]): void {
    if (!this.isOfTheHouse(parts)) this.#house.push(parts);
  }

  isOfTheHouse(parts: readonly string[]): boolean {
    return this.#house.some((each) => isSame(each, parts));
  }

  add({ id, parts, sure }: Omit<Outsider, 'rows'>, row: EvidenceRow): void {
    const known = this.#others.find((each) =>
      id !== '' && each.id !== '' ? isSameAccount(each, { id, parts }) : isSame(each.parts, parts),
    );
    if (known) {
      known.rows.push(row);
      known.sure ||= sure;
    } else {
      this.#others.push({ id, parts, sure, rows: [row] });
    }
  }

  /** Without the page's own people: those who are named so, and a few who sign everything. */
  outsiders(): Outsider[] {
    const others = this.#others.filter(({ parts }) => parts.length === 0 || !this.isOfTheHouse(parts));
    const signing = others.filter(({ rows }) =>
      rows.every(({ rule }) => rule === 'byline' || rule === 'signature' || rule === 'signed'),
    );
    const pieces = signing.reduce((sum, { rows }) => sum + rows.length, 0);
    const isStaff = signing.length <= mostStaff && pieces >= piecesOfStaff * signing.length;
    return isStaff ? others.filter((each) => !signing.includes(each)) : others;
  }
}

type Account = Pick<Outsider, 'id' | 'parts'>;

/** One word of two accounts, which may be a handle, is of one person only where it is the same to the letter. */
function isSameAccount(one: Account, other: Account): boolean {
  if (one.id === other.id) return true;
  if (one.parts.length === 1 && other.parts.length === 1) return one.parts[0] === other.parts[0];
  return isSame(one.parts, other.parts);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [first = '', ...more] = one;
  const [theirs = '', ...others] = other;
  if (more.length === 0 && others.length > 0) return isHandleOf(first, other);
  if (others.length === 0 && more.length > 0) return isHandleOf(theirs, one);
  return isSamePerson(one, other);
}
