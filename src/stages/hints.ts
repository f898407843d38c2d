import { type Hint, hints } from '../types/resource.ts';

/**
 * Words by which pages say that outsiders write there, in English, Russian, Ukrainian, German, French, Spanish and
 * Greek. `suggest_box` invites contributions, `guest_posts` names one, `paid_only` sells places.
 */
const words: Record<Hint, RegExp> = {
  guest_posts:
    phrases(`guest post, guest article, guest author, guest writer, guest column, guest contribut, guest essay,
    гостевой пост, гостевая колонка, гостевая статья, приглашённый автор, приглашенный автор, колонка от,
    гостьовий пост, гостьова колонка, gastbeitrag, gastautor, gastartikel, article invité, auteur invité,
    artículo invitado, autor invitado, autora invitada, άρθρο φιλοξενίας, φιλοξενούμενο άρθρο`),
  suggest_box:
    phrases(`write for us, submit your story, submit your article, submit your work, submit a post, submit an article,
    submissions open, open for submissions, call for submissions, pitch us, send us your story, send us your article,
    send us your work, become a contributor, contributors welcome, we accept submissions, tag us to be featured,
    предложить новость, предлагайте новости, предложка, прислать статью, присылайте статьи, присылайте истории,
    присылайте новости, присылайте материалы, стать автором, запропонувати новину, надсилайте статті,
    надсилайте новини, schreib für uns, schreiben sie für uns, beitrag einreichen, écrivez pour nous,
    proposez un article, escribe para nosotros, envía tu artículo, γράψτε για εμάς`),
  interviews:
    phrases(`interview with, we interview, interviews with, in conversation with, our guest today, today's guest,
    интервью с, беседа с, в гостях у, інтерв'ю з, інтерв’ю з, interview mit, im gespräch mit,
    entretien avec, interview de, entrevista a, entrevista con, συνέντευξη με, συνέντευξη του,
    συνέντευξη της`),
  paid_only: phrases(`paid post, sponsored post, advertise with us, paid placement, media kit, promo dm, paid promotion,
    коммерческие посты, посты платные, реклама в группе, по рекламе, по вопросам рекламы, прайс,
    реклама у групі, werbung buchen, anzeige buchen, publicité payante, publicidad pagada, διαφημιστείτε`),
};

/** Which of these things a text says. */
export function hintsIn(text: string): Hint[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
  return hints.filter((hint) => words[hint].test(plain));
}

/** Any of the phrases, at the start of a word; the end is open, since words are inflected. */
function phrases(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.split(/,\s+/).join('|')})`, 'u');
}
