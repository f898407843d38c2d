import { readFileSync } from 'node:fs';
import { judgeResource } from '../src/judgement/judge-resource.ts';
import type { Post } from '../src/types/resource.ts';
import {
  type Labelled,
  blindSets,
  blindSetsIn,
  corpusLanguages,
  corpusNow,
  readCorpus,
  readPhrases,
  unseenLanguages,
} from '../tests/helpers/judgement-corpus.ts';

// How right the rules are on labelled resources: those of the tests, or a file with one resource a line as JSON.
// npm run bench:judgement [-- set.jsonl]

interface Account {
  title: string;
  bio: string;
}

interface Line {
  id: string;
  lang: string;
  network: string;
  handle: string;
  title: string;
  description: string;
  facts: { wall?: number; group?: boolean; closed?: boolean; noPreview?: boolean; modsOnly?: boolean };
  accounts: Record<string, Account>;
  posts: { age: number; kind: string; by?: string; text: string; quoted?: string; ads?: boolean }[];
  label: { verdict: Labelled['verdict']; classes: string[] };
}

interface Case extends Labelled {
  classes: string[];
}

const dayMs = 86_400_000;

function caseOf(line: Line): Case {
  const { facts, accounts, handle, title } = line;
  const isHidden = facts.closed === true || facts.noPreview === true;
  const people = new Map(Object.entries(accounts));
  const posts = line.posts.slice(0, 50).map((each, at): Post => {
    const other = each.by === undefined || each.by === 'self' ? null : each.by;
    const place =
      each.kind === 'wall' || each.kind === 'signed' ? each.kind : each.kind === 'playlist' ? 'collection' : null;
    return {
      url: `https://posts.example/${line.id}/${at}`,
      at: new Date(corpusNow - each.age * dayMs).toISOString(),
      kind: other === null ? 'own' : each.kind === 'quote' ? 'quote' : 'repost',
      author: other ?? handle,
      text: each.text,
      ...(other !== null && {
        by: { name: people.get(other)?.title ?? null, handle: other, bio: people.get(other)?.bio ?? null },
      }),
      ...(each.quoted !== undefined && { quoted: each.quoted }),
      ...(place && { place }),
      ...(each.ads === true && { ad: true as const }),
    };
  });
  const open = facts.wall === 1 || (facts.group === true && facts.modsOnly !== true);
  const url = `https://${line.network}.example/${handle}`;
  const [first = 'unknown'] = line.label.classes;
  return {
    id: line.id,
    language: line.lang,
    verdict: line.label.verdict,
    class: first,
    classes: line.label.classes,
    about: { title, name: handle, url, description: line.description, open },
    posts: isHidden ? null : posts,
  };
}

function print(name: string, cases: Case[]): void {
  const judged = cases.map((each) => ({ ...each, said: judgeResource(each.about, each.posts, corpusNow) }));
  const line = (
    label: string,
    some: typeof judged,
    says: (one: (typeof judged)[number]) => boolean,
    is: (one: Case) => boolean,
  ): void => {
    const right = some.filter((each) => says(each) && is(each)).length;
    const said = some.filter(says).length;
    const labelled = some.filter(is).length;
    const share = (of: number): string => (of === 0 ? '  -  ' : (right / of).toFixed(3));
    console.log(
      `${label.padEnd(20)} n ${String(some.length).padStart(4)}  precision ${share(said)}  recall ${share(labelled)}`,
    );
  };
  const isKept = ({ said }: (typeof judged)[number]): boolean => said.lacking === 'nothing';
  const shallBeKept = ({ verdict }: Case): boolean => verdict === 'keep';
  console.log(`\n${name}`);
  line('kept', judged, isKept, shallBeKept);
  for (const code of new Set(cases.map(({ language }) => language))) {
    line(
      `  ${code}`,
      judged.filter(({ language }) => language === code),
      isKept,
      shallBeKept,
    );
  }
  for (const kind of new Set(cases.map((each) => each.class))) {
    line(
      `  ${kind}`,
      judged,
      ({ said }) => said.kind === kind,
      (each) => each.classes.includes(kind),
    );
  }
  const rules = new Map<string, number>();
  for (const { rule } of judged.flatMap(({ said }) => said.evidence)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  console.log(
    `rules: ${[...rules]
      .toSorted((a, b) => b[1] - a[1])
      .map(([rule, count]) => `${rule} ${count}`)
      .join(', ')}`,
  );
  for (const each of judged.filter((one) => isKept(one) !== shallBeKept(one))) {
    console.log(
      `  wrong: ${each.id} ${each.verdict}, said ${each.said.kind} (${each.said.lacking}): ${each.about.description ?? ''}`,
    );
  }
}

const single = (each: Labelled): Case => ({ ...each, classes: [each.class] });

/** The rules were tuned on the first two sets; the others were written afterwards, in other wordings. */
function printOwn(): void {
  const resources = corpusLanguages.flatMap((language) => readCorpus(language).map(single));
  const phrases = corpusLanguages.flatMap((language) => readPhrases(language).map(single));
  const unseen = unseenLanguages.flatMap((language) => readCorpus(language, 'unseen-corpus').map(single));
  const unseenPhrases = unseenLanguages.flatMap((language) => readPhrases(language, 'unseen-phrases').map(single));
  const blind = blindSets.map(
    (set) =>
      [
        set,
        corpusLanguages.flatMap((language) =>
          blindSetsIn(language).includes(set) ? readCorpus(language, set).map(single) : [],
        ),
      ] as const,
  );
  print('resources', resources);
  print('phrases', phrases);
  print('unseen resources', unseen);
  print('unseen phrases', unseenPhrases);
  for (const [set, cases] of blind) print(set, cases);
}

/** 10,000 resources of 50 posts each. */
function measure(): void {
  const some = corpusLanguages.flatMap((language) => readCorpus(language));
  const before = process.cpuUsage();
  for (let at = 0; at < 10_000; at++) {
    const { about, posts } = some[at % some.length] ?? {};
    const few = posts ?? [];
    const many = Array.from({ length: few.length > 0 ? 50 : 0 }, (_, k) => few[k % few.length]).flatMap(
      (post) => post ?? [],
    );
    if (about) judgeResource(about, many, corpusNow);
  }
  const { user } = process.cpuUsage(before);
  const { heapUsed } = process.memoryUsage();
  console.log(
    `\n10000 resources of 50 posts: ${(user / 1e6).toFixed(1)} s of processor time, ${Math.round(heapUsed / 2 ** 20)} MiB of heap`,
  );
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  printOwn();
  measure();
} else {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  print(
    file,
    lines.map((line) => caseOf(JSON.parse(line) as Line)),
  );
}
