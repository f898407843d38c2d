import type { TranslatedSentence } from './sentence.ts';

/** Why an address or a name is no profile, or no resource. */
export const addressSentences: TranslatedSentence[] = [
  {
    en: 'this is an e-mail address, not an account of the fediverse',
    ru: 'это адрес электронной почты, а не учётная запись в федиверсе',
    el: 'αυτή είναι διεύθυνση email και όχι λογαριασμός του fediverse',
  },
  {
    en: 'a number alone does not identify a page on {title}',
    ru: 'одно лишь число не указывает на страницу в {title}',
    el: 'ένας αριθμός μόνος του δεν δείχνει σελίδα στο {title}',
  },
  {
    en: '"{name}" is not a GitHub name: those hold letters, digits and hyphens',
    ru: '«{name}» – не имя GitHub: там бывают буквы, цифры и дефисы',
    el: 'το «{name}» δεν είναι όνομα του GitHub: εκείνα έχουν γράμματα, ψηφία και παύλες',
  },
  {
    en: '"{name}" is not a SoundCloud name: those hold letters, digits, "-" and "_"',
    ru: '«{name}» – не имя SoundCloud: там бывают буквы, цифры, «-» и «_»',
    el: 'το «{name}» δεν είναι όνομα του SoundCloud: εκείνα έχουν γράμματα, ψηφία, «-» και «_»',
  },
  {
    en: '"{name}" is not a YouTube handle: write it as @name, or the address of the channel',
    ru: '«{name}» – не имя канала YouTube: напишите его со знаком @ или адрес канала',
    el: 'το «{name}» δεν είναι όνομα του YouTube: γράψτε το με @ ή τη διεύθυνση του καναλιού',
  },
  {
    en: '"{name}" is not a full channel id (UC and 22 case-sensitive characters): copy it again',
    ru: '«{name}» – не полный номер канала (UC и 22 знака, регистр важен): скопируйте его ещё раз',
    el: 'το «{name}» δεν είναι πλήρης κωδικός καναλιού (UC και 22 χαρακτήρες, με πεζά και κεφαλαία): αντιγράψτε τον ξανά',
  },
  {
    en: '"{name}" is neither a full Bluesky handle, e.g. anna.bsky.social, nor a DID',
    ru: '«{name}» – не полное имя Bluesky (например anna.bsky.social) и не DID',
    el: 'το «{name}» δεν είναι πλήρες όνομα του Bluesky, π.χ. anna.bsky.social, ούτε DID',
  },
  {
    en: '"{name}" is not a Bluesky handle: write the full handle, e.g. anna.bsky.social',
    ru: '«{name}» – не имя Bluesky: напишите полное имя, например anna.bsky.social',
    el: 'το «{name}» δεν είναι όνομα του Bluesky: γράψτε το πλήρες όνομα, π.χ. anna.bsky.social',
  },
  {
    en: '"{name}" is not a user name on X: those have at most 15 Latin letters, digits and underscores',
    ru: '«{name}» – не имя пользователя X: там до 15 латинских букв, цифр и знаков подчёркивания',
    el: 'το «{name}» δεν είναι όνομα χρήστη του X: εκείνα έχουν έως 15 λατινικά γράμματα, ψηφία και κάτω παύλες',
  },
  {
    en: 'an invitation to a private chat names no public channel: only its members can read it',
    ru: 'приглашение в закрытый чат не называет публичного канала: его читают только участники',
    el: 'μια πρόσκληση σε ιδιωτική συνομιλία δεν δείχνει δημόσιο κανάλι: μόνο τα μέλη τη διαβάζουν',
  },
  {
    en: 'this link works only for members of a private channel',
    ru: 'эта ссылка открывается только участникам закрытого канала',
    el: 'αυτός ο σύνδεσμος ανοίγει μόνο για μέλη ιδιωτικού καναλιού',
  },
  {
    en: 'its server is missing: write @{user}@server.example',
    ru: 'не указан сервер: напишите @{user}@server.example',
    el: 'λείπει ο διακομιστής: γράψτε @{user}@server.example',
  },
  {
    en: 'many accounts are shown as {name}: use the address with the did: of the one you mean',
    ru: 'под именем {name} показываются многие: возьмите адрес с did: нужного вам аккаунта',
    el: 'πολλοί λογαριασμοί εμφανίζονται ως {name}: χρησιμοποιήστε τη διεύθυνση με το did: εκείνου που εννοείτε',
  },
  {
    en: 'no group can have this id: check that it was copied whole',
    ru: 'у группы не бывает такого номера: проверьте, целиком ли он скопирован',
    el: 'καμία ομάδα δεν έχει τέτοιον κωδικό: ελέγξτε αν αντιγράφηκε ολόκληρος',
  },
  {
    en: 'no person can have this SteamID: check that it was copied whole',
    ru: 'у человека не бывает такого SteamID: проверьте, целиком ли он скопирован',
    el: 'κανένας χρήστης δεν έχει τέτοιο SteamID: ελέγξτε αν αντιγράφηκε ολόκληρο',
  },
  {
    en: 'this {network} address names neither a profile nor a page',
    ru: 'этот адрес {network} не называет ни профиля, ни страницы',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει ούτε προφίλ ούτε σελίδα',
  },
  {
    en: 'this {network} address names neither a person nor a group',
    ru: 'этот адрес {network} не называет ни человека, ни группы',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει ούτε χρήστη ούτε ομάδα',
  },
  {
    en: 'this {network} address names neither a profile nor a community',
    ru: 'этот адрес {network} не называет ни профиля, ни сообщества',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει ούτε προφίλ ούτε κοινότητα',
  },
  {
    en: 'this {network} address names no person, channel or group',
    ru: 'этот адрес {network} не называет ни человека, ни канала, ни группы',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει χρήστη, κανάλι ή ομάδα',
  },
  {
    en: 'this {network} address names no channel: open it and copy the address of the channel, with @ or /channel/',
    ru: 'этот адрес {network} не называет канала: откройте его и скопируйте адрес канала, с @ или /channel/',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει κανάλι: ανοίξτε την και αντιγράψτε τη διεύθυνση του καναλιού, με @ ή /channel/',
  },
  {
    en: 'this {network} address names no profile',
    ru: 'этот адрес {network} не называет профиля',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει προφίλ',
  },
  {
    en: 'this {network} address names no account',
    ru: 'этот адрес {network} не называет аккаунта',
    el: 'αυτή η διεύθυνση του {network} δεν δείχνει λογαριασμό',
  },
  {
    en: 'this address of a post does not say who wrote it: open it and copy the address it leads to',
    ru: 'по этому адресу записи не видно, кто её написал: откройте его и скопируйте адрес, на который он ведёт',
    el: 'αυτή η διεύθυνση δημοσίευσης δεν λέει ποιος την έγραψε: ανοίξτε την και αντιγράψτε τη διεύθυνση όπου οδηγεί',
  },
  {
    en: 'this at:// address is incomplete or has too many parts',
    ru: 'этот адрес at:// неполный, или в нём слишком много частей',
    el: 'αυτή η διεύθυνση at:// είναι ελλιπής ή έχει πάρα πολλά μέρη',
  },
  {
    en: 'this is a short link of {network}: open it and copy the address it leads to',
    ru: 'это короткая ссылка {network}: откройте её и скопируйте адрес, на который она ведёт',
    el: 'αυτός είναι σύντομος σύνδεσμος του {network}: ανοίξτε τον και αντιγράψτε τη διεύθυνση όπου οδηγεί',
  },
  {
    en: 'this short link names no {what}: open it and copy the address it leads to',
    ru: 'по этой короткой ссылке не видно профиля: откройте её и скопируйте адрес, на который она ведёт',
    el: 'αυτός ο σύντομος σύνδεσμος δεν δείχνει προφίλ: ανοίξτε τον και αντιγράψτε τη διεύθυνση όπου οδηγεί',
  },
  {
    en: 'this is a VK community, not the profile of a person: put it into follows.csv',
    ru: 'это сообщество VK, а не профиль человека: впишите его в follows.csv',
    el: 'αυτή είναι κοινότητα του VK, όχι προφίλ προσώπου: γράψτε τη στο follows.csv',
  },
  {
    en: 'this is the address of a community, not of a person',
    ru: 'это адрес сообщества, а не человека',
    el: 'αυτή είναι διεύθυνση κοινότητας, όχι προσώπου',
  },
  {
    en: 'this is a file or a folder, not a page on the web',
    ru: 'это файл или папка, а не страница в интернете',
    el: 'αυτό είναι αρχείο ή φάκελος, όχι σελίδα στον ιστό',
  },
  {
    en: 'this is a profile of {network}, not a resource',
    ru: 'это профиль {network}, а не ресурс',
    el: 'αυτό είναι προφίλ του {network}, όχι πηγή',
  },
  {
    en: 'this is a person; what people follow on {network} are groups',
    ru: 'это человек; подписываются в {network} на группы',
    el: 'αυτό είναι πρόσωπο· στο {network} οι χρήστες ακολουθούν ομάδες',
  },
  { en: 'this is a group, not a profile', ru: 'это группа, а не профиль', el: 'αυτή είναι ομάδα, όχι προφίλ' },
  { en: 'this is a list, not a profile', ru: 'это список, а не профиль', el: 'αυτή είναι λίστα, όχι προφίλ' },
  { en: 'this is a feed, not a profile', ru: 'это лента, а не профиль', el: 'αυτή είναι ροή, όχι προφίλ' },
  {
    en: 'this is a publication, not a profile',
    ru: 'это издание, а не профиль',
    el: 'αυτή είναι έκδοση, όχι προφίλ',
  },
  {
    en: 'this is a community, not a profile',
    ru: 'это сообщество, а не профиль',
    el: 'αυτή είναι κοινότητα, όχι προφίλ',
  },
  {
    en: 'this is a group of {network}, not a profile',
    ru: 'это группа {network}, а не профиль',
    el: 'αυτή είναι ομάδα του {network}, όχι προφίλ',
  },
  {
    en: 'this is a board of {network}, not a profile',
    ru: 'это доска {network}, а не профиль',
    el: 'αυτός είναι πίνακας του {network}, όχι προφίλ',
  },
  {
    en: 'this is a community of {network}, not a profile',
    ru: 'это сообщество {network}, а не профиль',
    el: 'αυτή είναι κοινότητα του {network}, όχι προφίλ',
  },
  {
    en: 'this is a company page of {network}, not a profile',
    ru: 'это страница компании в {network}, а не профиль',
    el: 'αυτή είναι σελίδα εταιρείας του {network}, όχι προφίλ',
  },
  {
    en: 'this is a newsletter of {network}, not a profile',
    ru: 'это рассылка {network}, а не профиль',
    el: 'αυτό είναι ενημερωτικό δελτίο του {network}, όχι προφίλ',
  },
  {
    en: 'write the full address of the profile: {address}',
    ru: 'напишите полный адрес профиля: {address}',
    el: 'γράψτε την πλήρη διεύθυνση του προφίλ: {address}',
  },
];
