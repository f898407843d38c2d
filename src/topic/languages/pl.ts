import type { TopicLanguage } from './language.ts';
import { endings, takeEnding } from './suffixes.ts';

/**
 * Endings of nouns, adjectives and verbal nouns. No stemmer of the package knows Polish. Sounds that change before an
 * ending get the one of the dictionary form: faktura and fakturze, ręka and ręce, woda and wodzie.
 */
const inflection = [
  ...endings('osciami osciach osciom oscia osci osc', 3),
  ...endings('iejszego iejszych iejszym iejszej iejszy iejsza iejsze', 3),
  ...endings('iami ami iach ach owi iom om iem em iego ego iemu emu ymi imi ych ich ym im iej ej ow', 3),
  ...endings('ia ie iu io a e i o u y', 3),
  ...endings('rze', 2, 'r'),
  ...endings('dzie', 2, 'd'),
  ...endings('dze', 2, 'g'),
  ...endings('scie', 2, 'st'),
  ...endings('cie', 3, 't'),
  ...endings('ce', 3, 'k'),
  ...endings('sie', 3, 's'),
  ...endings('zie', 3, 'z'),
];

/** A vowel between the last consonants comes and goes: podatek, podatku; węgiel, węgla. */
const fleeting = /(?:(?<=[bcdfghjklmnprstwz])|(?<=[gk])i)e(?=[cklmnrt]$)/;

export const polishTopic: TopicLanguage = {
  code: 'pl',
  script: 'Latin',
  stem(word) {
    const stem = takeEnding(word, inflection);
    return stem.length >= 5 ? stem.replace(fleeting, '').replace(/c$/, 'k').replace(/rz$/, 'r') : stem;
  },
  particles: `i a w we z ze na do o od po za pod nad przed przy przez dla bez u sie nie to ten ta te jest sa byl byla co kto jak gdzie kiedy czy ze bo ale lub albo oraz my wy ja ty on ona oni nas nam
 moj moja nasz nasza swoj`,
  sensitive: {
    health: {
      sure: `rak_piersi choroba_raka na_raka nowotwor* chemioterap* cukrzyc* insulin* astm* inhalator* stwardnieni* depresj* dwubiegunow* schizofren* autyzm* autyst* adhd padaczk* epilepsj* hiv aids demencj* alzheimer* parkinson* udar udaru udarze dializ* migren* artretyz* reumat* celiaki* endometrioz* nieplodn* bezplodn* poronieni*
 bialaczk* guz_mozgu zapaleni*_watroby fibromialg* anoreksj* bulimi* luszczyc* egzema egzemy egzeme chorob*_przewlekl* przewlekle_chor* bol_przewlekly wozk*_inwalidzk* niepelnosprawn* nieslysz* niewidom* grup*_wsparcia samopomocow* anonimow*_alkoholi* uzaleznie* trzezwosc* atak*_paniki hospicj* paliatywn* menopauz* in_vitro`,
      likely: `pacjent* diagnoz* objaw* chorob* chory chora chorzy chorych klinik* szpital* lekarz* pielegniark* leki leki lekow terapi* rehabilitacj* remisj* nawrot* operacj* leki leku zdrowie_psychiczne leczeni* tabletk*`,
      trade: `zab zeba zeby zebow dent* stomatolog* ortodon* implant* aparat fizjoterap* masaz* diet* dietetyk* aptek* opty* polozn* joga`,
    },
    religion: {
      sure: `synagog* rabin* tora szabat* koszern* meczet* imam* koran koranu ramadan* halal muzulm* islam* parafia parafii parafie parafian* parafialn* diecezj* biskup* katoli* prawoslawn* protestan* baptyst* luteran* ewangeli* chrzescija* jezus* biblia biblii biblie biblijn* pismo_swiete rozaniec nieszpor* msza_swieta mszy_swietej msza mszy mszę pielgrzym*
 klasztor* mnich* zakonnic* zakonnik* buddyjsk* buddyst* buddyzm* hinduis* hindusk* zydowsk* judaiz* modlitw* modlimy modlic nabozenstw* kazani* homili* psalm* chrzest chrzcin* bierzmow* komunia komunii komunie komunijn* adoracj* schola ministran* rekolekcj*`,
      likely: `kosciol* koscioł kaplic* ksiadz ksiedza ksieza pastor* bog boga bogu pan_bog wiara wiary swiety swieta swietej blogoslaw* oltarz* adwent* wielki_post swiatyni* religi* duchow* wspolnot*`,
    },
    politics: {
      sure: `agituj* kampani*_wyborcz* program_wyborczy komitet_wyborczy naszej_partii nasza_partia kolo_partii czlonkowie_partii agitacj* wyborcz* socjalist* komunist* lewicow* prawicow* platforma_obywatelska konfederacj* skrajn*_prawic* skrajn*_lewic* antyfaszyst* glosuj_na glosujcie lokal_wyborczy zjazd_partii polityczn*`,
      likely: `partia partii partie kandydat* wybory wyborow glosow* posel posla poslank* senator* minister* burmistrz* prezydent* politycz* polityk* protest* manifest* demonstracj* aktywist* ulotk* referendum* opozycj* petycj*`,
    },
    sexuality: {
      sure: `lgbt* gej geje gejow gejowsk* lesbij* biseksual* transplciow* osoby_trans osob_trans dziec*_trans mlodziez*_trans trans_dziec* nastolatk*_trans queer* niebinarn* parada_rownosci marsz_rownosci coming_out coming-out jednoplciow* homoseksual* drag_queen* aseksual* interplciow* teczowe_rodziny`,
      likely: `duma pride tecz* zaimk* seksual* trans orientacj* rownosci`,
    },
    trade_unions: {
      sure: `zwiazek_zawodowy zwiazku_zawodowego zwiazki_zawodowe zwiazkow* zwiazkowc* solidarnosc_zakladowa nszz opzz strajk* pikiet* uklad_zbiorowy referendum_strajkowe spoleczn*_inspektor*`,
      likely: `solidarn*`,
    },
    ethnic_origin: {
      sure: `diaspor* romow romsk* romowie cygan* mniejszosc*_narodow* mniejszosc*_etniczn* lemk* kaszub* slazacy slazak* ukrainska_spolecznosc ormian* tatarz* tatarsk* karaim* etniczn* rdzenn* kurdowie kurdow kurdyjsk* polonii polonijn*`,
      likely: `mniejszosc* migrant* imigrant* uchodz* pochodzeni* jezyk_ojczysty jezyku_ojczystym korzenie rasizm* przodk* spolecznosc*`,
    },
  },
};
