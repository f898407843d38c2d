import type { Double, DoubleAnswer, Graph, Media, Person } from './graph.ts';

export interface SteamOptions {
  /** So many requests are answered first with the page in HTML that Steam shows when it is too busy. */
  busyFirst?: number;
}

const firstPerson = 76_561_197_960_265_728n;
const firstGroup = 103_582_791_429_521_408n;
const membersPerPage = 1000;
/** Groups of a profile that are shown with their details. */
const detailed = 3;

/** steamcommunity.com as its XML pages were in 2025: people under a chosen name or their SteamID64, groups likewise. */
export function steamDouble(graph: Graph, options: SteamOptions = {}): Double {
  const people = graph.people.map((person, at) => ({ ...person, id: String(firstPerson + BigInt(1000 + at)) }));
  const groups = graph.media.map((media, at) => ({ ...media, id: String(firstGroup + BigInt(5000 + at)) }));
  const personBy = new Map(
    people.flatMap((each) => [each.id, each.name.toLowerCase()].map((key) => [key, each] as const)),
  );
  const groupBy = new Map(
    groups.flatMap((each) => [each.id, each.name.toLowerCase()].map((key) => [key, each] as const)),
  );
  let busy = options.busyFirst ?? 0;

  function answer({ path, query }: { path: string; query: URLSearchParams }): DoubleAnswer {
    if (path === '/robots.txt') {
      return { status: 200, body: 'User-agent: *\nDisallow: /actions/\nDisallow: /trade/\nHost: steamcommunity.com\n' };
    }
    if (busy > 0) {
      busy -= 1;
      return sorry('Please try again later.');
    }
    const [section = '', name = '', list] = path.toLowerCase().split('/').filter(Boolean);
    const isNumber = /^\d+$/.test(name);
    if ((section === 'profiles' && isNumber) || section === 'id') {
      if (query.get('xml') !== '1') return sorry('This page is for people.');
      const person = personBy.get(name);
      return xml(person && person.state !== 'gone' ? profile(person) : notFound);
    }
    if (((section === 'gid' && isNumber) || section === 'groups') && list === 'memberslistxml') {
      const group = groupBy.get(name);
      const page = Number(query.get('p') ?? 1);
      return group ? xml(memberList(group, page)) : sorry('No group could be retrieved for the given URL.');
    }
    return sorry('That page does not exist.');
  }

  function profile({ id, name, state, follows }: Person & { id: string }): string {
    const privacy = state === 'hidden' ? 'private' : 'public';
    const shown = state === 'hidden' ? '' : followed(follows);
    return (
      `<profile>\n\t<steamID64>${id}</steamID64>\n\t<steamID><![CDATA[${name}]]></steamID>\n` +
      `\t<privacyState>${privacy}</privacyState>\n${shown}</profile>`
    );
  }

  function followed(follows: string[]): string {
    const items = follows.map((name, at) => {
      const group = groupBy.get(name.toLowerCase());
      const details = at < detailed && group ? `<groupName><![CDATA[${group.title}]]></groupName>` : '';
      return `\t\t<group isPrimary="${at === 0 ? 1 : 0}"><groupID64>${group?.id ?? ''}</groupID64>${details}</group>\n`;
    });
    return items.length > 0 ? `\t<groups>\n${items.join('')}\t</groups>\n` : '';
  }

  return { hosts: ['steamcommunity.com'], answer, addressOf: (name) => addressOf(name, graph) };
}

const addressOf = (name: string, { media }: Graph): string =>
  `https://steamcommunity.com/${media.some((each) => each.name === name) ? 'groups' : 'id'}/${name}`;

/** The second count, which pages are made of, has members that Steam does not show. */
function memberList({ id, name, title, subscribers }: Media & { id: string }, page: number): string {
  const paged = Math.ceil((subscribers ?? 0) * 1.01);
  const start = (page - 1) * membersPerPage;
  const members = Array.from({ length: Math.max(0, Math.min(membersPerPage, paged - start)) }, (_, at) => {
    return `<steamID64>${firstPerson + BigInt(100_000 + start + at)}</steamID64>\n`;
  });
  return (
    `<memberList>\n<groupID64>${id}</groupID64>\n<groupDetails>\n\t<groupName><![CDATA[${title}]]></groupName>\n` +
    `\t<groupURL><![CDATA[${name}]]></groupURL>\n\t<headline><![CDATA[]]></headline>\n\t<summary><![CDATA[]]></summary>\n` +
    `${subscribers === null ? '' : `\t<memberCount>${subscribers}</memberCount>\n`}\t<membersOnline>3</membersOnline>\n</groupDetails>\n` +
    `<memberCount>${paged}</memberCount>\n<totalPages>${Math.max(1, Math.ceil(paged / membersPerPage))}</totalPages>\n` +
    `<currentPage>${page}</currentPage>\n<startingMember>${start}</startingMember>\n<members>\n${members.join('')}</members>\n</memberList>`
  );
}

const notFound = '<response><error><![CDATA[The specified profile could not be found.]]></error></response>';

const xml = (body: string): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`,
});

const sorry = (why: string): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: `<!DOCTYPE html>\n<html><body><h2>Sorry!</h2>An error was encountered while processing your request:<h3>${why}</h3></body></html>`,
});
