/** How a language speaks of the people of an origin. Words are written as those of `TopicLanguage.sensitive`. */
export interface PeopleWords {
  /** Peoples in the minority wherever they live: their culture, too, is told to their own. */
  minorities: string;
  /** Peoples with a country, whose food, language and places are also for others. Without the language's own. */
  nations: string;
  /** Adjectives that also stand in many names, and count only right before those who belong together. */
  colours?: string;
  /** Adjectives stand before their nouns, so that "community of Greek" goes on. */
  adjectivesFirst?: true;
  /** Those who belong together. */
  belonging: string;
  /** What a people hands down. */
  culture: string;
  /** What others come together for, too: learning a language, a kitchen, a game. */
  interests: string;
}

const international = 'fc football futbol minecraft python linux anime gaming startup*';

/** By the code of the language. */
export const peopleWords: Readonly<Record<string, PeopleWords>> = {
  en: {
    colours: 'black',
    adjectivesFirst: true,
    minorities: 'roma kurdish tatar* sami armenian* assyrian* yazidi* uyghur* basque* circassian* tamil* romani',
    nations: `vietnamese turk turks turkish polish poles chinese somali* nigerian* ghanaian* indian* pakistani* bangladeshi* romanian* bulgarian* ukrainian* russian* greek* cypriot* albanian* filipin* korean* japanese
 iranian* persian* iraqi* syrian* afghan* arab arabs moroccan* algerian* tunisian* egyptian* eritrean* ethiopian* jamaican* caribbean african* asian* mexican* brazilian* portuguese hungarian* serbian* lithuanian*`,
    belonging: `community communities diaspora people families women women's men men's girls youth students parents mums moms mothers dads fathers migrants emigrants elders`,
    culture: 'culture heritage songs traditions',
    interests: `${international} cook* cuisine* food* recipe* restaurant* language* learn* course* lesson* class* travel* tour* film* cinema wine* fan fans supporters league players developers writing literature business* nail* shoe* cloth* fashion hair*`,
  },
  de: {
    colours: 'schwarze',
    adjectivesFirst: true,
    minorities: 'roma kurdisch* armenisch* armenier* samisch* tatarisch* jesidisch* jesiden aramaisch*',
    nations: `vietnamesisch* turkisch* polnisch* chinesisch* somalisch* nigerianisch* indisch* pakistanisch* rumanisch* bulgarisch* ukrainisch* russisch* griechisch* albanisch* philippinisch* koreanisch*
 iranisch* persisch* irakisch* syrisch* afghanisch* arabisch* marokkanisch* tunesisch* eritreisch* athiopisch* afrikanisch* serbisch* kroatisch* bosnisch* italienisch* portugiesisch* spanisch* ungarisch*`,
    belonging: 'community gemeinde gemeinschaft* familien frauen manner jugend eltern verein vereinigung',
    culture: 'kultur kulturverein lieder brauche',
    interests: `${international} koch* kuche* essen rezept* restaurant* sprach* lern* kurs* unterricht reise* urlaub* fussball* film* fan fans spieler* entwickler* literatur`,
  },
  fr: {
    minorities: 'rom roms noire noires armenien* kurde* kabyle* tamoul* tzigane* basque*',
    nations: `vietnamien* turc turcs turque* polonais* chinois* somalien* nigerian* indien* pakistanais* roumain* bulgare* ukrainien* russe* grec grecs grecque* albanais* philippin* coreen* japonais*
 iranien* irakien* syrien* afghan* arabe* marocain* algerien* tunisien* senegalais* malien* ivoirien* congolais* africain* portugais* espagnol* italien* bresilien* serbe* hongrois*`,
    belonging: 'communaute communautes diaspora familles femmes hommes jeunes jeunesse parents amicale association',
    culture: 'culture chants traditions',
    interests: `${international} cuisin* recette* restaurant* langue* appren* cours voyage* sejour* foot cinema fan fans joueurs joueuses developpeur* litterature`,
  },
  es: {
    minorities: 'gitana gitano gitanos romani negra negras armeni* kurd* saharaui* mapuche*',
    nations: `vietnamita* turca* turco* polaca* polaco* china chinas chinos somali* nigerian* india indios pakistani* rumana* rumano* bulgar* ucranian* rusa rusas rusos griega* griego* albanes* filipin* corean* japones*
 irani* iraqui* siria sirio* afgan* arabe* marroqui* argelin* tunecin* senegales* african* ecuatorian* bolivian* peruan* colombian* venezolan* portugues* italian* brasilen*`,
    belonging: 'comunidad comunidades colectivo asociacion diaspora familias mujeres jovenes juventud padres madres',
    culture: 'cultura cantos tradiciones',
    interests: `${international} cocina* receta* restaurante* idioma* lengua* aprend* curso* clase* viaj* turism* cine fan fans jugador* desarrollador* literatura`,
  },
  ru: {
    minorities:
      'рома ромов армян армяне армянск* татар татары татарск* курдск* езид* ассирийск* ассирийцев осетин* чечен* ингуш* дагестанск* дагестанцев',
    nations: `вьетнамск* вьетнамцев турецк* турок турки польск* поляков китайск* китайцев узбекск* узбеков таджикск* таджиков киргизск* киргизов казахск* казахов грузинск* грузин азербайджанск* азербайджанцев украинск* украинцев
 белорусск* белорусов молдавск* молдаван греческ* греков корейск* корейцев японск* индийск* индийцев афганск* афганцев сирийск* сирийцев иранск* арабск* арабов африканск* африканцев немецк* немцев`,
    belonging: 'сообществ* общин* диаспор* семьи семей женщины женщин молодежь молодежи землячеств*',
    culture: 'культур* песни традиции',
    interests: `${international} кухн* кулинар* рецепт* ресторан* язык* учи* изуча* курс* урок* путешеств* тур туры туризм* футбол* кино фанат* болельщик* игрок* разработчик* литератур* любител*`,
  },
  uk: {
    minorities: 'роми ромська ромської вірмен вірмени вірменськ* татар татари курдськ* гагауз*',
    nations: `вʼєтнамськ* в'єтнамськ* вєтнамськ* турецьк* турків польськ* поляків китайськ* китайців угорськ* угорців румунськ* румунів болгарськ* болгар грецьк* греків грузинськ* грузинів азербайджанськ* корейськ* корейців індійськ* афганськ* сирійськ* арабськ* африканськ* німецьк*`,
    belonging: 'спільнот* громад* діаспор* родини родин жінки жінок молодь молоді земляцтв*',
    culture: 'культур* пісні традиції',
    interests: `${international} кухн* кулінар* рецепт* ресторан* мов мова мови мову вивч* курс* урок* подорож* тур тури туризм* футбол* кіно фанат* гравц* розробник* літератур* любител*`,
  },
  pl: {
    minorities: 'romska romskiej romow czarne ormianska ormianskiej ormian kurdyjsk* tatarsk* lemkowsk*',
    nations: `wietnamsk* wietnamczyk* tureck* turkow chinsk* chinczyk* ukrainsk* ukraincow bialorusk* bialorusinow rosyjsk* rosjan niemieck* grecka greckiej grekow rumunsk* bulgarsk* gruzinsk* gruzinow koreansk* japonsk* indyjska hindusow afgansk* syryjsk* arabsk* arabow afrykansk* nigeryjsk* albansk*`,
    belonging: 'spolecznosc* wspolnot* diaspor* stowarzyszeni* rodziny rodzin kobiety kobiet mlodziez*',
    culture: 'kultur* piesni tradycje',
    interests: `${international} kuchn* kulinarn* przepis* restaurac* jezyk* nauk* ucz* kurs* lekcj* podroz* wyciecz* pilk* kino fan fani fanow gracz* programist* literatur*`,
  },
  el: {
    minorities: 'ρομα μαυρες αρμενι* κουρδικ* κουρδων ποντιακ* ποντιων πομακ* βλαχων',
    nations: `βιετναμ* τουρκικ* τουρκων πολωνικ* πολωνων κινεζικ* κινεζων ουκρανικ* ουκρανων ρωσικ* ρωσων αλβανικ* αλβανων ρουμανικ* ρουμανων βουλγαρικ* βουλγαρων γεωργιαν* φιλιππινεζ* κορεατικ* ιρανικ* συριακ* συρων αφγανικ* αφγανων πακισταν* ινδικη ινδων αραβικ* αραβων αφρικανικ* αφρικανων νιγηριαν* αιγυπτι*`,
    belonging: 'κοινοτητα κοινοτητας κοινοτητες διασπορα συλλογος συλλογου οικογενειες γυναικες γυναικων νεολαια',
    culture: 'κουλτουρα πολιτισμος πολιτισμου τραγουδια παραδοσεις',
    interests: `${international} κουζιν* μαγειρ* συνταγ* εστιατορι* γλωσσ* μαθ* μαθημ* ταξιδ* εκδρομ* ποδοσφαιρ* σινεμα οπαδ* παικτ* προγραμματιστ* λογοτεχν*`,
  },
  tr: {
    minorities: 'roman romanlar* kurt kurtler* ermeni* rum rumlar* suryani* laz lazlar* cerkes* ezidi* tatar*',
    nations: `siyah vietnaml* polonyal* cinli* somalili* nijeryal* hintli* pakistanli* romanyal* bulgar* ukraynal* rus ruslar* yunan* arnavut* filipinli* koreli* japon japonlar* iranli* irakli* suriyeli* afgan* arap araplar* fasli* misirli* afrikali* gurcu* azeri* ozbek* bosnak*`,
    belonging: 'toplulug* topluluk* cemaat* diaspora* aileler* kadinlar* gencler* gencleri dernegi',
    culture: 'kultur* turkuleri sarkilari gelenekleri',
    interests: `${international} mutfa* yeme* tarif* restoran* dil dili dilini ogren* kurs* ders* seyahat* gezi* tur turlar* sinema taraftar* oyuncu* yazilimci* edebiyat*`,
  },
};
