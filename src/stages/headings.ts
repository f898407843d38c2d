import { UserError } from '../errors.ts';

/** What a column of an input file is. `network:<id>` is a column of one network's profiles. */
export type Role =
  | 'customer'
  | 'email'
  | 'name'
  | 'profile'
  | 'consent'
  | 'resource'
  | 'title'
  | 'subscribers'
  | 'verdict'
  | 'note'
  | `network:${string}`;

/** Headings by role, lower case, without punctuation; English, Russian, Ukrainian, German, French, Spanish, Greek. */
const aliases: Record<Exclude<Role, `network:${string}`>, string[]> = {
  customer: listed(`customer, customer id, client, client id, id, account, company, customer name, client name,
    клиент, заказчик, компания, клієнт, kunde, kundin, firma, cliente, entreprise, πελάτης`),
  email: listed(`email, e mail, mail, email address, почта, эл почта, пошта, correo, courriel`),
  name: listed(`name, full name, contact, contact name, person, имя, фио, контакт, ім я, піб, имя клиента, nom,
    nombre, vollständiger name, όνομα`),
  profile: listed(`profile, profiles, profile url, url, urls, link, links, social, social profile, social media,
    social profiles, socials, ссылка, ссылки, профиль, профили, соцсети, соцсеть, посилання, профіль,
    profil, profile link, perfil, enlace, lien, προφίλ, σύνδεσμος`),
  consent: listed(`consent, opt in, optin, agreed, x consent, согласие, згода, einwilligung, consentement,
    συγκατάθεση`),
  resource: listed(`resource, resource url, page, community, channel, group, follows, site, ресурс, сообщество,
    группа, страница, канал, паблик, url, link, ссылка, seite, página, σελίδα`),
  title: listed(`title, resource title, resource name, название, назва, titel, titre, título, τίτλος`),
  subscribers: listed(`subscribers, followers, members, audience, subscriber count, followers count, подписчики,
    подписчиков, участники, участников, підписники, abonnenten, abonnés, suscriptores, ακόλουθοι`),
  verdict: listed(`verdict, decision, решение, вердикт, рішення, entscheidung, décision, decisión, απόφαση`),
  note: listed(`note, notes, comment, comments, заметка, комментарий, примечание, notiz, nota, σημείωση`),
};

/** The words of a list with commas between them. */
function listed(list: string): string[] {
  return list.split(/,\s+/);
}

/** What `--column` says: roles by heading, and which of the headings were found. */
export interface Overrides {
  roles: Map<string, string>;
  found: Set<string>;
}

export interface Columns {
  roleOf(index: number): Role | null;
  /** Columns with this role, in the order of the file. */
  having(role: Role): number[];
}

/**
 * Which column is what.
 * @param wanted the roles this kind of file has; where a heading could be several, the earlier one wins
 */
export function columnsOf(
  headings: string[],
  wanted: Role[],
  networks: readonly { id: string; aliases: string[] }[],
  overrides: Overrides,
): Columns {
  const said = new Map(
    [...overrides.roles].map(([heading, role]) => [plain(heading), { heading, role: asRole(role, networks) }]),
  );
  const roles = headings.map((heading) => {
    const text = plain(heading);
    const override = said.get(text);
    if (override) {
      overrides.found.add(override.heading);
      return override.role;
    }
    const network = wanted.includes('profile') ? networks.find((each) => headsNetwork(text, each.aliases)) : undefined;
    if (network) return `network:${network.id}` as const;
    return (
      wanted.find((role) => !role.startsWith('network:') && aliases[role as keyof typeof aliases].includes(text)) ??
      null
    );
  });
  return {
    roleOf: (index) => roles[index] ?? null,
    having: (role) => roles.flatMap((each, index) => (each === role ? [index] : [])),
  };
}

/** `Twitter`, `twitter url`, `ссылка вк`: the network's name, alone or with a word that says it is an address. */
function headsNetwork(heading: string, names: string[]): boolean {
  const words = heading.split(' ').filter((word) => !addressWords.has(word));
  return words.length === 1 && names.includes(words[0] ?? '');
}

const addressWords = new Set(
  listed(`url, link, profile, page, handle, username, account, id, address, ссылка, профиль, страница, аккаунт,
    посилання, профіль`),
);

/** @throws UserError setting, where the role is none */
function asRole(role: string, networks: readonly { id: string }[]): Role {
  if (networks.some(({ id }) => id === role)) return `network:${role}`;
  if (role in aliases) return role as Role;
  const known = [...Object.keys(aliases), ...networks.map(({ id }) => id)].join(', ');
  throw new UserError('setting', '--column', `there is no role "${role}"; the roles are ${known}`);
}

/** Lower case, one blank between words, no punctuation: `E-Mail_Address` and `e mail address` are one heading. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
