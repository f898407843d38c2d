/** What a column of an input file is. `network:<id>` is a column of one network's profiles. */
export type Role =
  | 'customer'
  | 'email'
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'profile'
  | 'website'
  | 'consent'
  | 'resource'
  | 'title'
  | 'subscribers'
  | 'verdict'
  | 'note'
  | 'means'
  | 'network'
  | 'price'
  | 'currency'
  | 'day'
  | 'erid'
  | 'clicks'
  | 'ignore'
  | `network:${string}`;

/** Roles that headings name by themselves. */
export type NamedRole = Exclude<Role, `network:${string}` | 'ignore'>;

/** The words of a list with commas between them. */
const listed = (list: string): string[] => list.split(/,\s+/);

/** Headings that say that a column names customers, and nothing else that could have a name. */
export const clientHeadings = new Set(
  listed(
    `customer, customer id, customer name, client, client id, client name, клиент, заказчик, клієнт, kunde, kundin, kundennummer, kundenname, cliente,
    nome cliente, nome do cliente, codice cliente, nombre del cliente, nom du client, klient, klientka, nazwa klienta,
    müşteri, müşteri adı, имя заказчика, назва клієнта, πελάτης, όνομα πελάτη`,
  ),
);

/**
 * Headings by role, lower case, without punctuation: English, Russian, Ukrainian, German, French, Spanish, Greek, and
 * those of HubSpot, Salesforce, Pipedrive, Mailchimp, Bitrix24 and amoCRM exports as of 2026. A `website` may be
 * anything, but is where people put a profile, too; what is none there is no mistake.
 */
export const aliases: Record<NamedRole, ReadonlySet<string>> = {
  customer: new Set([
    ...clientHeadings,
    ...listed(`id, account, account name, company, company name, associated company, primary company,
    person organization, person organisation, organization, organisation, organization name, organisation name,
    компания, название компании, компания контакта, организация, контрагент, компанія, назва компанії, організація,
    firma, firmenname, unternehmen, empresa, entreprise, société, εταιρεία, εταιρία, επωνυμία`),
  ]),
  email: new Set(
    listed(`email, e mail, mail, email address, e mail address, emails, email addresses, почта, эл почта,
    электронная почта, e mail для рассылок, email для рассылок, пошта, електронна пошта, correo, correo electrónico,
    courriel, adresse e mail, e mail adresse, ηλεκτρονικό ταχυδρομείο`),
  ),
  name: new Set(
    listed(`name, full name, contact, contact name, contact full name, person, person name, имя, фио, контакт,
    полное имя, полное имя контакта, имя контакта, основной контакт, имя фамилия, фамилия имя, ім я, піб,
    повне ім я, имя клиента, nom, nom complet, nombre, nombre completo, vollständiger name, ansprechpartner, όνομα,
    ονοματεπώνυμο`),
  ),
  first_name: new Set(listed(`first name, firstname, given name, fname, vorname, prénom, nombre de pila, μικρό όνομα`)),
  last_name: new Set(
    listed(`last name, lastname, surname, family name, lname, фамилия, прізвище, nachname, familienname, apellido,
    apellidos, nom de famille, επώνυμο, επίθετο`),
  ),
  profile: new Set(
    listed(`profile, profiles, profile url, url, urls, link, links, social, social profile, social media,
    social profiles, social links, social accounts, socials, ссылка, ссылки, профиль, профили, соцсети, соцсеть,
    социальные сети, посилання, профіль, соцмережі, profil, profile link, perfil, enlace, lien, réseaux sociaux,
    redes sociales, soziale medien, προφίλ, σύνδεσμος`),
  ),
  website: new Set(
    listed(`website, website url, web, site, web site, homepage, home page, web page, webpage, blog, company website,
    сайт, веб сайт, корпоративный сайт, другой сайт, сайт компании, личная страница, личный сайт, веб сторінка,
    internetseite, webseite, site web, sitio web, página web, ιστοσελίδα, ιστότοπος`),
  ),
  consent: new Set(
    listed(`consent, opt in, optin, agreed, x consent, marketing consent, согласие, згода, einwilligung, consentement,
    συγκατάθεση`),
  ),
  resource: new Set(
    listed(`resource, resource url, page, page url, community, channel, channel url, group, group url, follows, site,
    feed, ресурс, сообщество, группа, страница, канал, паблик, спільнота, сторінка, url, link, ссылка, seite, página,
    σελίδα`),
  ),
  title: new Set(
    listed(`title, display name, displayname, channel title, resource title, resource name, group name, page name,
    название, наименование, название сообщества, название группы, назва, titel, titre, título, τίτλος`),
  ),
  subscribers: new Set(
    listed(`subscribers, subscribers count, subscriber count, followers, followers count, follower count, members,
    members count, member count, audience, подписчики, подписчиков, количество подписчиков, число подписчиков,
    кол во подписчиков, участники, участников, количество участников, число участников, кол во участников, підписники,
    підписників, abonnenten, abonnés, suscriptores, ακόλουθοι`),
  ),
  verdict: new Set(listed(`verdict, decision, решение, вердикт, рішення, entscheidung, décision, decisión, απόφαση`)),
  means: new Set(listed(`means, address, is, адрес, это, адреса, bedeutet, signifie, significa, σημαίνει`)),
  network: new Set(
    listed(`network, platform, social network, сеть, соцсеть, площадка, мережа, netzwerk, réseau, red, δίκτυο`),
  ),
  price: new Set(
    listed(`price, cost, costs, expense, expenses, spend, spent, paid, amount, fee, цена, стоимость, расход, расходы,
    сумма, оплата, ціна, вартість, витрати, preis, kosten, betrag, prix, coût, dépense, montant, precio, coste, costo, gasto,
    importe, τιμή, κόστος, δαπάνη, ποσό`),
  ),
  currency: new Set(listed(`currency, валюта, währung, devise, moneda, νόμισμα`)),
  day: new Set(
    listed(`date, day, published, publication date, дата, день, дата публикации, дата публікації, datum, tag, fecha, jour,
    ημερομηνία, ημέρα`),
  ),
  erid: new Set(listed(`erid, token, marking, маркировка, токен, идентификатор рекламы`)),
  clicks: new Set(listed(`clicks, клики, переходы, кліки, переходи, klicks, clics, κλικ`)),
  note: new Set(listed(`note, notes, comment, comments, заметка, комментарий, примечание, notiz, nota, σημείωση`)),
};

