import type { TranslatedSentence } from './sentence.ts';

/** Why no answer came. */
const causes: TranslatedSentence[] = [
  { en: 'the server answered {status}', ru: 'сервер ответил {status}', el: 'ο διακομιστής απάντησε {status}' },
  {
    en: 'no connection came about within {seconds} seconds',
    ru: 'за {seconds} {seconds|секунду|секунды|секунд} соединение не установилось',
    el: 'δεν έγινε σύνδεση μέσα σε {seconds} {seconds|δευτερόλεπτο|δευτερόλεπτα}',
  },
  {
    en: 'there was no full answer within {seconds} seconds',
    ru: 'полного ответа не было за {seconds} с',
    el: 'δεν ήρθε πλήρης απάντηση σε {seconds} δευτερόλεπτα',
  },
  {
    en: 'there is no internet, or no way to this host ({code})',
    ru: 'нет интернета или пути к этому серверу ({code})',
    el: 'δεν υπάρχει διαδίκτυο ή δρόμος προς αυτόν τον διακομιστή ({code})',
  },
  {
    en: 'the connection failed ({code})',
    ru: 'соединение не удалось ({code})',
    el: 'η σύνδεση απέτυχε ({code})',
  },
  {
    en: 'its certificate cannot be trusted ({code})',
    ru: 'его сертификату нельзя доверять ({code})',
    el: 'το πιστοποιητικό του δεν είναι αξιόπιστο ({code})',
  },
  {
    en: 'its name resolves to an address that is not public',
    ru: 'его имя ведёт на непубличный адрес',
    el: 'το όνομά του οδηγεί σε διεύθυνση που δεν είναι δημόσια',
  },
  { en: 'the answer is not valid HTTP', ru: 'ответ не по правилам HTTP', el: 'η απάντηση δεν είναι έγκυρη HTTP' },
  {
    en: 'the answer could not be read ({why})',
    ru: 'ответ не удалось прочитать ({why})',
    el: 'δεν ήταν δυνατή η ανάγνωση της απάντησης ({why})',
  },
  {
    en: 'the answer could not be read',
    ru: 'ответ не удалось прочитать',
    el: 'δεν ήταν δυνατή η ανάγνωση της απάντησης',
  },
  { en: 'there is no such host', ru: 'такого сервера нет', el: 'δεν υπάρχει τέτοιος διακομιστής' },
  { en: 'the run has ended', ru: 'запуск завершён', el: 'η εκτέλεση τελείωσε' },
  { en: 'the allowance is used up', ru: 'лимит исчерпан', el: 'το όριο εξαντλήθηκε' },
  { en: 'its limit is used up', ru: 'его лимит исчерпан', el: 'το όριό του εξαντλήθηκε' },
  { en: 'it is no longer needed', ru: 'это больше не нужно', el: 'δεν χρειάζεται πια' },
];

/** What became of the request then; `{why}` is the cause. */
const outcomes: TranslatedSentence[] = [
  {
    en: 'gave up after {tries} tries: {why}',
    ru: 'после {tries} попыток: {why}',
    el: 'ύστερα από {tries} προσπάθειες: {why}',
  },
  {
    en: '{host} did not answer three times and is not asked again: {why}',
    ru: '{host} не ответил три раза, больше его не спрашивают: {why}',
    el: 'ο {host} δεν απάντησε τρεις φορές και δεν ερωτάται ξανά: {why}',
  },
  {
    en: 'a site whose robots.txt cannot be read is not asked: {why}',
    ru: 'сайт, чей robots.txt нельзя прочитать, не спрашивают: {why}',
    el: 'ιστότοπος του οποίου το robots.txt δεν διαβάζεται δεν ερωτάται: {why}',
  },
  {
    en: '{why}, and the host asks for a pause: run again after {at}',
    ru: '{why}, и сервер просит паузы: запустите снова после {at}',
    el: '{why}, και ο διακομιστής ζητά παύση: εκτελέστε ξανά μετά τις {at}',
  },
];

const withCause = (outcome: TranslatedSentence, cause: TranslatedSentence): TranslatedSentence => ({
  en: outcome.en.replace('{why}', cause.en.replace('{why}', '{cause}')),
  ru: outcome.ru.replace('{why}', cause.ru.replace('{why}', '{cause}')),
  el: outcome.el.replace('{why}', cause.el.replace('{why}', '{cause}')),
});

