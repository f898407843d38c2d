/** A field in one language: what a marketer would name, and sentences of pages. */
export interface FieldCase {
  field: string;
  language: string;
  /** As `--topic` takes it. */
  topic: string;
  /** Sentences of the field, each with another term, as it inflects. */
  own: string[];
  /** Sentences in which one or two terms mean something else. */
  homonyms: string[];
  /** Sentences of the field with an excluded word. */
  excluded: string[];
  /** Of a neighbouring field. */
  neighbours: string[];
  /** Words that only look alike, or words of a phrase apart. */
  alike: string[];
}

/** Small talk of a town, of no field. */
export const smallTalk: Readonly<Record<string, string[]>> = {
  en: [
    'The ferry was late again.',
    'Someone left a blue umbrella at the library.',
    'It will be colder on Friday.',
    'The market closes at two this week.',
    'Our street has a new lamp.',
    'A heron stood on the roof all morning.',
  ],
  ru: [
    'Паром снова опоздал.',
    'Кто-то забыл в библиотеке синий зонт.',
    'В пятницу станет холоднее.',
    'На этой неделе рынок закрывается в два.',
    'На нашей улице новый фонарь.',
    'Всё утро на крыше стояла цапля.',
  ],
  uk: [
    'Пором знову запізнився.',
    'Хтось забув у бібліотеці синю парасолю.',
    "У п'ятницю буде холодніше.",
    'Цього тижня ринок зачиняється о другій.',
    'На нашій вулиці новий ліхтар.',
    'Весь ранок на даху стояла чапля.',
  ],
  de: [
    'Die Fähre kam wieder zu spät.',
    'Jemand hat in der Bücherei einen blauen Schirm vergessen.',
    'Am Freitag wird es kälter.',
    'Der Markt schließt diese Woche um zwei.',
    'In unserer Straße steht eine neue Laterne.',
    'Ein Reiher stand den ganzen Morgen auf dem Dach.',
  ],
  fr: [
    'Le bac était encore en retard.',
    'Quelqu’un a oublié un parapluie bleu à la bibliothèque.',
    'Il fera plus froid vendredi.',
    'Le marché ferme à deux heures cette semaine.',
    'Notre rue a un nouveau réverbère.',
    'Un héron est resté sur le toit toute la matinée.',
  ],
  es: [
    'El transbordador llegó tarde otra vez.',
    'Alguien dejó un paraguas azul en la biblioteca.',
    'El viernes hará más frío.',
    'El mercado cierra a las dos esta semana.',
    'Nuestra calle tiene una farola nueva.',
    'Una garza estuvo en el tejado toda la mañana.',
  ],
  el: [
    'Το φέρι άργησε πάλι.',
    'Κάποιος ξέχασε μια μπλε ομπρέλα στη βιβλιοθήκη.',
    'Την Παρασκευή θα κάνει περισσότερο κρύο.',
    'Η λαϊκή κλείνει στις δύο αυτή την εβδομάδα.',
    'Ο δρόμος μας έχει καινούριο φανάρι.',
    'Ένας ερωδιός στεκόταν στη στέγη όλο το πρωί.',
  ],
  pl: [
    'Prom znowu się spóźnił.',
    'Ktoś zostawił w bibliotece niebieski parasol.',
    'W piątek będzie zimniej.',
    'W tym tygodniu targ zamykają o drugiej.',
    'Na naszej ulicy jest nowa latarnia.',
    'Czapla stała na dachu przez cały ranek.',
  ],
  tr: [
    'Vapur yine geç kaldı.',
    'Biri kütüphanede mavi bir şemsiye unuttu.',
    'Cuma günü hava daha soğuk olacak.',
    'Pazar bu hafta ikide kapanıyor.',
    'Sokağımızda yeni bir lamba var.',
    'Bir balıkçıl bütün sabah çatıda durdu.',
  ],
};

