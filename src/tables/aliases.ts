import { foldHeading } from '../text/normalise.ts';

/** A column of one network: of its profiles in a list of clients, of its pages in a table of follows. */
export type NetworkRole = `network:${string}`;

/** What a column of an input file is. */
export type Role =
  | 'customer'
  | 'email'
  | 'name'
  | 'first_name'
  | 'middle_name'
  | 'last_name'
  | 'company'
  | 'profile'
  | 'website'
  | 'consent'
  | 'resource'
  | 'title'
  | 'subscribers'
  | 'verdict'
  | 'note'
  | 'means'
  | 'same_as'
  | 'network'
  | 'segment'
  | 'price'
  | 'currency'
  | 'day'
  | 'erid'
  | 'clicks'
  | 'variant'
  | 'text'
  | 'via'
  | 'outside_authors'
  | 'evidence'
  | 'counted_on'
  | 'asked'
  | 'ignore'
  | NetworkRole;

/** Roles that headings name by themselves. */
export type NamedRole = Exclude<Role, NetworkRole | 'ignore'>;

/** The words of a list with commas between them, in the spelling that headings are compared in. */
const listed = (list: string): string[] => list.split(/,\s+/).map(foldHeading);

/** Headings that say that a column names customers, and nothing else that could have a name. */
export const clientHeadings = new Set(
  listed(
    `customer, customer id, customer name, client, client id, client name, клиент, заказчик, клієнт, kunde, kundin, kundennummer, kundenname, cliente,
    nome cliente, nome do cliente, codice cliente, nombre del cliente, nom du client, klient, klientka, nazwa klienta,
    müşteri, müşteri adı, имя заказчика, назва клієнта, πελάτης, όνομα πελάτη`,
  ),
);

/**
 * Headings by role, in the spelling of `foldHeading`: those of HubSpot, Salesforce, Pipedrive, Mailchimp, Bitrix24,
 * amoCRM, Google, Outlook and LinkedIn exports as of 2026, and what people write, in the languages of LinkedIn. A
 * `website` may be anything, but is where people put a profile, too; what is none there is no mistake.
 */
