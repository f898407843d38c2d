import type { TranslatedSentence } from './sentence.ts';

/** What is wrong with a row of the input, and what to do about it. */
export const inputSentences: TranslatedSentence[] = [
  {
    en: '{count} clients of the list are called so; what is said of them here was not used',
    ru: 'так в списке зовут нескольких клиентов ({count}); сказанное здесь о них не использовано',
    el: '{count} πελάτες της λίστας λέγονται έτσι· όσα λέγονται εδώ γι’ αυτούς δεν χρησιμοποιήθηκαν',
  },
  {
    en: "write the client's e-mail address, or the name as only one client has it",
    ru: 'укажите электронную почту клиента или имя, какое есть только у него одного',
    el: 'γράψτε τη διεύθυνση email του πελάτη ή το όνομα που έχει μόνο αυτός',
  },
  {
    en: 'the profile has moved to {address}; what it follows was read there',
    ru: 'профиль переехал на {address}; его подписки прочитаны там',
    el: 'το προφίλ μετακόμισε στο {address}· όσα ακολουθεί διαβάστηκαν εκεί',
  },
  { en: 'write the new address', ru: 'укажите новый адрес', el: 'γράψτε τη νέα διεύθυνση' },
  {
    en: 'the client is in two segments; the first in the alphabet counts',
    ru: 'клиент указан в двух сегментах; учитывается первый по алфавиту',
    el: 'ο πελάτης ανήκει σε δύο τμήματα· μετρά το πρώτο αλφαβητικά',
  },
  {
    en: 'write one segment for each client',
    ru: 'укажите для каждого клиента один сегмент',
    el: 'γράψτε ένα τμήμα για κάθε πελάτη',
  },
  {
    en: 'this cell of a paid placement cannot be read',
    ru: 'эту ячейку платного размещения не удалось прочитать',
    el: 'αυτό το κελί της πληρωμένης δημοσίευσης δεν διαβάζεται',
  },
  {
    en: 'the price has no day; the placement is paid for, but not in metrica-expenses.csv',
    ru: 'у цены нет дня; размещение считается платным, но в metrica-expenses.csv его нет',
    el: 'η τιμή δεν έχει ημέρα· η δημοσίευση θεωρείται πληρωμένη, αλλά δεν είναι στο metrica-expenses.csv',
  },
  {
    en: 'write the price in digits, e.g. 1500.50',
    ru: 'напишите цену цифрами, например 1500.50',
    el: 'γράψτε την τιμή με ψηφία, π.χ. 1500.50',
  },
  {
    en: 'write its code, e.g. EUR',
    ru: 'напишите код валюты, например EUR',
    el: 'γράψτε τον κωδικό του νομίσματος, π.χ. EUR',
  },
  {
    en: 'write the day as 2026-05-31',
    ru: 'напишите день в виде 2026-05-31',
    el: 'γράψτε την ημέρα ως 2026-05-31',
  },
  {
    en: 'write how many there were in digits',
    ru: 'напишите число цифрами',
    el: 'γράψτε τον αριθμό με ψηφία',
  },
  {
    en: 'write the day of publication into the date column, e.g. 2026-05-31',
    ru: 'напишите день публикации в столбец date, например 2026-05-31',
    el: 'γράψτε την ημέρα δημοσίευσης στη στήλη date, π.χ. 2026-05-31',
  },
  {
    en: 'no network is called so, and the row names no resource',
    ru: 'сети с таким названием нет, а ресурс в строке не назван',
    el: 'δεν υπάρχει δίκτυο με αυτό το όνομα, και η γραμμή δεν αναφέρει πηγή',
  },
  {
    en: 'write a network that `target-resources networks` lists, or nothing where the client follows nothing at all',
    ru: 'напишите сеть из списка `target-resources networks` или оставьте пустым, если клиент ни на что не подписан',
    el: 'γράψτε ένα δίκτυο από τη λίστα του `target-resources networks`, ή τίποτα αν ο πελάτης δεν ακολουθεί τίποτα',
  },
  {
    en: '{n} more problems are not listed',
    ru: 'ещё не перечислено проблем: {n}',
    el: 'δεν αναφέρονται {n} ακόμη προβλήματα',
  },
  {
    en: 'fix the problems that are listed, and run again',
    ru: 'исправьте перечисленное и запустите программу ещё раз',
    el: 'διορθώστε όσα αναφέρονται και εκτελέστε ξανά το πρόγραμμα',
  },
  {
    en: 'a cell has more than {n} characters; the row was not read',
    ru: 'в ячейке больше {n} знаков; строка не прочитана',
    el: 'ένα κελί έχει πάνω από {n} χαρακτήρες· η γραμμή δεν διαβάστηκε',
  },
  {
    en: 'shorten the cell: a name or some addresses are enough',
    ru: 'сократите ячейку: достаточно имени или нескольких адресов',
    el: 'συντομεύστε το κελί: αρκεί ένα όνομα ή μερικές διευθύνσεις',
  },
  {
    en: 'the row has {cells} cells, but the table has {width} columns; it was not read',
    ru: 'в строке ячеек: {cells}, а в таблице столбцов: {width}; строка не прочитана',
    el: 'η γραμμή έχει {cells} κελιά, αλλά ο πίνακας {width} στήλες· δεν διαβάστηκε',
  },
  {
    en: 'put quotes around cells that contain the delimiter, or give every column a heading',
    ru: 'заключите в кавычки ячейки, в которых есть разделитель, или дайте заголовок каждому столбцу',
    el: 'βάλτε σε εισαγωγικά τα κελιά που περιέχουν το διαχωριστικό ή δώστε επικεφαλίδα σε κάθε στήλη',
  },
  {
    en: 'column "{heading}" is not read, but holds {n} {n|profile|profiles} ({networks})',
    ru: 'столбец «{heading}» не читается, но в нём есть {n} {n|профиль|профиля|профилей} ({networks})',
    el: 'η στήλη «{heading}» δεν διαβάζεται, αλλά περιέχει {n} προφίλ ({networks})',
  },
  {
    en: 'say what it is: --column "{heading}=profile", or --column "{same}=ignore"',
    ru: 'скажите, что это: --column "{heading}=profile" или --column "{same}=ignore"',
    el: 'πείτε τι είναι: --column "{heading}=profile" ή --column "{same}=ignore"',
  },
  {
    en: 'the row has no profile in a column that is read, but column "{heading}" holds one',
    ru: 'в читаемых столбцах строки нет профиля, но он есть в столбце «{heading}»',
    el: 'η γραμμή δεν έχει προφίλ σε στήλη που διαβάζεται, αλλά η στήλη «{heading}» περιέχει ένα',
  },
  {
    en: 'say that it is a column of profiles: --column "{heading}=profile"',
    ru: 'скажите, что это столбец профилей: --column "{heading}=profile"',
    el: 'πείτε ότι είναι στήλη προφίλ: --column "{heading}=profile"',
  },
  { en: 'the row has no profile', ru: 'в строке нет профиля', el: 'η γραμμή δεν έχει προφίλ' },
  {
    en: "add the address of one of the customer's profiles, or list what they follow in follows.csv",
    ru: 'добавьте адрес одного из профилей клиента или впишите его подписки в follows.csv',
    el: 'προσθέστε τη διεύθυνση ενός προφίλ του πελάτη ή γράψτε τι ακολουθεί στο follows.csv',
  },
  { en: 'the row does not name a customer', ru: 'в строке не назван клиент', el: 'η γραμμή δεν αναφέρει πελάτη' },
  {
    en: 'write who follows this resource in the customer column',
    ru: 'напишите в столбце клиента, кто подписан на этот ресурс',
    el: 'γράψτε στη στήλη του πελάτη ποιος ακολουθεί αυτή την πηγή',
  },
  {
    en: 'the column is not read: it may hold the accounts of the clients, or pages that they follow',
    ru: 'столбец не прочитан: в нём могут быть аккаунты самих клиентов или страницы, на которые они подписаны',
    el: 'η στήλη δεν διαβάστηκε: μπορεί να έχει τους λογαριασμούς των πελατών ή σελίδες που ακολουθούν',
  },
  {
    en: 'if they follow what it holds, say --column "{heading}=resource", otherwise --column "{heading}=ignore"',
    ru: 'если они подписаны на то, что в нём, скажите --column "{heading}=resource", иначе --column "{heading}=ignore"',
    el: 'αν ακολουθούν ό,τι έχει, πείτε --column "{heading}=resource", αλλιώς --column "{heading}=ignore"',
  },
  {
    en: 'the number of subscribers is ambiguous; the follow is still counted',
    ru: 'число подписчиков неоднозначно; подписка всё же учтена',
    el: 'ο αριθμός των συνδρομητών είναι ασαφής· η εγγραφή μετρά ούτως ή άλλως',
  },
  {
    en: 'write the number in digits, e.g. 12500',
    ru: 'напишите число цифрами, например 12500',
    el: 'γράψτε τον αριθμό με ψηφία, π.χ. 12500',
  },
  {
    en: 'the number of subscribers cannot be read; the rest of the row counts',
    ru: 'число подписчиков не удалось прочитать; остальное в строке учтено',
    el: 'ο αριθμός των συνδρομητών δεν διαβάζεται· η υπόλοιπη γραμμή μετρά',
  },
  {
    en: 'this does not say whether there are outside authors; the rest of the row counts',
    ru: 'здесь не сказано, есть ли сторонние авторы; остальное в строке учтено',
    el: 'αυτό δεν λέει αν υπάρχουν εξωτερικοί συγγραφείς· η υπόλοιπη γραμμή μετρά',
  },
  {
    en: 'write yes, no, or how many there are',
    ru: 'напишите да, нет или сколько их',
    el: 'γράψτε ναι, όχι ή πόσοι είναι',
  },
  {
    en: 'the day of the count cannot be read; the day on which the file was saved counts',
    ru: 'день подсчёта не удалось прочитать; считается день, когда файл был сохранён',
    el: 'η ημέρα της μέτρησης δεν διαβάζεται· μετρά η ημέρα που αποθηκεύτηκε το αρχείο',
  },
  {
    en: 'the row says that there are no outside authors and gives evidence of them; neither counts',
    ru: 'в строке сказано, что сторонних авторов нет, и приведено доказательство; не учтено ни то, ни другое',
    el: 'η γραμμή λέει ότι δεν υπάρχουν εξωτερικοί συγγραφείς και δίνει τεκμήριο· δεν μετρά κανένα από τα δύο',
  },
  {
    en: 'empty one of the two cells',
    ru: 'очистите одну из двух ячеек',
    el: 'αδειάστε το ένα από τα δύο κελιά',
  },
  { en: 'this is no number of a wording', ru: 'это не номер варианта текста', el: 'αυτό δεν είναι αριθμός διατύπωσης' },
  {
    en: 'write 1 for the first wording of a resource, 2 for the second, 3 for the third',
    ru: 'напишите 1 для первого варианта текста ресурса, 2 для второго, 3 для третьего',
    el: 'γράψτε 1 για την πρώτη διατύπωση μιας πηγής, 2 για τη δεύτερη, 3 για την τρίτη',
  },
  { en: 'this is not a verdict', ru: 'это не решение', el: 'αυτό δεν είναι απόφαση' },
  {
    en: 'write keep, drop or review',
    ru: 'напишите keep (подходит), drop (не подходит) или review (решить позже)',
    el: 'γράψτε keep (κατάλληλη), drop (ακατάλληλη) ή review (απόφαση αργότερα)',
  },
  {
    en: 'this is not a profile on a known network',
    ru: 'это не профиль в известной программе сети',
    el: 'αυτό δεν είναι προφίλ σε γνωστό δίκτυο',
  },
  {
    en: 'this is not a profile on {network}',
    ru: 'это не профиль {network}',
    el: 'αυτό δεν είναι προφίλ του {network}',
  },
  {
    en: 'write the full address of a profile, with https://',
    ru: 'напишите полный адрес профиля, с https://',
    el: 'γράψτε την πλήρη διεύθυνση ενός προφίλ, με https://',
  },
  {
    en: "write the profile's full address or handle, e.g. {example}",
    ru: 'напишите полный адрес профиля или его имя, например {example}',
    el: 'γράψτε την πλήρη διεύθυνση ή το όνομα του προφίλ, π.χ. {example}',
  },
  {
    en: 'this is not the address of a page',
    ru: 'это не адрес страницы',
    el: 'αυτό δεν είναι διεύθυνση σελίδας',
  },
  {
    en: 'write the full address of the page, community or channel, with https://',
    ru: 'напишите полный адрес страницы, сообщества или канала, с https://',
    el: 'γράψτε την πλήρη διεύθυνση της σελίδας, της κοινότητας ή του καναλιού, με https://',
  },
  {
    en: 'there is no such profile on {network}',
    ru: 'такого профиля в {network} нет',
    el: 'δεν υπάρχει τέτοιο προφίλ στο {network}',
  },
  { en: 'the state was damaged', ru: 'файл состояния был повреждён', el: 'το αρχείο κατάστασης ήταν κατεστραμμένο' },
  {
    en: 'its bytes in the state have changed',
    ru: 'его байты в файле состояния изменились',
    el: 'τα δεδομένα του στο αρχείο κατάστασης άλλαξαν',
  },
  {
    en: 'run `target-resources analyze`: what is missing is read again; the damaged file is kept as {file}',
    ru: 'запустите `target-resources analyze`: недостающее будет прочитано снова; повреждённый файл сохранён как {file}',
    el: 'εκτελέστε `target-resources analyze`: όσα λείπουν θα διαβαστούν ξανά· το κατεστραμμένο αρχείο φυλάσσεται ως {file}',
  },
];
