import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Imported, Worksheet } from '../../src/index.ts';
import { command, ownFolder } from '../cli/terminal.ts';
import { randomFollows } from '../doubles/exports/follows.ts';
import { instagramJson } from '../doubles/exports/instagram.ts';
import { companyFollows } from '../doubles/exports/linkedin.ts';
import { facebookJson, named } from '../doubles/exports/facebook.ts';
import { facebookAddress, facebookPage } from '../doubles/pages/facebook.ts';
import { instagramPage } from '../doubles/pages/instagram.ts';
import { languages } from '../doubles/pages/languages.ts';
import { linkedinAddress, linkedinPage } from '../doubles/pages/linkedin.ts';
import type { Page, Shown } from '../doubles/pages/markup.ts';
import { ways } from '../doubles/pages/saved.ts';
import { randomNumbers } from '../helpers/random.ts';
import { zip } from '../helpers/zips.ts';

ownFolder();

const random = randomNumbers(20261128);
const below = (count: number): number => Math.floor(random() * count);

const first = ['Ada', 'Bernd', 'Chloé', 'Dmitri', 'Eleni', 'Fatma'];
const last = ['Quince', 'Sedge', 'Fenn', 'Орлова', 'Ρόδου'];

interface Person {
  name: string;
  facebook: string;
  instagram: string;
  linkedin: string;
}

const people = Array.from({ length: 30 }, (_, at): Person => ({
  name: `${first[at % first.length]} ${last[Math.floor(at / first.length)]}`,
  facebook: `person.${String.fromCodePoint(97 + at)}.fenn`,
  instagram: `person_${at}.fenn`,
  linkedin: `person-fenn-${at}a`,
}));

/** What there is to be followed on each network; a few of them most people follow. */
const pool = (seed: number): Shown[] =>
  randomFollows(seed, 25).map(({ title, handle, number }) => ({
    title: title.replaceAll(/\s+/g, ' ').trim(),
    handle,
    number,
    subscribers: 12_300,
  }));
const pools = { facebook: pool(11), instagram: pool(12), linkedin: pool(13) };
type NetworkName = keyof typeof pools;

const chosen = (network: NetworkName): Shown[] =>
  pools[network].filter((_, at) => random() < (at < 5 ? 0.7 : 0.15) || at === 24);

/** What each resource is called in the tables. */
const resourceOf: Record<NetworkName, (shown: Shown) => string> = {
  facebook: (shown) => /id=(\d+)/.exec(facebookAddress(shown, 'likes'))?.[1] ?? shown.handle,
  instagram: ({ handle }) => handle,
  linkedin: ({ handle }) => `company/${handle}`,
};

/** How many people follow what: the truth. */
const truth = new Map<string, Set<string>>();
function follows({ name }: Person, network: NetworkName): Shown[] {
  const list = chosen(network);
  for (const shown of list) {
    const key = `${network}:${resourceOf[network](shown)}`;
    truth.set(key, (truth.get(key) ?? new Set()).add(name));
  }
  return list;
}

const owned = ({ url, html }: Page, before: string, after: string): Page => ({
  url: url.replaceAll(before, after),
  html: html.replaceAll(before, after),
});

/** The three pages of a person, as the person's network shows them in some language. */
function pagesOf(person: Person, seed: number): Page[] {
  const language = languages[seed % languages.length] ?? languages[0];
  if (!language) throw new Error('there are no languages');
  const scene = (network: NetworkName) => ({ follows: follows(person, network), language, seed });
  const interests = scene('linkedin');
  const linkedin = linkedinPage(interests);
  const companies = interests.follows.reduce(
    (html, shown, at) =>
      html.replaceAll(
        linkedinAddress(shown, at, interests.follows.length),
        `https://www.linkedin.com/company/${shown.handle}/`,
      ),
    linkedin.html,
  );
  return [
    owned(facebookPage('likes', scene('facebook')), 'anna.gardner', person.facebook),
    owned(instagramPage(scene('instagram')), 'anna.gardner', person.instagram),
    owned({ ...linkedin, html: companies }, 'anna-gardner', person.linkedin),
  ];
}

const followed = (person: Person, network: NetworkName) =>
  follows(person, network).map((shown) => ({ ...shown, channel: '' }));

