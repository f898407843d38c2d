import type { TranslatedSentence } from './sentence.ts';

/** What is told of a teaser, of a pitch that lacks something, and of posts that are worth a comment. */
export const placingSentences: TranslatedSentence[] = [
  {
    en: 'Google Analytics will count these visits as {channel}, not as {wanted}: {why}.',
    ru: 'Google Analytics отнесёт эти посещения к каналу {channel}, а не {wanted}: {why}.',
    el: 'Το Google Analytics θα μετρήσει αυτές τις επισκέψεις ως {channel} και όχι ως {wanted}: {why}.',
  },
  {
    en: 'Your link keeps {tag} of its own, which is the same for every resource: which of them brought a visitor cannot be told.',
    ru: 'Ваша ссылка сохраняет свой {tag}, одинаковый для всех ресурсов: какой из них привёл посетителя, сказать нельзя.',
    el: 'Ο σύνδεσμός σας κρατά το δικό του {tag}, που είναι ίδιο για όλες τις πηγές: ποια έφερε έναν επισκέπτη δεν μπορεί να φανεί.',
  },
  {
    en: '{tag} has upper case and blanks: analytics count another spelling as something else.',
    ru: 'В {tag} есть заглавные буквы и пробелы: аналитика считает другое написание чем-то другим.',
    el: 'Το {tag} έχει κεφαλαία και κενά: τα εργαλεία ανάλυσης μετρούν άλλη γραφή ως κάτι άλλο.',
  },
  {
    en: '{tag} has upper case: analytics count another spelling as something else.',
    ru: 'В {tag} есть заглавные буквы: аналитика считает другое написание чем-то другим.',
    el: 'Το {tag} έχει κεφαλαία: τα εργαλεία ανάλυσης μετρούν άλλη γραφή ως κάτι άλλο.',
  },
  {
    en: '{tag} has blanks: analytics count another spelling as something else.',
    ru: 'В {tag} есть пробелы: аналитика считает другое написание чем-то другим.',
    el: 'Το {tag} έχει κενά: τα εργαλεία ανάλυσης μετρούν άλλη γραφή ως κάτι άλλο.',
  },
  {
    en: 'The link seems to hold personal data (the path): whoever runs the analytics must not receive it.',
    ru: 'Похоже, в ссылке есть персональные данные (в пути): тот, кто ведёт аналитику, не должен их получать.',
    el: 'Ο σύνδεσμος φαίνεται να περιέχει προσωπικά δεδομένα (στη διαδρομή): όποιος τηρεί την ανάλυση δεν πρέπει να τα λαμβάνει.',
  },
  {
    en: 'The link seems to hold personal data ({where}): whoever runs the analytics must not receive it.',
    ru: 'Похоже, в ссылке есть персональные данные ({where}): тот, кто ведёт аналитику, не должен их получать.',
    el: 'Ο σύνδεσμος φαίνεται να περιέχει προσωπικά δεδομένα ({where}): όποιος τηρεί την ανάλυση δεν πρέπει να τα λαμβάνει.',
  },
  {
    en: '{tool} does not keep {tags}. The resource stands in {place}, too.',
    ru: '{tool} не хранит {tags}. Ресурс указан и в {place}.',
    el: 'Το {tool} δεν κρατά τα {tags}. Η πηγή βρίσκεται και στο {place}.',
  },
  {
    en: '{tool} does not keep {tags}.',
    ru: '{tool} не хранит {tags}.',
    el: 'Το {tool} δεν κρατά τα {tags}.',
  },
  {
    en: 'The campaign "{given}" is written {written}: analytics take upper case and blanks for other names.',
    ru: 'Кампания «{given}» записана как {written}: для аналитики заглавные буквы и пробелы — это другие имена.',
    el: 'Η καμπάνια «{given}» γράφεται {written}: τα εργαλεία ανάλυσης θεωρούν κεφαλαία και κενά άλλα ονόματα.',
  },
  {
    en: 'The placement is paid for, and its link carries no erid: write it into the column erid of --paid.',
    ru: 'Размещение платное, а в ссылке нет erid: впишите его в столбец erid таблицы --paid.',
    el: 'Η καταχώριση είναι πληρωμένη και ο σύνδεσμος δεν έχει erid: γράψτε το στη στήλη erid του --paid.',
  },
  {
    en: 'The page takes no short links, so the long one stands: "{quote}"',
    ru: 'Страница не принимает коротких ссылок, поэтому стоит длинная: «{quote}»',
    el: 'Η σελίδα δεν δέχεται σύντομους συνδέσμους, γι’ αυτό μένει ο μακρύς: «{quote}»',
  },
  {
    en: '{service} gives no short link, so the long one stands: {why}.',
    ru: '{service} не даёт короткой ссылки, поэтому стоит длинная: {why}.',
    el: 'Το {service} δεν δίνει σύντομο σύνδεσμο, γι’ αυτό μένει ο μακρύς: {why}.',
  },
  {
    en: 'A draft of the assistant is not shown: {why}.',
    ru: 'Черновик помощника не показан: {why}.',
    el: 'Ένα προσχέδιο του βοηθού δεν εμφανίζεται: {why}.',
  },
  {
    en: 'Your own wording has no {link}: what this place brings cannot be told.',
    ru: 'В вашем тексте нет ссылки с метками: узнать, что принесёт это место, будет нельзя.',
    el: 'Το δικό σας κείμενο δεν έχει τον σύνδεσμο με τις ετικέτες: δεν θα φανεί τι φέρνει αυτή η θέση.',
  },
  {
    en: 'two or three topics (--headline)',
    ru: 'две-три темы (--headline)',
    el: 'δύο ή τρία θέματα (--headline)',
  },
  {
    en: 'a topic that it has not had lately (--headline)',
    ru: 'тема, которой там давно не было (--headline)',
    el: 'ένα θέμα που δεν είχε τελευταία (--headline)',
  },
  {
    en: 'a recent post of theirs, quoted exactly',
    ru: 'их недавняя запись, процитированная дословно',
    el: 'μια πρόσφατη ανάρτησή τους, αυτολεξεί',
  },
  {
    en: 'your field (--specialization)',
    ru: 'ваша область (--specialization)',
    el: 'το αντικείμενό σας (--specialization)',
  },
  { en: 'your experience (--experience)', ru: 'ваш опыт (--experience)', el: 'η εμπειρία σας (--experience)' },
  {
    en: 'what the readers get (--benefit)',
    ru: 'что получат читатели (--benefit)',
    el: 'τι κερδίζουν οι αναγνώστες (--benefit)',
  },
  { en: 'published work (--sample)', ru: 'опубликованные работы (--sample)', el: 'δημοσιευμένα κείμενα (--sample)' },
  { en: 'your name (--author)', ru: 'ваше имя (--author)', el: 'το όνομά σας (--author)' },
  {
    en: 'it sells places: ask for the price instead',
    ru: 'там продают размещение: спросите лучше о цене',
    el: 'πουλά καταχωρίσεις: ρωτήστε καλύτερα την τιμή',
  },
  {
    en: 'it says that it takes no texts: “{quote}”',
    ru: 'там пишут, что не берут текстов: «{quote}»',
    el: 'γράφει ότι δεν δέχεται κείμενα: «{quote}»',
  },
  {
    en: 'its page for authors takes no texts: “{quote}”',
    ru: 'на странице для авторов сказано, что текстов не берут: «{quote}»',
    el: 'η σελίδα του για συντάκτες δεν δέχεται κείμενα: «{quote}»',
  },
  {
    en: 'it is about your field ({terms})',
    ru: 'она о вашей области ({terms})',
    el: 'αφορά το αντικείμενό σας ({terms})',
  },
  {
    en: 'it asks its readers something',
    ru: 'в ней есть вопрос к читателям',
    el: 'ρωτά κάτι τους αναγνώστες',
  },
  {
    en: 'it presents an outsider, {author}',
    ru: 'в ней представлен сторонний автор: {author}',
    el: 'παρουσιάζει εξωτερικό συντάκτη: {author}',
  },
  { en: 'it presents an outsider', ru: 'в ней представлен сторонний автор', el: 'παρουσιάζει εξωτερικό συντάκτη' },
  {
    en: 'it is one of its own latest posts',
    ru: 'это одна из последних собственных записей',
    el: 'είναι μία από τις τελευταίες δικές του αναρτήσεις',
  },
  { en: 'posted today', ru: 'опубликована сегодня', el: 'δημοσιεύτηκε σήμερα' },
  { en: 'posted 1 day ago', ru: 'опубликована вчера', el: 'δημοσιεύτηκε χθες' },
  {
    en: 'posted {n} days ago',
    ru: 'опубликована {n} {n|день|дня|дней} назад',
    el: 'δημοσιεύτηκε πριν από {n} {n|ημέρα|ημέρες}',
  },
  {
    en: '{tag} is on its list of shops',
    ru: '{tag} есть в его списке магазинов',
    el: 'το {tag} είναι στη λίστα του με τα καταστήματα',
  },
  {
    en: '{tag} holds a word for shops',
    ru: 'в {tag} есть слово, по которому он узнаёт магазины',
    el: 'το {tag} περιέχει λέξη για καταστήματα',
  },
  { en: '{tag} says so', ru: 'так сказано в {tag}', el: 'έτσι λέει το {tag}' },
  {
    en: '{tag} is paid, and {source} is not on its list of social sources',
    ru: '{tag} означает оплату, а {source} нет в его списке социальных сетей',
    el: 'το {tag} σημαίνει πληρωμένη κίνηση και το {source} δεν είναι στη λίστα του με τα κοινωνικά δίκτυα',
  },
  {
    en: '{tag} is on its list of {kind} sources',
    ru: '{tag} есть в его списке источников вида {kind}',
    el: 'το {tag} είναι στη λίστα του με πηγές τύπου {kind}',
  },
  {
    en: 'its rules read {tag} and {source} so',
    ru: 'так по его правилам читаются {tag} и {source}',
    el: 'έτσι διαβάζουν οι κανόνες του τα {tag} και {source}',
  },
  {
    en: 'it is longer than the network takes',
    ru: 'он длиннее, чем принимает сеть',
    el: 'είναι μεγαλύτερο από όσο δέχεται το δίκτυο',
  },
  {
    en: 'the assistant found too little to draft it from',
    ru: 'помощнику было почти не из чего его составить',
    el: 'ο βοηθός βρήκε πολύ λίγα για να το συντάξει',
  },
  { en: 'it is too long', ru: 'он слишком длинный', el: 'είναι υπερβολικά μεγάλο' },
  {
    en: 'it has {words} words, and a pitch has fewer than {most}',
    ru: 'в нём {words} {words|слово|слова|слов}, а в письме их меньше {most}',
    el: 'έχει {words} {words|λέξη|λέξεις}, ενώ μια πρόταση έχει λιγότερες από {most}',
  },
  {
    en: 'it has no place for the link',
    ru: 'в нём нет места для ссылки',
    el: 'δεν έχει θέση για τον σύνδεσμο',
  },
  {
    en: 'it has {n} places for the link',
    ru: 'мест для ссылки в нём {n}',
    el: 'έχει {n} θέσεις για τον σύνδεσμο',
  },
  {
    en: 'it quotes “{quote}”, which neither the page nor your texts have',
    ru: 'в нём цитата «{quote}», которой нет ни на странице, ни в ваших текстах',
    el: 'παραθέτει «{quote}», που δεν υπάρχει ούτε στη σελίδα ούτε στα κείμενά σας',
  },
  {
    en: 'it has the number {number}, which neither the page nor your texts have',
    ru: 'в нём число {number}, которого нет ни на странице, ни в ваших текстах',
    el: 'έχει τον αριθμό {number}, που δεν υπάρχει ούτε στη σελίδα ούτε στα κείμενά σας',
  },
  {
    en: 'it names {name}, whom or which neither the page nor your texts name',
    ru: 'в нём названо «{name}», чего нет ни на странице, ни в ваших текстах',
    el: 'αναφέρει «{name}», που δεν αναφέρουν ούτε η σελίδα ούτε τα κείμενά σας',
  },
  {
    en: 'it has {address}, which your texts do not have',
    ru: 'в нём есть {address}, чего нет в ваших текстах',
    el: 'έχει {address}, που δεν έχουν τα κείμενά σας',
  },
];
