import type { TranslatedSentence } from './sentence.ts';

/** Why a list, or what a resource says of itself, was not read. */
export const unreadSentences: TranslatedSentence[] = [
  { en: 'it is hidden', ru: 'скрыто', el: 'είναι κρυφό' },
  {
    en: 'the network knows no such profile',
    ru: 'сеть не знает такого профиля',
    el: 'το δίκτυο δεν γνωρίζει τέτοιο προφίλ',
  },
  {
    en: 'the network shows it only to the account owner',
    ru: 'сеть показывает это только владельцу',
    el: 'το δίκτυο το δείχνει μόνο στον κάτοχο',
  },
  {
    en: 'the list is longer than the network hands out',
    ru: 'список длиннее, чем отдаёт сеть',
    el: 'η λίστα είναι μεγαλύτερη από όσο δίνει το δίκτυο',
  },
  {
    en: 'its subscriptions to publications could not be read: {why}',
    ru: 'не удалось прочитать подписки на издания: {why}',
    el: 'δεν ήταν δυνατή η ανάγνωση των συνδρομών του σε εκδόσεις: {why}',
  },
  { en: 'it could not be read', ru: 'не удалось прочитать', el: 'δεν ήταν δυνατή η ανάγνωση' },
  { en: 'it was not asked for', ru: 'не запрашивалось', el: 'δεν ζητήθηκε' },
  {
    en: '{token} is missing: get one at {address}',
    ru: 'нет {token}: его можно получить на {address}',
    el: 'λείπει το {token}: αποκτήστε ένα στο {address}',
  },
  {
    en: 'Bluesky shows no such account: it may be misspelt, renamed, deactivated, suspended or deleted',
    ru: 'Bluesky не показывает такого аккаунта: возможно, опечатка, или его переименовали, отключили, заблокировали или удалили',
    el: 'Το Bluesky δεν δείχνει τέτοιο λογαριασμό: ίσως είναι ανορθόγραφος ή μετονομάστηκε, απενεργοποιήθηκε, αποκλείστηκε ή διαγράφηκε',
  },
  {
    en: '{network} knows no such account: it may be misspelt, renamed, deactivated or deleted',
    ru: '{network} не знает такого аккаунта: возможно, опечатка, или его переименовали, отключили или удалили',
    el: 'Το {network} δεν γνωρίζει τέτοιο λογαριασμό: ίσως είναι ανορθόγραφος ή μετονομάστηκε, απενεργοποιήθηκε ή διαγράφηκε',
  },
  {
    en: '{network} knows no such person: it may be misspelt, renamed, deleted or a community',
    ru: '{network} не знает такого человека: возможно, опечатка, или его переименовали или удалили, или это сообщество',
    el: 'Το {network} δεν γνωρίζει τέτοιο πρόσωπο: ίσως είναι ανορθόγραφο, μετονομάστηκε, διαγράφηκε ή είναι κοινότητα',
  },
  {
    en: '{network} has no such account: it may be misspelt, renamed or deleted',
    ru: 'в {network} нет такого аккаунта: возможно, опечатка, или его переименовали или удалили',
    el: 'Στο {network} δεν υπάρχει τέτοιος λογαριασμός: ίσως είναι ανορθόγραφος, μετονομάστηκε ή διαγράφηκε',
  },
  {
    en: '{network} shows no such profile: it may be misspelt, renamed or deleted',
    ru: '{network} не показывает такого профиля: возможно, опечатка, или его переименовали или удалили',
    el: 'Το {network} δεν δείχνει τέτοιο προφίλ: ίσως είναι ανορθόγραφο, μετονομάστηκε ή διαγράφηκε',
  },
  {
    en: '{network} shows no such person: it may be misspelt, renamed or deleted',
    ru: '{network} не показывает такого человека: возможно, опечатка, или его переименовали или удалили',
    el: 'Το {network} δεν δείχνει τέτοιο πρόσωπο: ίσως είναι ανορθόγραφο, μετονομάστηκε ή διαγράφηκε',
  },
  {
    en: 'YouTube shows no such channel: it may be misspelt, renamed, closed or suspended',
    ru: 'YouTube не показывает такого канала: возможно, опечатка, или его переименовали, закрыли или заблокировали',
    el: 'Το YouTube δεν δείχνει τέτοιο κανάλι: ίσως είναι ανορθόγραφο, μετονομάστηκε, έκλεισε ή αποκλείστηκε',
  },
  {
    en: '{network} describes it in a way nobody documented',
    ru: '{network} описывает это так, как нигде не документировано',
    el: 'Το {network} το περιγράφει με τρόπο που δεν τεκμηριώνεται πουθενά',
  },
  {
    en: '{network} has suspended the account',
    ru: '{network} заблокировал аккаунт',
    el: 'Το {network} απέκλεισε τον λογαριασμό',
  },
  {
    en: '{network} says nothing about this account',
    ru: '{network} ничего не сообщает об этом аккаунте',
    el: 'Το {network} δεν λέει τίποτα για αυτόν τον λογαριασμό',
  },
  {
    en: 'private by choice: the account asks not to be shown to logged-out readers',
    ru: 'закрыто по желанию: аккаунт просит не показывать его читателям без входа',
    el: 'ιδιωτικό κατ’ επιλογή: ο λογαριασμός ζητά να μην εμφανίζεται σε όσους δεν έχουν συνδεθεί',
  },
  {
    en: 'private by choice: the profile is {privacy}',
    ru: 'закрыто по желанию: профиль виден не всем ({privacy})',
    el: 'ιδιωτικό κατ’ επιλογή: το προφίλ δεν είναι ορατό σε όλους ({privacy})',
  },
  {
    en: 'the account hides who it follows',
    ru: 'аккаунт скрывает, на кого подписан',
    el: 'ο λογαριασμός κρύβει ποιους ακολουθεί',
  },
  {
    en: 'the account shows its posts and follows only to its followers',
    ru: 'аккаунт показывает записи и подписки только своим подписчикам',
    el: 'ο λογαριασμός δείχνει δημοσιεύσεις και όσους ακολουθεί μόνο στους ακολούθους του',
  },
  { en: 'the account is suspended', ru: 'аккаунт заблокирован', el: 'ο λογαριασμός είναι αποκλεισμένος' },
  { en: 'the account is gone', ru: 'аккаунта больше нет', el: 'ο λογαριασμός δεν υπάρχει πια' },
  {
    en: 'the server says that the account is gone',
    ru: 'сервер говорит, что аккаунта больше нет',
    el: 'ο διακομιστής λέει ότι ο λογαριασμός δεν υπάρχει πια',
  },
  {
    en: 'its domain says that the account is gone',
    ru: 'его домен говорит, что аккаунта больше нет',
    el: 'ο τομέας του λέει ότι ο λογαριασμός δεν υπάρχει πια',
  },
  {
    en: 'its domain knows no such account',
    ru: 'его домен не знает такого аккаунта',
    el: 'ο τομέας του δεν γνωρίζει τέτοιο λογαριασμό',
  },
  {
    en: 'its domain lists no fediverse account for it',
    ru: 'его домен не называет для него аккаунта федиверса',
    el: 'ο τομέας του δεν δηλώνει λογαριασμό για αυτό',
  },
  {
    en: 'no fediverse server answers there',
    ru: 'сервер федиверса там не отвечает',
    el: 'κανένας διακομιστής δεν απαντά εκεί',
  },
  {
    en: 'the server knows no such account',
    ru: 'сервер не знает такого аккаунта',
    el: 'ο διακομιστής δεν γνωρίζει τέτοιο λογαριασμό',
  },
  {
    en: 'the server knows no such account or channel',
    ru: 'сервер не знает такого аккаунта или канала',
    el: 'ο διακομιστής δεν γνωρίζει τέτοιο λογαριασμό ή κανάλι',
  },
  {
    en: 'the server knows no such community',
    ru: 'сервер не знает такого сообщества',
    el: 'ο διακομιστής δεν γνωρίζει τέτοια κοινότητα',
  },
  {
    en: 'the server knows no such account, or shows none to visitors',
    ru: 'сервер не знает такого аккаунта или не показывает его посетителям',
    el: 'ο διακομιστής δεν γνωρίζει τέτοιο λογαριασμό ή δεν τον δείχνει σε επισκέπτες',
  },
  { en: 'the server requires a login', ru: 'сервер требует входа', el: 'ο διακομιστής απαιτεί σύνδεση' },
  {
    en: 'the server shows nothing without a login',
    ru: 'без входа сервер ничего не показывает',
    el: 'ο διακομιστής δεν δείχνει τίποτα χωρίς σύνδεση',
  },
  {
    en: 'the server answered {status}: it requires a login (Sharkey also says so of unknown and suspended accounts)',
    ru: 'сервер ответил {status}: он требует входа (Sharkey отвечает так и о неизвестных и заблокированных аккаунтах)',
    el: 'ο διακομιστής απάντησε {status}: απαιτεί σύνδεση (το Sharkey απαντά έτσι και για άγνωστους και αποκλεισμένους λογαριασμούς)',
  },
  {
    en: 'the server returned an error instead of the list',
    ru: 'вместо списка сервер вернул ошибку',
    el: 'αντί για τη λίστα ο διακομιστής επέστρεψε σφάλμα',
  },
  {
    en: 'the list is empty, but the number of follows is not given',
    ru: 'список пуст, а число подписок не указано',
    el: 'η λίστα είναι κενή, αλλά ο αριθμός όσων ακολουθεί δεν δίνεται',
  },
  {
    en: 'the list is empty, but the number of follows is {n}',
    ru: 'список пуст, хотя число подписок – {n}',
    el: 'η λίστα είναι κενή, ενώ ο αριθμός όσων ακολουθεί είναι {n}',
  },
  {
    en: 'snac shows an empty list and no count, whatever the account follows',
    ru: 'snac показывает пустой список и никакого числа, на кого бы аккаунт ни был подписан',
    el: 'το snac δείχνει κενή λίστα και κανέναν αριθμό, ό,τι κι αν ακολουθεί ο λογαριασμός',
  },
  {
    en: 'that server does not show who an account follows',
    ru: 'этот сервер не показывает, на кого подписан аккаунт',
    el: 'αυτός ο διακομιστής δεν δείχνει ποιους ακολουθεί ένας λογαριασμός',
  },
  {
    en: 'the list is not where its server says',
    ru: 'списка нет там, где указывает сервер',
    el: 'η λίστα δεν βρίσκεται εκεί που λέει ο διακομιστής',
  },
  { en: 'the profile is closed', ru: 'профиль закрыт', el: 'το προφίλ είναι κλειστό' },
  {
    en: 'the profile is deleted or blocked',
    ru: 'профиль удалён или заблокирован',
    el: 'το προφίλ έχει διαγραφεί ή αποκλειστεί',
  },
  {
    en: 'the profile was never set up, and shows nothing',
    ru: 'профиль так и не настроен и ничего не показывает',
    el: 'το προφίλ δεν ρυθμίστηκε ποτέ και δεν δείχνει τίποτα',
  },
  { en: 'the group is private', ru: 'группа закрытая', el: 'η ομάδα είναι ιδιωτική' },
  {
    en: 'the group shows its pool to members only',
    ru: 'группа показывает снимки только участникам',
    el: 'η ομάδα δείχνει τις φωτογραφίες της μόνο στα μέλη',
  },
  {
    en: 'the subscriptions are private, as they are by default',
    ru: 'подписки закрыты, как это бывает по умолчанию',
    el: 'οι συνδρομές είναι ιδιωτικές, όπως είναι εξ ορισμού',
  },
  {
    en: 'the channel shows no preview of its posts on the web',
    ru: 'канал не показывает записи в интернете',
    el: 'το κανάλι δεν δείχνει τις δημοσιεύσεις του στον ιστό',
  },
  {
    en: 'Telegram shows no messages of groups on the web',
    ru: 'Telegram не показывает сообщения групп в интернете',
    el: 'Το Telegram δεν δείχνει τα μηνύματα των ομάδων στον ιστό',
  },
  {
    en: 'a feed or a list has no posts of its own',
    ru: 'у ленты или списка нет собственных записей',
    el: 'μια ροή ή λίστα δεν έχει δικές της δημοσιεύσεις',
  },
  {
    en: 'the account shows no list of what it publishes',
    ru: 'аккаунт не показывает, что публикует',
    el: 'ο λογαριασμός δεν δείχνει τι δημοσιεύει',
  },
  {
    en: "its API does not show anyone's follows, and its pages require a login",
    ru: 'её API ни у кого не показывает подписок, а страницы требуют входа',
    el: 'το API του δεν δείχνει τι ακολουθεί κανείς και οι σελίδες του απαιτούν σύνδεση',
  },
  {
    en: "its API does not show anyone's {what}, and its terms forbid automated reading of its pages",
    ru: 'её API ни у кого не показывает подписок, а условия запрещают читать страницы программой',
    el: 'το API του δεν δείχνει τι ακολουθεί κανείς και οι όροι του απαγορεύουν την αυτόματη ανάγνωση των σελίδων',
  },
  {
    en: 'its API has no list of follows',
    ru: 'в её API нет списка подписок',
    el: 'το API του δεν έχει λίστα όσων ακολουθεί κανείς',
  },
  {
    en: 'its API shows follows to approved researchers only',
    ru: 'её API показывает подписки только одобренным исследователям',
    el: 'το API του δείχνει όσα ακολουθεί κανείς μόνο σε εγκεκριμένους ερευνητές',
  },
  {
    en: 'its API shows groups only to apps that its staff have approved individually',
    ru: 'её API показывает группы только приложениям, одобренным сотрудниками',
    el: 'το API του δείχνει ομάδες μόνο σε εφαρμογές που εγκρίθηκαν μία προς μία',
  },
  {
    en: "its API shows only the follows of one's own account",
    ru: 'её API показывает подписки только собственного аккаунта',
    el: 'το API του δείχνει μόνο όσα ακολουθεί ο δικός μας λογαριασμός',
  },
  {
    en: 'its policy forbids matching accounts with people known from other sources, and subscriptions are private',
    ru: 'её правила запрещают сопоставлять аккаунты с людьми, известными из других источников, а подписки закрыты',
    el: 'οι κανόνες του απαγορεύουν την αντιστοίχιση λογαριασμών με γνωστά πρόσωπα και οι συνδρομές είναι ιδιωτικές',
  },
  {
    en: "its API does not give another blog's number of followers, and shows a blog's follows only after a login",
    ru: 'её API не сообщает число подписчиков чужого блога, а подписки блога показывает только после входа',
    el: 'το API του δεν δίνει τον αριθμό των ακολούθων άλλου ιστολογίου και δείχνει όσα ακολουθεί μόνο μετά από σύνδεση',
  },
  {
    en: 'a web page has no follow lists',
    ru: 'у веб-страницы нет списка подписок',
    el: 'μια ιστοσελίδα δεν έχει λίστα όσων ακολουθεί',
  },
  {
    en: 'a gateway answered {status}, not the server itself: run again later',
    ru: 'ответил не сам сервер, а шлюз перед ним ({status}): запустите программу позже',
    el: 'απάντησε μια πύλη ({status}), όχι ο ίδιος ο διακομιστής: εκτελέστε ξανά αργότερα',
  },
  {
    en: 'the quota of your project is used up until midnight Pacific time',
    ru: 'квота вашего проекта исчерпана до полуночи по тихоокеанскому времени',
    el: 'το όριο του έργου σας εξαντλήθηκε έως τα μεσάνυχτα ώρας Ειρηνικού',
  },
  {
    en: 'the cap of your plan at X for this day is reached: raise it at {address}, or wait for the next day',
    ru: 'дневной предел вашего тарифа X исчерпан: поднимите его на {address} или подождите до завтра',
    el: 'το ημερήσιο όριο του προγράμματός σας στο X εξαντλήθηκε: αυξήστε το στο {address} ή περιμένετε την επόμενη μέρα',
  },
  {
    en: 'the spending cap of your X account is reached: raise it at {address}, or wait for the next billing cycle',
    ru: 'предел расходов вашего аккаунта X исчерпан: поднимите его на {address} или подождите до следующего расчётного периода',
    el: 'το όριο δαπανών του λογαριασμού σας στο X εξαντλήθηκε: αυξήστε το στο {address} ή περιμένετε τον επόμενο κύκλο χρέωσης',
  },
  {
    en: 'the cap of your plan at X for this month is reached: raise it at {address}, or wait for the next month',
    ru: 'месячный предел вашего тарифа X исчерпан: поднимите его на {address} или подождите до следующего месяца',
    el: 'το μηνιαίο όριο του προγράμματός σας στο X εξαντλήθηκε: αυξήστε το στο {address} ή περιμένετε τον επόμενο μήνα',
  },
  {
    en: 'X does not accept the token in {token}: copy the bearer token of your app again from {address}',
    ru: 'X не принимает токен {token}: ещё раз скопируйте токен вашего приложения на {address}',
    el: 'Το X δεν δέχεται το διακριτικό {token}: αντιγράψτε ξανά το διακριτικό της εφαρμογής σας από το {address}',
  },
  {
    en: 'it stored another address than the link',
    ru: 'сохранён другой адрес, а не сама ссылка',
    el: 'αποθήκευσε άλλη διεύθυνση από τον σύνδεσμο',
  },
  { en: 'it does not accept {token}', ru: 'сервис не принимает {token}', el: 'δεν δέχεται το {token}' },
  { en: 'your plan does not allow it', ru: 'ваш тариф этого не позволяет', el: 'το πακέτο σας δεν το επιτρέπει' },
  {
    en: 'the monthly allowance of your Bitly plan is used up',
    ru: 'месячный лимит вашего тарифа Bitly исчерпан',
    el: 'το μηνιαίο όριο του πακέτου σας στο Bitly εξαντλήθηκε',
  },
  {
    en: 'there is no {title} at the address that --shorten-at names',
    ru: 'по адресу из --shorten-at нет {title}',
    el: 'στη διεύθυνση του --shorten-at δεν υπάρχει {title}',
  },
  {
    en: 'it does not take the link (status {status})',
    ru: 'сервис не принимает ссылку (статус {status})',
    el: 'δεν δέχεται τον σύνδεσμο (κατάσταση {status})',
  },
];
