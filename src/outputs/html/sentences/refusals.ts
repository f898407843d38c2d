import type { TranslatedSentence } from './sentence.ts';

/** Why VK shows something to nobody; the number of its error follows. */
const vk: TranslatedSentence[] = [
  { en: 'VK does not show this to the public', ru: 'VK не показывает этого всем', el: 'Το VK δεν το δείχνει σε όλους' },
  {
    en: 'the page is deleted or blocked',
    ru: 'страница удалена или заблокирована',
    el: 'η σελίδα διαγράφηκε ή αποκλείστηκε',
  },
  {
    en: 'the page is blocked for its content',
    ru: 'страница заблокирована за содержание',
    el: 'η σελίδα αποκλείστηκε για το περιεχόμενό της',
  },
  { en: 'the profile is closed', ru: 'профиль закрыт', el: 'το προφίλ είναι κλειστό' },
  {
    en: 'the profile is deleted or blocked',
    ru: 'профиль удалён или заблокирован',
    el: 'το προφίλ διαγράφηκε ή αποκλείστηκε',
  },
  { en: 'VK knows no such person', ru: 'VK не знает такого человека', el: 'Το VK δεν γνωρίζει τέτοιο πρόσωπο' },
  { en: 'the community is closed', ru: 'сообщество закрыто', el: 'η κοινότητα είναι κλειστή' },
  {
    en: 'the person hides the list of communities',
    ru: 'человек скрывает список сообществ',
    el: 'το πρόσωπο κρύβει τη λίστα των κοινοτήτων',
  },
];