/** Why a server, or the way to it, gave nothing that could be used. */
export const failureSentences: TranslatedSentence[] = [
  ...outcomes.flatMap((outcome) => causes.map((cause) => withCause(outcome, cause))),
  ...outcomes,
  {
    en: 'no internet: no host answered within {seconds} seconds',
    ru: 'нет интернета: ни один сервер не ответил за {seconds} с',
    el: 'δεν υπάρχει διαδίκτυο: κανένας διακομιστής δεν απάντησε σε {seconds} δευτερόλεπτα',
  },
  {
    en: 'something in front of the server checks for bots: run again later',
    ru: 'перед сервером стоит проверка на ботов: запустите снова позже',
    el: 'κάτι μπροστά από τον διακομιστή ελέγχει για ρομπότ: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'the server says that the answer has not changed, but nobody asked whether it has',
    ru: 'сервер пишет, что ответ не изменился, хотя об этом никто не спрашивал',
    el: 'ο διακομιστής λέει ότι η απάντηση δεν έχει αλλάξει, αλλά κανείς δεν ρώτησε αν άλλαξε',
  },
  {
    en: 'the server answered {status}, a redirect that cannot be followed',
    ru: 'сервер ответил {status}: перенаправление, по которому нельзя пройти',
    el: 'ο διακομιστής απάντησε {status}, ανακατεύθυνση που δεν μπορεί να ακολουθηθεί',
  },
  {
    en: "the site's robots.txt does not allow it",
    ru: 'robots.txt сайта этого не разрешает',
    el: 'το robots.txt του ιστότοπου δεν το επιτρέπει',
  },
  {
    en: 'only https: addresses are requested',
    ru: 'запрашиваются только адреса https:',
    el: 'ζητούνται μόνο διευθύνσεις https:',
  },
  { en: 'this is not a public address', ru: 'это не публичный адрес', el: 'αυτή δεν είναι δημόσια διεύθυνση' },
  {
    en: 'port {port} is not asked, unless --connect-to names {host}',
    ru: 'порт {port} не запрашивается, если --connect-to не называет {host}',
    el: 'η θύρα {port} δεν ζητείται, εκτός αν το --connect-to ονομάζει {host}',
  },
  {
    en: 'redirected more than {n} times',
    ru: 'перенаправлений больше, чем {n}',
    el: 'ανακατευθύνθηκε πάνω από {n} φορές',
  },
  {
    en: 'redirected to something that is not an address',
    ru: 'перенаправлено на то, что не адрес',
    el: 'ανακατευθύνθηκε σε κάτι που δεν είναι διεύθυνση',
  },
  {
    en: 'the answer does not have the documented shape, at {field}: {why}',
    ru: 'ответ не такой, как документировано, в поле {field}: {why}',
    el: 'η απάντηση δεν έχει τη μορφή της τεκμηρίωσης, στο {field}: {why}',
  },
  {
    en: 'the answer does not have the documented shape, at {field}',
    ru: 'ответ не такой, как документировано, в поле {field}',
    el: 'η απάντηση δεν έχει τη μορφή της τεκμηρίωσης, στο {field}',
  },
  {
    en: 'the list does not have the documented shape',
    ru: 'список не такой, как документировано',
    el: 'η λίστα δεν έχει τη μορφή της τεκμηρίωσης',
  },
  { en: 'the answer is incomplete XML', ru: 'ответ – неполный XML', el: 'η απάντηση είναι ελλιπές XML' },
  {
    en: 'the answer is a page whose elements are nested or strung together without end',
    ru: 'ответ – страница, элементы которой вложены или нанизаны без конца',
    el: 'η απάντηση είναι σελίδα με στοιχεία ένθετα ή στη σειρά χωρίς τέλος',
  },
  { en: 'the answer is no feed', ru: 'ответ – не лента', el: 'η απάντηση δεν είναι ροή' },
  {
    en: 'the answer does not say which account it is about',
    ru: 'ответ не говорит, о каком он аккаунте',
    el: 'η απάντηση δεν λέει για ποιον λογαριασμό είναι',
  },
  {
    en: 'the answer is {found}, not {wanted}',
    ru: 'ответ – {found}, а не {wanted}',
    el: 'η απάντηση είναι {found}, όχι {wanted}',
  },
  {
    en: 'the browser cannot show it ({code})',
    ru: 'браузер не может это показать ({code})',
    el: 'το πρόγραμμα περιήγησης δεν μπορεί να το δείξει ({code})',
  },
  {
    en: 'the browser does not understand "{selector}"',
    ru: 'браузер не понимает "{selector}"',
    el: 'το πρόγραμμα περιήγησης δεν καταλαβαίνει το "{selector}"',
  },
  {
    en: 'the page could not be read: {why}',
    ru: 'страницу не удалось прочитать: {why}',
    el: 'δεν ήταν δυνατή η ανάγνωση της σελίδας: {why}',
  },
  {
    en: 'the page is larger than {n} bytes',
    ru: 'страница больше {n} байт',
    el: 'η σελίδα είναι μεγαλύτερη από {n} byte',
  },
  {
    en: 'the page does not match the recipe: nothing on it matches {what}',
    ru: 'страница не подходит к рецепту: на ней нет ничего по {what}',
    el: 'η σελίδα δεν ταιριάζει στη συνταγή: τίποτα σε αυτήν δεν ταιριάζει με {what}',
  },
  ...causes,
  { en: 'the answer is {found}', ru: 'ответ: {found}', el: 'η απάντηση είναι {found}' },
];