export const fieldCases: readonly FieldCase[] = [
  {
    field: 'bookkeeping',
    language: 'en',
    topic: 'en: vat, payroll, "late invoice", ledger, bookkeeping, receipts, -band, -diary',
    own: [
      'How often payrolls are late in spring.',
      'A reminder for late invoices that stays polite.',
      'VAT on cross-border parcels, a table.',
      'Two ledgers, one truth.',
      'Bookkeepers and the shoebox of receipts.',
      'Scan every receipt before it fades.',
    ],
    homonyms: [
      'Ledger set a record over 400 metres.',
      'Ledger and his coach moved to the coast.',
      'The vat of dye boiled over at the mill.',
      'Three vats, one colour: indigo.',
    ],
    excluded: ['Our band is called Late Invoice, new single out.', 'The band Payroll plays the cellar.'],
    neighbours: [
      'Mortgage rates fell by a quarter.',
      'A pension for the self-employed.',
      'Stocks are for patient people, keep receipts.',
    ],
    alike: [
      'Private gardens open on Sunday.',
      'The invoice came early, the train late.',
      'Receiver and aerial for sale.',
    ],
  },
  {
    field: 'bookkeeping',
    language: 'de',
    topic: 'de: Umsatzsteuer, Lohnabrechnung, Buchhaltung, "offener Posten", Beleg, Mahnung, -Band',
    own: [
      'Die Umsatzsteuervoranmeldung ohne Eile.',
      'Lohnabrechnungen für drei Leute.',
      'Wer macht bei euch die Buchhaltung?',
      'Ein offener Posten aus dem Mai.',
      'Belege sammeln, Belege scannen.',
      'Die dritte Mahnung ist die letzte.',
    ],
    homonyms: ['Mahnung heißt das Denkmal am Hafen.', 'Vor der Mahnung liegen wieder Blumen.'],
    excluded: ['Die Band Lohnabrechnung spielt am Samstag.', 'Buchhaltung, so nennt sich die neue Band.'],
    neighbours: ['Der Bausparvertrag im Vergleich.', 'Aktien für Geduldige.', 'Die Miete steigt, ein Beleg fehlt.'],
    alike: [
      'Belegschaftsfest im Hof.',
      'Die Posten am Tor sind offen gesagt müde.',
      'Ein Buchhalter aus Holz hält zwölf Bände.',
    ],
  },
  {
    field: 'bookkeeping',
    language: 'ru',
    topic: 'ru: налог, зарплата, бухгалтерия, "входящий счёт", отчётность, касса, -группа',
    own: [
      'Налоги для самозанятых простыми словами.',
      'Зарплату выдали вовремя.',
      'Бухгалтерией занимается сестра.',
      'Что делать с входящими счетами.',
      'Отчетность за квартал сдана.',
      'В кассе не сошлось три рубля.',
    ],
    homonyms: ['Касса театра открыта с полудня.', 'У кассы стояла очередь на балет.'],
    excluded: ['Группа «Налог» выпустила альбом.', 'Концерт группы «Зарплата» перенесли.'],
    neighbours: ['Ипотека подешевела на четверть.', 'Акции для терпеливых.', 'Вклад на год, касса рядом.'],
    alike: ['Кассета с записями сверчков.', 'Входящий вежливо счёл себя лишним.', 'Аналогичного мало.'],
  },
  {
    field: 'dogs',
    language: 'en',
    topic: 'en: leash, puppy, "recall training", clicker, obedience, kennel, -toy',
    own: [
      'Puppies sleep more than you think.',
      'Leashes of rope and of leather.',
      'Recall training by the river.',
      'A clicker in every pocket.',
      'Obedience is a game with two players.',
      'Kennels with a view.',
    ],
    homonyms: [
      'Kennel Hall hosts the chess finals.',
      'The clicker for the projector is gone.',
      'Kennel Hall has a new organ.',
      'Who has the clicker for slides?',
    ],
    excluded: ['A toy puppy for the shelf.', 'Toy leash, toy kennel, toy collar.'],
    neighbours: [
      'Cats and the art of ignoring.',
      'How parrots learn words.',
      'A hamster wheel for night owls, no leash.',
    ],
    alike: [
      'Unleashed: an exhibition of kites.',
      'The recall of the kettle and training for trains.',
      'Puppets on strings.',
    ],
  },
  {
    field: 'dogs',
    language: 'uk',
    topic: 'uk: цуценя, повідець, дресирування, "відгук на ім\'я", нашийник, собака, -іграшка',
    own: [
      'Цуценята сплять довше, ніж здається.',
      'Повідки зі шкіри й мотузки.',
      'Про дресирування без крику.',
      "Відгук на ім'я за три дні.",
      'Нашийники з ліхтариком.',
      'Із собаками в потязі.',
    ],
    homonyms: ['Собака в адресі пошти зветься інакше.', 'Знак собака ставлять перед іменем.'],
    excluded: ['Іграшка цуценя для полички.', 'Іграшка: собака на повідку.'],
    neighbours: ['Коти й мистецтво не чути.', 'Як папуги вчать слова.', 'Хом’як уночі, собака вдень.'],
    alike: ['Повідь на річці торік.', 'Дресини в музеї залізниці.', 'Імʼя без відгуку в залі.'],
  },
  {
    field: 'dogs',
    language: 'pl',
    topic: 'pl: szczeniak, smycz, tresura, "nauka przywołania", obroża, posłuszeństwo, -zabawka',
    own: [
      'Szczeniaki śpią dłużej, niż myślisz.',
      'Smycze z liny i ze skóry.',
      'O tresurze bez krzyku.',
      'Nauka przywołania nad rzeką.',
      'Obroże z lampką.',
      'Posłuszeństwa uczymy się razem.',
    ],
    homonyms: ['Smycz do kluczy z logo klubu.', 'Smycz na identyfikator czeka w biurze.'],
    excluded: ['Zabawka szczeniak na półkę.', 'Zabawka: pies, smycz i obroża.'],
    neighbours: ['Koty i sztuka niesłuchania.', 'Jak papugi uczą się słów.', 'Chomik w nocy, smycz na haku.'],
    alike: ['Smyczek do skrzypiec.', 'Nauka latania i przywołanie do porządku.', 'Szczeć na łące.'],
  },
  {
    field: 'pottery',
    language: 'en',
    topic: 'en: kiln, glaze, "wheel throwing", clay, porcelain, potter, -doll',
    own: [
      'Kilns on a terrace, is it allowed?',
      'Glazing twice, firing once.',
      'Wheel throwing with cold hands.',
      'Clay from the river bank.',
      'Porcelain shrinks by a seventh.',
      'A pottery with three potters.',
    ],
    homonyms: [
      'Clay won in straight sets.',
      'The ham wants a glaze of honey.',
      'On clay he has not lost since May.',
      'A glaze for buns in a minute.',
    ],
    excluded: ['A porcelain doll with real hair.', 'Doll heads of clay, doll hands of wax.'],
    neighbours: ['Knots for macramé.', 'Weaving on a frame, porcelain beads.', 'How to bind a notebook.'],
    alike: ['Kilnsby wins at home.', 'The wheel came off while throwing a party.', 'Porcupines at night.'],
  },
  {
    field: 'pottery',
    language: 'fr',
    topic: 'fr: four, émail, "tour de potier", argile, porcelaine, céramique, -poupée',
    own: [
      'Des fours sur un balcon.',
      'Les emaux qui coulent.',
      'Un tour de potier d’occasion.',
      'Les argiles de la rivière.',
      'Porcelaines fines du matin.',
      'La CERAMIQUE sans peur.',
    ],
    homonyms: ['Le four de la boulangerie est réparé.', 'Au four, la tarte dore.'],
    excluded: ['Une poupée de porcelaine aux vrais cheveux.', 'Tête de poupée en argile.'],
    neighbours: ['Les nœuds du macramé.', 'Tisser sur un cadre.', 'Relier un carnet, perle de porcelaine.'],
    alike: ['La fourmi sous la feuille.', 'Un tour en barque, le potier dort.', 'Emmailloter un rosier.'],
  },
  {
    field: 'pottery',
    language: 'es',
    topic: 'es: horno, esmalte, "torno alfarero", arcilla, porcelana, cerámica, -muñeca',
    own: [
      'Hornos en una terraza.',
      'Los esmaltes que gotean.',
      'Un torno alfarero de segunda mano.',
      'Arcillas del río.',
      'Porcelanas finas.',
      'La ceramica sin miedo.',
    ],
    homonyms: ['Recién salido del horno: pan de centeno.', 'El horno de la esquina abre a las seis.'],
    excluded: ['Una muñeca de porcelana con pelo.', 'Cabezas de muñeca en arcilla.'],
    neighbours: ['Los nudos del macramé.', 'Tejer en un marco.', 'Encuadernar, con cuentas de porcelana.'],
    alike: ['La hornacina de la plaza.', 'El torno del metro y un alfarero dormido.', 'El ceramista del cielo gris.'],
  },
  {
    field: 'pottery',
    language: 'el',
    topic: 'el: κλίβανος, υάλωμα, "τροχός αγγειοπλαστικής", πηλός, πορσελάνη, κεραμική, -κούκλα',
    own: [
      'Κλίβανοι σε μια βεράντα.',
      'Τα υαλώματα που στάζουν.',
      'Ο τροχός αγγειοπλαστικής από δεύτερο χέρι.',
      'Πηλοί του ποταμού.',
      'Λεπτές πορσελάνες.',
      'ΚΕΡΑΜΙΚΗ χωρις φοβο.',
    ],
    homonyms: ['Ο κλίβανος του νοσοκομείου άλλαξε.', 'Νέος κλίβανος για τα εργαλεία του κουρέα.'],
    excluded: ['Κούκλα από πορσελάνη με μαλλιά.', 'Κεφάλια για κούκλα από πηλό.'],
    neighbours: ['Οι κόμποι του μακραμέ.', 'Ύφανση σε τελάρο.', 'Βιβλιοδεσία, με χάντρες από πορσελάνη.'],
    alike: ['Η κλίμακα του χάρτη.', 'Ο τροχός βγήκε, η αγγειοπλαστική κοιμάται.', 'Το κεράσι ωριμάζει.'],
  },
  {
    field: 'pottery',
    language: 'tr',
    topic: 'tr: fırın, sır, "çömlekçi çarkı", kil, porselen, seramik, -bebek',
    own: [
      'Terasta fırınlar olur mu?',
      'Akan sırlar ve nedenleri.',
      'İkinci el çömlekçi çarkı.',
      'Irmağın killeri.',
      'İnce porselenler.',
      'SERAMIKLE ilk adım.',
    ],
    homonyms: ['Köşedeki fırın altıda açılıyor.', 'Fırından yeni çıkan çavdar ekmeği.'],
    excluded: ['Saçlı porselen bebek.', 'Kilden bebek başları, bebek elleri.'],
    neighbours: ['Makrome düğümleri.', 'Çerçevede dokuma.', 'Defter ciltlemek, porselen boncukla.'],
    alike: ['Fırça ve kova.', 'Çarkı bozuk, çömlekçi uykuda.', 'Kilit yine takıldı.'],
  },
];