/** What single networks say where they show nothing, or nothing more. */
export const refusalSentences: TranslatedSentence[] = [
  ...vk.map(({ en, ru, el }) => ({
    en: `${en} (error {code} of VK)`,
    ru: `${ru} (ошибка VK {code})`,
    el: `${el} (σφάλμα {code} του VK)`,
  })),
  {
    en: 'something in a list is described in a way nobody documented: it was left out',
    ru: 'что-то в списке описано так, как нигде не документировано: оно пропущено',
    el: 'κάτι σε μια λίστα περιγράφεται με τρόπο που δεν τεκμηριώνεται πουθενά: παραλείφθηκε',
  },
  {
    en: 'VK asks for a captcha (error {code}), which this program does not solve: run again later',
    ru: 'VK просит капчу (ошибка {code}), которую эта программа не решает: запустите снова позже',
    el: 'Το VK ζητά captcha (σφάλμα {code}), που αυτό το πρόγραμμα δεν λύνει: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'VK does not accept VK_TOKEN for {method} (error {code}): it requires the service token of an app',
    ru: 'VK не принимает VK_TOKEN для {method} (ошибка {code}): нужен сервисный ключ приложения',
    el: 'Το VK δεν δέχεται το VK_TOKEN για {method} (σφάλμα {code}): χρειάζεται το service token μιας εφαρμογής',
  },
  {
    en: 'VK reports an internal problem (error {code})',
    ru: 'VK сообщает о внутренней ошибке ({code})',
    el: 'Το VK αναφέρει εσωτερικό πρόβλημα (σφάλμα {code})',
  },
  {
    en: "VK's limit for {method} is used up for hours: run again later",
    ru: 'лимит VK на {method} исчерпан на несколько часов: запустите снова позже',
    el: 'το όριο του VK για {method} εξαντλήθηκε για ώρες: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'VK refuses the request with error {code}',
    ru: 'VK отклоняет запрос с ошибкой {code}',
    el: 'Το VK αρνείται το αίτημα με σφάλμα {code}',
  },
  {
    en: 'VK does not show the post (error {code})',
    ru: 'VK не показывает запись (ошибка {code})',
    el: 'Το VK δεν δείχνει τη δημοσίευση (σφάλμα {code})',
  },
  { en: 'this is not a VK page', ru: 'это не страница VK', el: 'αυτή δεν είναι σελίδα του VK' },
  {
    en: 'Bluesky refuses this name: {why}',
    ru: 'Bluesky не принимает это имя: {why}',
    el: 'Το Bluesky αρνείται αυτό το όνομα: {why}',
  },
  {
    en: 'GitHub refuses the token in {token}: it is mistyped, expired or revoked',
    ru: 'GitHub не принимает токен из {token}: он с опечаткой, просрочен или отозван',
    el: 'Το GitHub αρνείται το token στο {token}: είναι λανθασμένο, έληξε ή ανακλήθηκε',
  },
  {
    en: 'GitHub says that requests come too fast (its secondary rate limit): run again later',
    ru: 'GitHub говорит, что запросы идут слишком быстро (его вторичный лимит): запустите снова позже',
    el: 'Το GitHub λέει ότι τα αιτήματα έρχονται πολύ γρήγορα (δευτερεύον όριο): εκτελέστε ξανά αργότερα',
  },
  {
    en: "GitHub's hourly limit is used up ({token} raises it): run again later",
    ru: 'часовой лимит GitHub исчерпан ({token} его повышает): запустите снова позже',
    el: 'το ωριαίο όριο του GitHub εξαντλήθηκε (το {token} το αυξάνει): εκτελέστε ξανά αργότερα',
  },
  {
    en: "GitHub's hourly limit is used up: run again later",
    ru: 'часовой лимит GitHub исчерпан: запустите снова позже',
    el: 'το ωριαίο όριο του GitHub εξαντλήθηκε: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'SoundCloud refuses the client id or secret in {token}',
    ru: 'SoundCloud не принимает id или секрет приложения из {token}',
    el: 'Το SoundCloud αρνείται το id ή το μυστικό της εφαρμογής στο {token}',
  },
  {
    en: 'SoundCloud refuses the app in {token}',
    ru: 'SoundCloud не принимает приложение из {token}',
    el: 'Το SoundCloud αρνείται την εφαρμογή στο {token}',
  },
  {
    en: "{token} should hold an app's client id and secret with a colon between them",
    ru: 'в {token} должны быть id и секрет приложения через двоеточие',
    el: 'το {token} πρέπει να έχει το id και το μυστικό μιας εφαρμογής με άνω-κάτω τελεία ανάμεσα',
  },
  {
    en: 'Flickr does not accept the key in {token}',
    ru: 'Flickr не принимает ключ из {token}',
    el: 'Το Flickr δεν δέχεται το κλειδί στο {token}',
  },
  { en: 'Flickr knows no such group', ru: 'Flickr не знает такой группы', el: 'Το Flickr δεν γνωρίζει τέτοια ομάδα' },
  {
    en: 'Flickr refuses {method} with error {code}',
    ru: 'Flickr отклоняет {method} с ошибкой {code}',
    el: 'Το Flickr αρνείται το {method} με σφάλμα {code}',
  },
  { en: 'Steam says "{said}"', ru: 'Steam говорит: «{said}»', el: 'Το Steam λέει «{said}»' },
  {
    en: 'X knows no account of this name',
    ru: 'X не знает аккаунта с таким именем',
    el: 'Το X δεν γνωρίζει λογαριασμό με αυτό το όνομα',
  },
  {
    en: 'X shows the post only to followers of its author',
    ru: 'X показывает запись только подписчикам автора',
    el: 'Το X δείχνει τη δημοσίευση μόνο στους ακολούθους του συντάκτη',
  },
  { en: 'X returned an error: {why}', ru: 'X вернул ошибку: {why}', el: 'Το X επέστρεψε σφάλμα: {why}' },
  {
    en: 'the credits of your X account are used up: buy more at {address}, then run again',
    ru: 'кредиты вашего аккаунта X исчерпаны: купите ещё на {address} и запустите снова',
    el: 'οι μονάδες του λογαριασμού σας στο X εξαντλήθηκαν: αγοράστε κι άλλες στο {address} και εκτελέστε ξανά',
  },
  {
    en: 'your plan at X does not include what was asked for ({what}): see {address}',
    ru: 'ваш тариф X не включает того, что запрошено ({what}): смотрите {address}',
    el: 'το πακέτο σας στο X δεν περιλαμβάνει ό,τι ζητήθηκε ({what}): δείτε {address}',
  },
  {
    en: 'YouTube says that requests come too fast: run again later',
    ru: 'YouTube говорит, что запросы идут слишком быстро: запустите снова позже',
    el: 'Το YouTube λέει ότι τα αιτήματα έρχονται πολύ γρήγορα: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'its page does not say which channel it is: write its address with @',
    ru: 'его страница не говорит, что это за канал: напишите адрес с @',
    el: 'η σελίδα του δεν λέει ποιο κανάλι είναι: γράψτε τη διεύθυνσή του με @',
  },
  {
    en: 'the project of YOUTUBE_API_KEY has not enabled the YouTube Data API v3: do so at {address}',
    ru: 'в проекте YOUTUBE_API_KEY не включён YouTube Data API v3: включите его на {address}',
    el: 'στο έργο του YOUTUBE_API_KEY δεν είναι ενεργό το YouTube Data API v3: ενεργοποιήστε το στο {address}',
  },
  {
    en: 'YOUTUBE_API_KEY is restricted to other addresses, sites or APIs: change that at {address}',
    ru: 'YOUTUBE_API_KEY ограничен другими адресами, сайтами или API: измените это на {address}',
    el: 'το YOUTUBE_API_KEY περιορίζεται σε άλλες διευθύνσεις, ιστότοπους ή API: αλλάξτε το στο {address}',
  },
  {
    en: 'Google does not accept YOUTUBE_API_KEY: check it for typos, or get a new key at {address}',
    ru: 'Google не принимает YOUTUBE_API_KEY: проверьте опечатки или получите новый ключ на {address}',
    el: 'Η Google δεν δέχεται το YOUTUBE_API_KEY: ελέγξτε το ή αποκτήστε νέο κλειδί στο {address}',
  },
  {
    en: '{spent} of {limit} {unit} ({setting}) are used up, and {more} more would be needed',
    ru: 'израсходовано {spent} из {limit} {unit} ({setting}), а нужно было бы ещё {more}',
    el: 'χρησιμοποιήθηκαν {spent} από {limit} {unit} ({setting}), και θα χρειάζονταν άλλα {more}',
  },
  {
    en: 'the page is not the card that Telegram shows for a name',
    ru: 'страница – не карточка, которую Telegram показывает по имени',
    el: 'η σελίδα δεν είναι η κάρτα που δείχνει το Telegram για ένα όνομα',
  },
  {
    en: 'the page is not the preview that Telegram shows of a channel',
    ru: 'страница – не предпросмотр канала, который показывает Telegram',
    el: 'η σελίδα δεν είναι η προεπισκόπηση καναλιού που δείχνει το Telegram',
  },
  {
    en: 'the page is not the post that Telegram shows to be embedded',
    ru: 'страница – не запись, которую Telegram показывает для встраивания',
    el: 'η σελίδα δεν είναι η δημοσίευση που δείχνει το Telegram για ενσωμάτωση',
  },
  {
    en: 'the account has moved, and of the new one: {why}',
    ru: 'аккаунт переехал, а о новом: {why}',
    el: 'ο λογαριασμός μετακόμισε, και για τον νέο: {why}',
  },
  {
    en: 'the list is empty, but the number of items is {n}',
    ru: 'список пуст, хотя число записей – {n}',
    el: 'η λίστα είναι κενή, αλλά ο αριθμός των στοιχείων είναι {n}',
  },
  {
    en: 'the server gives only the number: {n}',
    ru: 'сервер сообщает только число: {n}',
    el: 'ο διακομιστής δίνει μόνο τον αριθμό: {n}',
  },
  {
    en: 'the server answered {status} instead of the list: it requires a login',
    ru: 'сервер ответил {status} вместо списка: нужен вход',
    el: 'ο διακομιστής απάντησε {status} αντί για τη λίστα: απαιτεί σύνδεση',
  },
  {
    en: '{why}; other servers sign what they ask for',
    ru: '{why}; другие серверы подписывают запросы',
    el: '{why}· οι άλλοι διακομιστές υπογράφουν ό,τι ζητούν',
  },
  {
    en: 'the server answered {status}: it refuses visitors who are not logged in',
    ru: 'сервер ответил {status}: без входа он никого не пускает',
    el: 'ο διακομιστής απάντησε {status}: δεν δέχεται επισκέπτες χωρίς σύνδεση',
  },
  {
    en: 'the server describes no fediverse account at its address',
    ru: 'сервер не описывает по этому адресу аккаунта федиверса',
    el: 'ο διακομιστής δεν περιγράφει λογαριασμό του fediverse στη διεύθυνσή του',
  },
  {
    en: 'the server does not use account ids of this form',
    ru: 'у этого сервера нет id аккаунтов такого вида',
    el: 'ο διακομιστής δεν χρησιμοποιεί id λογαριασμών αυτής της μορφής',
  },
  {
    en: 'this is not the address of an account on such a server',
    ru: 'это не адрес аккаунта на таком сервере',
    el: 'αυτή δεν είναι διεύθυνση λογαριασμού σε τέτοιον διακομιστή',
  },
  {
    en: 'subscriptions are private there; communities that a person posts in are not collected, because posting is not following',
    ru: 'подписки там закрыты; сообщества, где человек пишет, не собираются: писать – не значит подписаться',
    el: 'οι συνδρομές εκεί είναι ιδιωτικές· κοινότητες όπου γράφει κάποιος δεν συλλέγονται, γιατί το να γράφεις δεν είναι να ακολουθείς',
  },
  { en: 'the channel is gone', ru: 'канала больше нет', el: 'το κανάλι δεν υπάρχει πια' },
  { en: 'the feed is gone', ru: 'ленты больше нет', el: 'η ροή δεν υπάρχει πια' },
  {
    en: 'what a person reads on Telegram is not public',
    ru: 'что человек читает в Telegram, не публично',
    el: 'ό,τι διαβάζει κάποιος στο Telegram δεν είναι δημόσιο',
  },
  {
    en: 'what a person has subscribed to is known to their reader alone',
    ru: 'на что подписан человек, знает только его читалка',
    el: 'το πού έχει εγγραφεί κάποιος το ξέρει μόνο το πρόγραμμα ανάγνωσής του',
  },
  {
    en: 'this address is now that of another resource, {name}',
    ru: 'это теперь адрес другой площадки, {name}',
    el: 'αυτή είναι τώρα η διεύθυνση άλλης πηγής, {name}',
  },
  {
    en: 'the recipe of {name} does not say where to find posts',
    ru: 'рецепт {name} не говорит, где искать записи',
    el: 'η συνταγή του {name} δεν λέει πού βρίσκονται οι δημοσιεύσεις',
  },
  {
    en: 'the recipe of {name} has no resources at addresses like {address}',
    ru: 'в рецепте {name} нет площадок с адресами вроде {address}',
    el: 'η συνταγή του {name} δεν έχει πηγές σε διευθύνσεις όπως {address}',
  },
  {
    en: '"{next}" leads to another host, {host}',
    ru: '"{next}" ведёт на другой сервер, {host}',
    el: 'το "{next}" οδηγεί σε άλλον διακομιστή, {host}',
  },
  {
    en: '{site} shows no such page: it may be misspelt, renamed or deleted',
    ru: '{site} не показывает такой страницы: возможно, опечатка, или её переименовали или удалили',
    el: 'Το {site} δεν δείχνει τέτοια σελίδα: ίσως είναι ανορθόγραφη, μετονομάστηκε ή διαγράφηκε',
  },
  {
    en: '{site} does not show it: private by choice',
    ru: '{site} этого не показывает: закрыто по желанию',
    el: 'Το {site} δεν το δείχνει: ιδιωτικό κατ’ επιλογή',
  },
  {
    en: '{site} shows it to its members only',
    ru: '{site} показывает это только участникам',
    el: 'Το {site} το δείχνει μόνο στα μέλη του',
  },
];
