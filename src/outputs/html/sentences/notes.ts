import type { TranslatedSentence } from './sentence.ts';

/** What a resource's note says; addresses behind a colon at its end stand behind the sentence. */
export const noteSentences: TranslatedSentence[] = [
  { en: 'moved here from {name}', ru: 'переехал сюда с {name}', el: 'μεταφέρθηκε εδώ από {name}' },
  { en: 'moved to {url}', ru: 'переехал на {url}', el: 'μεταφέρθηκε στο {url}' },
  {
    en: 'counted with its other address {id}',
    ru: 'подсчитан вместе со своим другим адресом {id}',
    el: 'μετρήθηκε μαζί με την άλλη του διεύθυνση {id}',
  },
  {
    en: 'counted with the name "{name}", as verdicts.csv says',
    ru: 'подсчитан вместе с именем «{name}», как указано в verdicts.csv',
    el: 'μετρήθηκε μαζί με το όνομα «{name}», όπως λέει το verdicts.csv',
  },
  {
    en: 'counted with the name "{name}" from an export: no other {network} resource here has that name',
    ru: 'подсчитан вместе с именем «{name}» из выгрузки: другого ресурса {network} с таким именем здесь нет',
    el: 'μετρήθηκε μαζί με το όνομα «{name}» από μια εξαγωγή: καμία άλλη πηγή του {network} εδώ δεν έχει αυτό το όνομα',
  },
  {
    en: '{n} resources have that name:',
    ru: 'с таким именем здесь {n} {n|ресурс|ресурса|ресурсов}:',
    el: '{n} {n|πηγή έχει|πηγές έχουν} αυτό το όνομα:',
  },
  {
    en: 'ranked together with other networks, which the terms do not allow: see --apart',
    ru: 'ранжирован вместе с другими сетями, чего условия не разрешают: см. --apart',
    el: 'κατατάχθηκε μαζί με άλλα δίκτυα, πράγμα που οι όροι δεν επιτρέπουν: δείτε το --apart',
  },
  {
    en: 'another server knows of {n} subscribers',
    ru: 'другой сервер знает о {n} {n|подписчике|подписчиках|подписчиках}',
    el: 'άλλος διακομιστής γνωρίζει {n} {n|συνδρομητή|συνδρομητές}',
  },
  {
    en: 'facts and posts are those of another page of the same publisher, as you said:',
    ru: 'сведения и записи взяты с другой страницы того же издателя, как вы указали:',
    el: 'τα στοιχεία και οι δημοσιεύσεις είναι άλλης σελίδας του ίδιου εκδότη, όπως είπατε:',
  },
  {
    en: 'subscribers, facts and posts are those of another page of the same publisher, as you said:',
    ru: 'подписчики, сведения и записи взяты с другой страницы того же издателя, как вы указали:',
    el: 'οι συνδρομητές, τα στοιχεία και οι δημοσιεύσεις είναι άλλης σελίδας του ίδιου εκδότη, όπως είπατε:',
  },
  {
    en: 'outside authors as somebody saw them',
    ru: 'сторонние авторы – как их увидел человек',
    el: 'εξωτερικοί συγγραφείς όπως τους είδε κάποιος',
  },
  {
    en: 'outside authors as somebody saw them on {date}',
    ru: 'сторонние авторы – как их увидел человек {date}',
    el: 'εξωτερικοί συγγραφείς όπως τους είδε κάποιος στις {date}',
  },
  {
    en: 'by assistant (sent: its name, its description and {n} posts): {words}',
    ru: 'по мнению помощника (отправлено: имя, описание и {n} {n|запись|записи|записей}): {words}',
    el: 'κατά τον βοηθό (στάλθηκαν: το όνομα, η περιγραφή και {n} {n|δημοσίευση|δημοσιεύσεις}): {words}',
  },
];
