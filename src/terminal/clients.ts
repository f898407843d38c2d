import { sanitize } from '../text/sanitize.ts';
import type { ClientDoubt, ClientsTold } from '../types/input.ts';

/** Doubts that are told one by one. */
const mostTold = 20;

/** How many clients there are, what they were counted by, and which rows may be about different people. */
export function clientsText({ file, clients, by, doubts }: ClientsTold): string {
  const [most, ...others] = by.map((each) => ({ ...each, called: calledBy(each) }));
  const rest = others.map(({ clients: count, called }) => `, ${number(count)} of them by ${called}`).join('');
  const counted = most ? `, counted by ${most.called}${rest}` : '';
  const more = doubts.length - mostTold;
  return [
    `${number(clients)} ${clients === 1 ? 'client' : 'clients'}${counted}`,
    ...doubts.slice(0, mostTold).map((each) => `warning: ${doubtLine(file, each)}`),
    ...(more > 0 ? [`warning: ${number(more)} more rows may be about different people`] : []),
  ]
    .map((line) => `${sanitize(line)}\n`)
    .join('');
}

const number = (count: number): string => count.toLocaleString('en-US');

const calledBy = ({ basis, headings }: ClientsTold['by'][number]): string =>
  basis === 'profile' ? 'their profiles' : headings.join(' and ') || basis;

const differences: Record<ClientDoubt['differs'], string> = {
  name: 'names',
  email: 'e-mail addresses',
  company: 'companies',
  profile: 'profiles on one network',
};

function doubtLine(file: string, { client, lines, together, differs }: ClientDoubt): string {
  const rows = lines.slice(0, 5).join(', ') + (lines.length > 5 ? ' …' : '');
  const told = `${file}: rows ${rows} name ${client} and have different ${differences[differs]}`;
  return together
    ? `${told}: different people would become one client; if they are, give each row a name or an e-mail address of its own`
    : `${told}: they count as ${lines.length} clients; if they are not different people, use one e-mail address for all`;
}