export const aliases: Record<NamedRole, ReadonlySet<string>> = {
  customer: new Set([...clientHeadings, ...listed(`id`)]),
  company: new Set(
    listed(`company, company name, companies, account, account name, associated company, primary company, current company,
    company or account, business name, firm, firm name, legal name, trading name, brand, brand name, employer,
    employer name, workplace, person organization, person organisation, organization, organisation, organizations,
    organization name, organisation name, organizacja nazwa, organización nombre, organização nome, organizzazione nome,
    organisatie naam, organizasyon adı, организация название, організація назва, контрагент, компания, название компании, компания контакта, организация,
    название организации, фирма, место работы, работодатель, юрлицо, компанія, назва компанії, організація, місце роботи,
    firma, firmenname, unternehmen, unternehmensname, arbeitgeber, organisationsname, empresa, nombre de la empresa,
    nome da empresa, compañía, organización, organização, entreprise, nom de l entreprise, société, azienda, ditta,
    società, impresa, nome azienda, organizzazione, bedrijf, bedrijfsnaam, organisatie, werkgever, nazwa firmy,
    przedsiębiorstwo, şirket, şirket adı, kurum, företag, företagsnamn, firmanavn, virksomhed, selskap, yritys,
    společnost, název společnosti, companie, cég, cégnév, tvrtka, фирма, εταιρεία, εταιρία, επωνυμία, επιχείρηση,
    οργανισμός, perusahaan, công ty, 会社, 会社名, 公司, 회사, الشركة, חברה`),
  ),
  email: new Set(
    listed(`email, e mail, mail, email address, e mail address, emails, email addresses, e mails, почта, эл почта,
    электронная почта, адрес электронной почты, адрес эл почты, e mail для рассылок, email для рассылок, емейл, имейл,
    мейл, пошта, електронна пошта, ел пошта, е пошта, електронна адреса, ел адреса, адреса електронної пошти, correo, correo electrónico,
    dirección de correo electrónico, dirección de correo, courriel, adresse e mail, adresse email, adresse mail,
    adresse électronique, adresse de messagerie, e mail adresse, email adresse, mailadresse, mail adresse,
    indirizzo email, indirizzo e mail, posta elettronica, endereço de e mail, endereço de email, e mailadres, emailadres,
    adres e mail, adres email, e posta, eposta, e posta adresi, e postadress, e post, e postadresse, mejladress,
    sähköposti, sähköpostiosoite, e mailová adresa, adresă de e mail, e mail cím, имейл адрес, ηλεκτρονικό ταχυδρομείο,
    διεύθυνση email, διεύθυνση e mail, διεύθυνση ηλεκτρονικού ταχυδρομείου, ηλ ταχυδρομείο, alamat email, địa chỉ email,
    メールアドレス, メール, 电子邮件, 电子邮件地址, 邮箱, 이메일, 이메일 주소, البريد الإلكتروني, דואל, דוא ל`),
  ),
  name: new Set(
    listed(`name, full name, fullname, your name, contact, contact name, contact full name, person, person name,
    contact person, subscriber name, имя, фио, ваше имя, контакт, полное имя, полное имя контакта, имя контакта,
    контактное лицо, основной контакт, имя фамилия, фамилия имя, имя и фамилия, фамилия и имя, фамилия имя отчество,
    имя отчество фамилия, имя клиента, как вас зовут, ім я, піб, повне ім я, ваше ім я, ім я та прізвище, прізвище та ім я,
    прізвище ім я по батькові, nom, nom complet, nom et prénom, prénom et nom, votre nom, nombre, nombre completo,
    nombre y apellidos, nombre y apellido, su nombre, tu nombre, vollständiger name, ihr name, dein name,
    vor und nachname, vor und zuname, vorname nachname, name vorname, nachname vorname, kontakt, kontaktperson, kontaktname,
    contacto, persona de contacto, contato, pessoa de contato, contatto, referente, personne de contact, interlocuteur,
    osoba kontaktowa, kontaktní osoba, ilgili kişi, yetkili kişi, контактна особа, επαφή, υπεύθυνος επικοινωνίας,
    ansprechpartner, ansprechpartnerin, nome, nome completo, nome e cognome, cognome e nome, nome e sobrenome,
    nome e apelido, naam, volledige naam, contactpersoon, imię i nazwisko, nazwisko i imię, pełna nazwa, ad, adı,
    ad soyad, adı soyadı, adınız soyadınız, isim, isim soyisim, tam ad, namn, fullständigt namn, navn, fulde navn,
    fullt navn, nimi, koko nimi, jméno, jméno a příjmení, celé jméno, nume, nume complet, nume și prenume, név,
    teljes név, име, име и фамилия, пълно име, ime, ime i prezime, puno ime, όνομα, ονοματεπώνυμο, πλήρες όνομα,
    όνομα επώνυμο, όνομα και επώνυμο, nama, nama lengkap, tên, họ và tên, họ tên, 氏名, 名前, フルネーム, 姓名, 名字, 全名, 이름, 성명,
    الاسم, الاسم الكامل, שם, שם מלא`),
  ),
  first_name: new Set(
    listed(`first name, firstname, given name, given names, forename, forenames, fname, first, vorname, rufname, prénom,
    prénoms, nombre de pila, primer nombre, primeiro nome, nome próprio, nome di battesimo, voornaam, imię, ilk ad,
    förnamn, fornavn, etunimi, křestní jméno, prenume, keresztnév, utónév, собствено име, κύριο όνομα, μικρό όνομα,
    nama depan, 名, الاسم الأول, שם פרטי`),
  ),
  middle_name: new Set(
    listed(`middle name, middle names, middle initial, second name, additional name, additional names, other names,
    patronymic, отчество, по батькові, zweiter vorname, weitere vornamen, mittelname, deuxième prénom, autres prénoms,
    segundo nombre, segundo nome, nome do meio, secondo nome, tweede naam, tussenvoegsel, voorvoegsel, drugie imię,
    ikinci ad, orta ad, mellannamn, mellemnavn, mellomnavn, toinen nimi, druhé jméno, prostřední jméno, презиме,
    πατρώνυμο, μεσαίο όνομα, nama tengah, tên đệm`),
  ),
  last_name: new Set(
    listed(`last name, lastname, surname, family name, lname, last, фамилия, прізвище, nachname, familienname, zuname,
    apellido, apellidos, primer apellido, nom de famille, cognome, sobrenome, apelido, achternaam, nazwisko, soyad, soyadı,
    soyisim, efternamn, efternavn, etternavn, sukunimi, příjmení, nume de familie, vezetéknév, családnév, фамилно име,
    prezime, επώνυμο, επίθετο, nama belakang, họ, 姓, 姓氏, 성, اسم العائلة, שם משפחה`),
  ),
  profile: new Set(
    listed(`profile, profiles, profile url, url, urls, link, links, social, social profile, social media,
    social profiles, social links, social accounts, socials, ссылка, ссылки, профиль, профили, соцсети, соцсеть,
    социальные сети, соц сети, соц сеть, социальная сеть, посилання, соціальні мережі, соц мережі, профіль, соцмережі, profil, profile link, perfil, enlace, lien, réseaux sociaux,
    redes sociales, soziale medien, προφίλ, σύνδεσμος`),
  ),
  website: new Set(
    listed(`website, website url, web, site, web site, homepage, home page, web page, webpage, blog, company website,
    сайт, веб сайт, корпоративный сайт, другой сайт, сайт компании, личная страница, личный сайт, веб страница, персональная веб страница, веб сторінка, особиста веб сторінка,
    private webseite, persönliche webseite, página web personal, page web, page web personnelle, pagina web,
    internetseite, webseite, site web, sitio web, página web, ιστοσελίδα, ιστότοπος`),
  ),
  consent: new Set(
    listed(`consent, opt in, optin, agreed, x consent, marketing consent, согласие, згода, einwilligung, consentement,
    συγκατάθεση`),
  ),
  resource: new Set(
    listed(`resource, resource url, page, page url, community, channel, channel url, group, group url, follows, site,
    feed, ресурс, ссылка на сообщество, ссылка на группу, ссылка на страницу, ссылка на канал, ссылка на паблик,
    адрес сообщества, адрес группы, адрес канала, сообщество, группа, страница, канал, паблик, спільнота, сторінка, url, link, ссылка, seite, página,
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
  same_as: new Set(listed(`same as, то же что, те же что, dieselben wie, mêmes que, mismos que, ίδιος με`)),
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
  variant: new Set(listed(`variant, version, вариант, варіант, variante, παραλλαγή`)),
  text: new Set(listed(`text, teaser, wording, текст, анонс, тизер, texte, texto, κείμενο`)),
  /** Whoever wants segments names the column. */
  segment: new Set(),
  via: new Set(listed(`via, source of the answer, learned by, источник сведений`)),
  asked: new Set(
    listed(
      `asked, was asked, asked about, опрошен, опрошена, спрошен, gefragt, befragt, interrogé, preguntado, ρωτήθηκε`,
    ),
  ),
  outside_authors: new Set(
    listed(`outside authors, outside author, guest authors, third party authors, сторонние авторы, чужие авторы, приглашенные авторы,
    сторонні автори, gastautoren, fremde autoren, auteurs externes, auteurs invités, autores externos, autores invitados,
    εξωτερικοί συγγραφείς, προσκεκλημένοι συγγραφείς`),
  ),
  evidence: new Set(
    listed(`evidence, proof, example, доказательство, доказательства, пример, доказ, приклад, beleg, belege, nachweis, preuve, preuves,
    prueba, pruebas, τεκμήριο, απόδειξη`),
  ),
  counted_on: new Set(
    listed(`counted on, counted, date counted, дата подсчета, подсчитано, дата підрахунку, gezählt am, compté le, contado el,
    μετρήθηκε, ημερομηνία μέτρησης`),
  ),
  note: new Set(listed(`note, notes, comment, comments, заметка, комментарий, примечание, notiz, nota, σημείωση`)),
};

/** What Google puts behind a heading of its contacts, in the language of the account. */
export const valueWords = new Set(
  listed(`value, wert, valeur, valor, valore, waarde, wartość, değer, värde, værdi, verdi, arvo, hodnota, valoare, érték,
  стойност, значение, значення, τιμή, nilai, giá trị, 値, 值, 값, القيمة, ערך`),
);

/** A name that is a first name where the surname has a column of its own. */
export const firstNames = new Set(
  listed(`name, имя, ім я, nombre, όνομα, nome, naam, ad, adı, isim, namn, navn, nimi, jméno, név, ime, име, nama, tên, 名, 名字,
  이름, الاسم, שם`),
);

/** A name that is the surname where the first name has a column of its own. */
export const surnames = new Set(listed(`name, nom, nume, naam, namn, navn, név`));

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
  ru: `ссылка, сайт, профиль, страница, страничка, аккаунт, микроблог, канал, группа, сообщество, паблик, ник, никнейм,
    логин, адрес, имя, пользователь, пользователя, в, на`,
  uk: `посилання, профіль, сторінка, акаунт, обліковий, запис, канал, користувач, користувача, у, в, на`,
  el: `προφίλ, σελίδα, λογαριασμός, κανάλι, χρήστης, χρήστη, όνομα, σύνδεσμος, του, στο`,
  tr: `profili, sayfası, hesabı, kanalı, kullanıcı, kullanıcısı, adı, adresi, bağlantısı, linki, profil, hesap, sayfa,
    kanal`,
  nl: `profiel, pagina, kanaal, gebruiker, gebruikersnaam, naam, adres, koppeling, op, van`,
  cs: `stránka, účet, odkaz, uživatel, uživatelské, jméno, adresa, na`,
  sv: `sida, länk, användare, användarnamn, namn, adress, på`,
  ro: `pagina, pagină, cont, utilizator, nume, adresă, pe`,
  hu: `oldal, fiók, felhasználó, felhasználónév, cím`,
  bg: `профил, връзка, потребител, потребителско, име`,
  id: `akun, pengguna, nama, tautan, alamat`,
  // What Pipedrive and its kin put before the heading.
  about: `persoon, persona, personne, pessoa, osoba, kişi, особа, человек`,
};

/** The same words in one set: a heading may mix languages. */
export const addressWords = new Set(Object.values(addressWordsOf).flatMap(listed));

/** Words beside a network's name that say its column holds what is followed there. */
export const followWords = new Set(
  listed(
    `accounts, channels, communities, follows, following, followed, groups, likes, newsletters, pages, subscriptions,
    аккаунты, группы, каналы, паблики, подписки, сообщества, страницы, групи, канали, підписки, сторінки, спільноти,
    abos, gruppen, kanäle, seiten, abonnements, chaînes, groupes, canales, grupos, páginas, suscripciones, canais,
    canali, gruppi, pagine, grupy, kanały, strony, gruplar, kanallar, sayfalar, takip, ομάδες, κανάλια, σελίδες`,
  ),
);

/** Words beside a network's name that say its column holds something else, in which an address may stand. */
export const otherWords = new Set(listed(`bio, contact id, id, контакт, about, description, im, messenger`));

/** Words that only say which one of several e-mail addresses, names or websites a column holds. */
export const qualifiers = new Set(
  listed(`person, organization, organisation, lead, contact, client, customer, work, home, other, primary, main,
    personal, private, business, secondary, additional, alternative, value, 1, 2, 3, рабочий, рабочая, частный, личный,
    личная, другой, другая, основной, основная, дополнительный, контакта, клиента, робочий, особистий, інший,
    geschäftlich, privat, professionnel, personnel, persona, personne, pessoa, persoon, osoba, kişi, особа, человек,
    arbeit, sonstige, travail, bureau, domicile, autre, trabajo, otro, trabalho, outro, lavoro, altro, werk, overig,
    praca, służbowy, prywatny, inny, iş, ev, diğer, робота, домашній, работа, домашний, organisatie, organización,
    organização, organizzazione, organizacja, organizasyon, организация, організація`),
);

/** Words that say that an e-mail address or a name is not a person's own. */
export const organizations = new Set(
  listed(
    `organization, organisation, organisatie, organización, organização, organizzazione, organizacja, organizasyon,
    организация, організація`,
  ),
);
