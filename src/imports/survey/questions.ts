import { foldHeading } from '../../text/normalise.ts';

const listed = (list: string): string[] => list.split(/,\s+/).map(foldHeading);

/** Columns that only form programs write. */
const marks = new Set(
  listed(`timestamp, отметка времени, позначка часу, zeitstempel, horodateur, marca temporal, χρονική σήμανση,
  informazioni cronologiche, carimbo de data hora, zaman damgası, sygnatura czasowa, tijdstempel,
  completion time, fertigstellungszeit, heure de fin, hora de finalización, время выполнения, время завершения,
  ώρα ολοκλήρωσης, submit date utc, submitted at, stage date utc, время создания, время ответа, время отправки,
  respondent id, response id, id ответа`),
);

/** Whether a heading shows that a form program wrote the table. */
export const isMarkOfForm = (heading: string): boolean => marks.has(foldHeading(heading));

/**
 * Columns that form programs put beside the questions, as of 2026: Google Forms, Microsoft Forms, Typeform, Yandex Forms,
 * in the languages they are used in here.
 */
const ofForms = new Set(
  listed(`timestamp, отметка времени, позначка часу, zeitstempel, horodateur, marca temporal, χρονική σήμανση,
  informazioni cronologiche, carimbo de data hora, zaman damgası, sygnatura czasowa, tijdstempel,
  start time, completion time, last modified time, startzeit, fertigstellungszeit, zeitpunkt der letzten änderung,
  heure de début, heure de fin, heure de la dernière modification, hora de inicio, hora de finalización,
  hora de la última modificación, время начала, время выполнения, время завершения, время последнего изменения,
  ώρα έναρξης, ώρα ολοκλήρωσης, ώρα τελευταίας τροποποίησης,
  start date utc, stage date utc, submit date utc, submitted at, started at, response type, network id, tags, token,
  время создания, дата создания, время ответа, дата ответа, время отправки, время изменения, ip, ip адрес, ip address,
  язык, language, locale, score, балл, баллы, punkte, points, total points, quiz feedback, respondent id, collector id,
  response id, submission id, id ответа, номер ответа`),
);

/** Whether a heading is a form program's own. */
export const isFormColumn = (heading: string): boolean => ofForms.has(foldHeading(heading));

/** Parts of words for what may be read. */
const ofPages =
  listed(`page, group, channel, newsletter, podcast, communit, forum, blog, magazine, media, publication, website,
  site, feed, influencer, account, profile, creator, author, source,
  страниц, групп, канал, рассылк, подкаст, сообществ, форум, блог, журнал, сми, издани, сайт, паблик, автор, источник,
  сторін, спільнот, розсилк, видан, seite, gruppe, kanal, kanale, gemeinschaft, zeitschrift, quelle,
  groupe, chaine, lettre, infolettre, communaute, revue, compte,
  pagina, grupo, canal, boletin, comunidad, revista, cuenta, medio,
  σελιδ, ομαδ, καναλι, ενημερωτικ, κοινοτητ, περιοδικ, ιστοσελιδ, ιστοτοπ`);

/** Parts of words by which a question asks what somebody reads, watches, hears or follows, or where they are members. */
const ofReading = [
  ...ofPages,
  ...listed(`follow, subscri, read, listen, watch, подпис, чита, слуша, смотр, підпис, слуха, дивит,
  folg, abonn, lies, lesen, hor, schau, suivez, suis, lis, lisez, ecoute, sigue, sigues, lee, lees, escuch, suscri,
  ακολουθ, διαβαζ, ακου, παρακολουθ, συνδρομ`),
];

/** Parts of words of questions that ask something else, whatever they name. */
const ofOthers = listed(`how often, how many, how much, how long, why, agree, consent, privacy, rate, satisf, recommend,
  wie oft, wie viel, warum, einverstanden, datenschutz, combien, pourquoi, accord, confidentialit, cuant, por que, acepto,
  privacidad, как часто, сколько, почему, соглас, конфиденц, як часто, скільки, чому, згод, ποσο, γιατι, συμφων, αποδεχ`);

const starts = (text: string, parts: readonly string[]): boolean =>
  parts.some((part) => ` ${text}`.includes(` ${part}`));

/** Words by which a question addresses whoever reads it. */
const ofYou = new Set(
  listed(`you, your, вы, вас, вам, ваш, ваши, ты, тебя, твои, ви, ваші, ти, твої, sie, ihnen, ihre, du, dir, deine, vous, votre,
  vos, tu, tes, usted, ustedes, tus, sus, σας, σου, εσείς, εσύ, você, voi, jij`),
);

/** Whether a heading is a question to somebody. */
export const asksSomebody = (heading: string): boolean =>
  /[?;؟？]\s*$/.test(heading) ||
  foldHeading(heading)
    .split(' ')
    .some((word) => ofYou.has(word));

/** Whether a heading asks what is read. */
export function asksForReading(heading: string): boolean {
  const text = foldHeading(heading);
  return starts(text, ofReading) && !starts(text, ofOthers);
}

/**
 * The network that a question is about. One that asks for pages, groups and podcasts asks for all, though `podcasts` alone
 * would name one.
 */
export function networkAskedFor(heading: string, networkNamed: (text: string) => string | null): string | null {
  const words = foldHeading(heading).split(' ');
  const others = words.filter((word) => !starts(word, ofPages));
  const named = networkNamed(heading);
  return words.length - others.length > 1 && networkNamed(others.join(' ')) === null ? null : named;
}

const ofNames =
  listed(`name, full name, who are you, имя, фио, фамили, зовут, представ, ім я, звати, прізвищ, heissen, heißen, nachname,
  vorname, nom, prenom, appelez, nombre, apellido, llama, ονομα, λεγεσαι, λεγεστε, ονομαζεστε`);

/** Whether a heading asks who answers. */
export const asksForName = (heading: string): boolean => starts(foldHeading(heading), ofNames);

const ofEmails = listed(`email, e mail, mail, почт, электронн, имейл, емейл, пошт, courriel, correo, ηλεκτρονικ`);

/** Whether a heading asks for an e-mail address. */
export const asksForEmail = (heading: string): boolean => starts(foldHeading(heading), ofEmails);

/**
 * The row of a grid that a column is about, where others ask the same of other rows: `Which do you read? [Garden Letter]`.
 * Null for any other column.
 */
export function rowOfGrid(heading: string, headings: readonly string[]): string | null {
  const at = heading.endsWith(']') ? heading.lastIndexOf('[') : -1;
  const question = heading.slice(0, at + 1);
  if (at < 1 || headings.filter((each) => each.endsWith(']') && each.startsWith(question)).length < 2) return null;
  return heading.slice(at + 1, -1).trim() || null;
}

const yes = new Set(
  listed(
    `yes, y, true, 1, x, checked, i do, да, так, д, ja, oui, sí, si, ναι, tak, sim, evet, ano, da, igen, kyllä, はい`,
  ),
);

/** Whether an answer says yes and nothing else. */
export const isYes = (answer: string): boolean => /^[✓✔☑✅]/u.test(answer) || yes.has(foldHeading(answer));
