import { trimEnd } from '../../text/trim.ts';

// Words above lists, in the languages in which the field's pages are shown. Links are found without them.

/** "People you may know", "Suggested for you", "People also viewed". */
const suggestion = new RegExp(
  [
    'may know|might know|suggest|recommend|you (?:may|might) (?:also )?like|also (?:viewed|follow)|similar|discover more',
    'возможно,? вы знаете|вы (?:можете|могли бы) знать|рекоменд|похож|вам (?:может|могут) понравиться|предлага',
    'можливо,? ви знаєте|схож|вам (?:може|можуть) сподобатися|пропон|запропонован',
    'die du kennen|die sie kennen|kennst du|vorschl|vorgeschlagen|empf[oe]hl|ähnliche|auch angesehen|auch gefallen',
    'connaissez|suggér|similaire|également (?:consult|vu)|pourraient (?:vous )?plaire|vous pourriez',
    'quizás? conozcas|que quizá|podrías conocer|sugeren|sugerid|recomenda|similares|también (?:vieron|vio)|te pued[ea]n? gustar',
    'talvez (?:você )?conheça|poderá conhecer|sugest|também (?:viram|viu)|semelhantes',
    'potresti conoscere|suggerit|suggeriment|consigliat|simili|potrebbe(?:ro)? piacerti|hanno visto anche',
    'możesz znać|proponowan|sugerowan|propozycje|polecan|podobn|przeglądali także',
    'ίσως γνωρίζ|μπορεί να γνωρίζ|προτ[άε][σι]|προτεινόμεν|συνιστ|παρόμοι|είδαν επίσης',
    'tanıyor olabil|tanıyabil|öneri|önerilen|benzer|ayrıca görüntüle|hoşuna gidebilecek',
  ].join('|'),
  'iu',
);

export const saysSuggested = (heading: string): boolean => suggestion.test(heading);

/** Signs of a count behind a heading. */
const counted = /[\d.,\s\p{Zs}()·:]/u;

/** "Following" as the heading of a list, of what somebody follows. */
const following =
  /^(?:following|follows|подписки|подписан[аы]?(?: на)?|підписки|стежить|відстежу\p{L}+|gefolgt|folgt|abonniert|abonnements|suivi(?:\(?e\)?)?(?:s|\(s\))?|siguiendo|seguidos|seguindo|a seguir|seguit[io]|profili seguiti|obserwowan[aei]|obserwuje|ακολουθεί(?:τε)?|ακολουθούνται|takip(?: edilenler| ettikleri)?)$/iu;

export const saysFollowing = (heading: string): boolean =>
  following.test(trimEnd(heading, counted).replace(/^[\d.,\s\p{Zs}·]+/u, ''));

/** "Subscriptions", "Groups", "Interesting pages": boxes on a person's page that show communities. */
const communities =
  /^(?:subscriptions|following|groups|communities|interesting pages|pages|подписки|группы|сообщества|интересные (?:страницы|публичные страницы)|паблики|підписки|групи|спільноти|цікаві сторінки|падпіскі|супольнасці|abonnements|gruppen|interessante seiten|groupes|pages intéressantes|suscripciones|grupos|comunidades|páginas interesantes|assinaturas|inscrições|páginas interessantes|iscrizioni|gruppi|pagine interessanti|subskrypcje|grupy|społeczności|ciekawe strony|συνδρομές|ομάδες|κοινότητες|abonelikler|gruplar|topluluklar)$/iu;

export const saysCommunities = (heading: string): boolean => communities.test(trimEnd(heading, counted).trim());

/** What Facebook calls the kind of a page, below its name. */
const pageKind = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'communit|magazine|newspaper|media|news|publisher|company|brand|business|shop|store|product|service|organi[sz]ation|charit|website|artist|musician|band|author|writer|book|film|movie|tv|radio|podcast|public figure|politician|athlete|sports?|restaurant|café|cafe|bar|hotel|school|college|education|university|museum|event|blog|game|health|beauty|travel|club|agency|interest|creator|journalist|cause|designer|photographer',
    'сообществ|журнал|газет|медиа|сми|новост|издател|компани|бренд|магазин|товар|услуг|организаци|сайт|художник|музыкант|групп|писател|книг|фильм|тв|телеканал|телепереда|радио|подкаст|общественн|политик|спорт|ресторан|каф[еэ]|отель|школ|образован|университет|музей|мероприяти|блог|игр|здоров|красот|путешеств|клуб|агентств|интерес|автор',
    'gemeinschaft|zeitschrift|magazin|zeitung|medien|nachrichten|verlag|unternehmen|firma|marke|geschäft|laden|produkt|dienst|organisation|verein|webseite|website|künstler|musiker|band|autor|schriftsteller|buch|fernseh|radio|person des öffentlichen|politiker|sport|restaurant|hotel|schule|bildung|universität|museum|veranstaltung|blog|spiel|gesundheit|schönheit|reise|agentur|handwerk',
    'communauté|magazine|journal|média|actualité|éditeur|entreprise|marque|boutique|magasin|produit|association|site web|artiste|musicien|groupe|auteur|écrivain|livre|télé|chaîne|personnalité publique|politi|sporti|restaurant|hôtel|école|éducation|université|musée|évènement|événement|jeu|santé|beauté|voyage|agence|intérêt',
    'comunidad|revista|periódico|medio|noticias|editorial|empresa|marca|tienda|producto|servicio|organización|sitio web|artista|músico|grupo|autor|escritor|libro|película|canal|figura pública|polític|deport|restaurante|escuela|educación|universidad|museo|evento|juego|salud|belleza|viaje|agencia|interés',
    'κοινότητα|περιοδικό|εφημερίδα|μέσα|ειδήσεις|εκδ[οό]|εταιρεία|επιχείρηση|μάρκα|κατάστημα|προϊόν|υπηρεσ|οργανισμ|ιστότοπος|καλλιτέχνη|μουσικ|συγκρότημα|συγγραφέα|βιβλίο|ταινία|κανάλι|ραδιόφων|δημόσιο πρόσωπο|πολιτικ|αθλητ|εστιατόριο|ξενοδοχείο|σχολείο|εκπαίδευση|πανεπιστήμιο|μουσείο|εκδήλωση|παιχνίδι|υγεία|ομορφιά|ταξίδι|σύλλογος',
  ].join('|')})`,
  'iu',
);

export const saysPageKind = (line: string): boolean => line.length <= 60 && pageKind.test(line);
