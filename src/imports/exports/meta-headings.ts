/** The lists of a Facebook or Instagram export that a person may mistake for each other. */
export type MetaList = 'following' | 'followers' | 'hashtags' | 'pages' | 'likes' | 'groups' | 'friends';

/**
 * Which list a page is: its heading, in the language of whoever asked for the export; else its file's name, which is
 * English in every language.
 */
export function listNamed(headings: string[], fileName: string): MetaList | null {
  for (const text of [...headings.map(plain), stem(fileName)]) {
    for (const list of Object.keys(names) as MetaList[]) if (names[list].has(text)) return list;
  }
  return null;
}

/** Headings and file names; English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Russian, Ukrainian, Greek. */
const names: Record<MetaList, Set<string>> = {
  following: listed(`following; who you follow; who you ve followed; people you follow; accounts you follow;
    accounts you re following; profiles you follow; profiles you re following; people and pages you follow;
    gefolgt; abonniert; wem du folgst; personen denen du folgst; konten denen du folgst; profile denen du folgst;
    abonnements; suivis; suivi e s; personnes que vous suivez; comptes que vous suivez; comptes suivis;
    seguidos; siguiendo; a quién sigues; personas que sigues; cuentas que sigues;
    seguindo; quem você segue; quem segues; pessoas que você segue; contas que você segue; perfis que você segue;
    seguiti; persone seguite; account seguiti; chi segui; profili seguiti;
    volgend; wie je volgt; accounts die je volgt; profielen die je volgt;
    obserwowani; obserwowane; kogo obserwujesz; takip; takip edilenler; takip ettiklerin;
    подписки; на кого вы подписаны; ваши подписки; вы подписаны; аккаунты на которые вы подписаны;
    підписки; відстежуються; ви стежите; за ким ви стежите; на кого ви підписані;
    ακολουθείτε; ακολουθεί; ποιους ακολουθείτε; λογαριασμοί που ακολουθείτε; προφίλ που ακολουθείτε`),
  followers: listed(`followers; your followers; people who follow you; people who followed you; who follows you;
    accounts that follow you; profiles that follow you; abonnenten; follower; personen die dir folgen; abonnés;
    followers et abonnés; seguidores; personas que te siguen; pessoas que seguem você; volgers; obserwujący;
    takipçiler; подписчики; ваши подписчики; підписники; відстежувачі; читачі; ακόλουθοι`),
  hashtags: listed(`following hashtags; hashtags you follow; hashtags you re following; hashtags; gefolgte hashtags;
    hashtags que sigues; hashtags que você segue; хэштеги; хештеги`),
  pages: listed(`pages you follow; pages you ve followed; pages and profiles you follow; followed pages;
    seiten denen du folgst; seiten und profile denen du folgst; pages que vous suivez;
    pages et profils que vous suivez; páginas que sigues; páginas y perfiles que sigues; páginas que você segue;
    páginas e perfis que você segue; páginas que segues; páginas e perfis que segues; pagine che segui; pagine seguite;
    pagine e profili che segui; pagina s die je volgt; pagina s en profielen die je volgt; strony które obserwujesz;
    strony i profile które obserwujesz; takip ettiğin sayfalar; takip ettiğin sayfalar ve profiller;
    страницы на которые вы подписаны; страницы и профили на которые вы подписаны; сторінки за якими ви стежите;
    сторінки на які ви підписані; сторінки та профілі за якими ви стежите; σελίδες που ακολουθείτε;
    σελίδες και προφίλ που ακολουθείτε`),
  likes: listed(`pages you ve liked; pages you liked; pages you like; liked pages; seiten die dir gefallen;
    seiten die du mit gefällt mir markiert hast; mit gefällt mir markierte seiten; pages que vous aimez;
    pages que vous avez aimées; páginas que te gustan; páginas que te han gustado; páginas que você curtiu;
    páginas curtidas; páginas de que gostas; pagine che ti piacciono; pagina s die je leuk vindt;
    pagina s die je leuk hebt gevonden; polubione strony; strony które lubisz; beğendiğin sayfalar;
    понравившиеся страницы; страницы которые вам нравятся; страницы которые вам понравились; вподобані сторінки;
    сторінки які вам подобаються; сторінки які вам сподобалися; σελίδες που σας αρέσουν; σελίδες που σας άρεσαν`),
  groups: listed(`your group membership activity; group membership activity; groups joined; groups you ve joined;
    deine aktivitäten als gruppenmitglied; aktivitäten deiner gruppenmitgliedschaft;
    votre activité en tant que membre de groupe; tu actividad de membresía de grupos;
    sua atividade de associação a grupos; je activiteit als groepslid; din gruppemedlemskabsaktivitet;
    ваши действия участника групп; ваше членство в группах; ваша активність у групах`),
  friends:
    listed(`friends; your friends; freunde; deine freunde; amis; vos amis; amigos; tus amigos; seus amigos; amici;
    i tuoi amici; vrienden; je vrienden; znajomi; arkadaşların; друзья; ваши друзья; друзі; ваші друзі; φίλοι;
    οι φίλοι σας`),
};

function listed(text: string): Set<string> {
  return new Set(text.split(/;\s*/).map(plain));
}

/** Lower case, one blank between words, no punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

/** `followers_1.html` and `following (2).html` without what counts them. */
const stem = (fileName: string): string => plain(fileName.replace(/\.[a-z]+$/i, ''));