async function exportsOf([one, two, three]: Person[]): Promise<Record<string, Buffer>> {
  if (!one || !two || !three) throw new Error('three people hand over an export');
  const connections = 'connections/followers_and_following';
  return {
    [`instagram-${one.instagram}-2026-11-20-Ab12.zip`]: await zip({
      [`${connections}/following.json`]: instagramJson(followed(one, 'instagram')),
      [`${connections}/followers_1.json`]: '[]',
    }),
    'download.zip': await zip({
      'likes_and_reactions/pages_you_ve_liked.json': facebookJson('page_likes_v2', named(followed(two, 'facebook'))),
      'personal_information/profile_information.json': JSON.stringify({
        profile_v2: { name: { full_name: two.name } },
      }),
    }),
    'Complete_LinkedInDataExport_11-20-2026.zip': await zip({
      'Company Follows.csv': companyFollows(followed(three, 'linkedin')),
      'Profile.csv': `First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\n${three.name.replace(' ', ',')},,,,,\n`,
    }),
  };
}

function survey(answering: Person[]): string {
  const rows = answering.map((person) => [
    '2026-11-21 10:00:00',
    person.name,
    follows(person, 'facebook')
      .map((shown) => facebookAddress(shown, 'likes'))
      .join('\n'),
  ]);
  return Papa.unparse([['Timestamp', 'Your name', 'Which pages do you read?'], ...rows]);
}

test(
  'thirty people with profiles that no program may read are ranked in five commands',
  { timeout: 120_000 },
  async () => {
    mkdirSync('input');
    const clients = people.map(({ name, facebook, instagram, linkedin }) => ({
      customer: name,
      facebook: `https://www.facebook.com/${facebook}`,
      instagram,
      linkedin: `https://www.linkedin.com/in/${linkedin}/`,
    }));
    writeFileSync('input/customers.csv', Papa.unparse(clients));

    const plan = await command(['plan']);
    expect(plan.stdout).toContain('target-resources worksheet');

    const sheet = await command(['worksheet', '--json']);
    const before = JSON.parse(sheet.stdout) as Worksheet;
    expect(before.blank).toBe(30);
    expect(before.people[0]?.tasks.map(({ address }) => address)).toContain(
      `https://www.instagram.com/${people[0]?.instagram}/following/`,
    );

    const handed: [name: string, content: Buffer][] = people.slice(0, 20).flatMap((person, seed) =>
      pagesOf(person, seed).map((page, at): [string, Buffer] => {
        const names = Object.keys(ways);
        const way = ways[names[(seed + at) % names.length] ?? ''];
        return [
          `${below(1e9).toString(36)}${at}${seed}.${(seed + at) % 5 === 3 ? 'mhtml' : 'html'}`,
          way?.(page) ?? Buffer.of(),
        ];
      }),
    );
    handed.push(...Object.entries(await exportsOf(people.slice(20, 23))));
    handed.push([`${below(1e9)}.csv`, Buffer.from(survey(people.slice(23)))]);
    handed.push(['holiday.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])]);
    expect(handed).toHaveLength(60 + 3 + 1 + 1);
    for (const [name, content] of handed.toSorted(() => random() - 0.5)) writeFileSync(join('intake', name), content);

    const imported = await command(['import', 'intake', '--json']);
    const { files, customers } = JSON.parse(imported.stdout) as Imported;
    expect(customers.map(({ customer }) => customer).toSorted()).toEqual(people.map(({ name }) => name).toSorted());
    expect(files.filter(({ problem }) => problem !== null).map(({ file }) => file)).toEqual([
      join('intake', 'holiday.jpg'),
    ]);
    for (const [name, content] of handed) {
      expect(
        files.some(({ file }) => file.startsWith(join('intake', name))),
        name,
      ).toBe(true);
      expect(readFileSync(join('intake', name))).toEqual(content);
    }
    expect(readdirSync('intake')).toHaveLength(handed.length);

    const { stdout } = await command(['worksheet', '--json']);
    const after = JSON.parse(stdout) as Worksheet;
    expect(after.blank).toBe(0);
    expect(after.networks.find(({ network }) => network === 'instagram')).toMatchObject({ clients: 30, read: 21 });

    const analyzed = await command(['analyze', '--third-party', 'ignore']);
    expect(analyzed.code, analyzed.stderr).toBe(0);
    const rows = Papa.parse<Record<string, string>>(readFileSync('output/candidates.csv', 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const counted = Object.fromEntries(
      rows.map((row) => [`${row['network']}:${row['resource']}`, Number(row['customers'])]),
    );
    expect(counted).toEqual(Object.fromEntries([...truth].map(([key, who]) => [key, who.size])));
    const ranked = rows.filter(({ verdict }) => verdict === 'keep').map((row) => Number(row['customers']));
    expect(ranked.length).toBeGreaterThan(20);
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
  },
);