/** A name that is a first name where the surname has a column of its own. */
export const firstNames = new Set(listed(`name, имя, ім я, nombre, όνομα`));

/** A name that is the surname where the first name has a column of its own. */
export const surnames = new Set(listed(`name, nom`));

/** Words beside a network's name that say its column holds addresses or handles, by language. */
const addressWordsOf = {
  en: `url, uri, link, links, profile, profiles, page, handle, username, user, name, account, address, company,
    organization, person, contact, fan, business, channel, public, personal, work, social, nick, nickname, of, on`,
  de: `profil, seite, konto, kanal, nutzer, nutzername, benutzer, benutzername, adresse, auf, bei`,
  fr: `profil, page, compte, chaîne, utilisateur, nom, lien, pseudo, de, d, du, sur`,
  es: `perfil, cuenta, página, canal, usuario, nombre, enlace, de, del, en`,
  it: `profilo, pagina, canale, utente, nome, collegamento, account, di, del, su`,
  pt: `perfil, conta, página, canal, usuário, utilizador, nome, ligação, do, da, no`,
  pl: `profil, konto, strona, kanał, użytkownik, użytkownika, nazwa, adres, na, w`,
  ru: `ссылка, профиль, страница, страничка, аккаунт, микроблог, канал, группа, сообщество, паблик, ник, никнейм,
    логин, адрес, имя, пользователь, пользователя, в, на`,
  uk: `посилання, профіль, сторінка, акаунт, обліковий, запис, канал, користувач, користувача, у, в, на`,
  el: `προφίλ, σελίδα, λογαριασμός, κανάλι, χρήστης, χρήστη, όνομα, σύνδεσμος, του, στο`,
  tr: `profili, sayfası, hesabı, kanalı, kullanıcı, kullanıcısı, adı, bağlantısı, profil, hesap, sayfa, kanal`,
};

/** The same words in one set: a heading may mix languages. */
export const addressWords = new Set(Object.values(addressWordsOf).flatMap(listed));

/** Words beside a network's name that say its column holds something else, in which an address may stand. */
export const otherWords = new Set(listed(`bio, contact id, id, контакт, about, description, im, messenger`));

/** Words that only say which one of several e-mail addresses, names or websites a column holds. */
export const qualifiers = new Set(
  listed(`person, organization, organisation, lead, contact, client, customer, work, home, other, primary, main,
    personal, private, business, secondary, additional, alternative, value, 1, 2, 3, рабочий, рабочая, частный, личный,
    личная, другой, другая, основной, основная, дополнительный, контакта, клиента, робочий, особистий, інший,
    geschäftlich, privat, professionnel, personnel`),
);
