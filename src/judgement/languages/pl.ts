import type { Language } from './language.ts';

export const polish: Language = {
  code: 'pl',
  own: /[łśźż]/,
  letters: { lacks: /[ěšřžůťďľĺŕđčåäßñ]/, has: /[łąęśżźćń]/ },
  least: 0.1,
  endings: { we: 'my', you: 'cie' },
  words: {
    common: `i a w we z ze na do o od po za pod nad przed przy przez dla bez u się nie to ten ta te ci tamten jest są był była było były być
      będzie będą ma mają miał mieć co kto jak gdzie kiedy dlaczego czemu czy że żeby bo ale lub albo oraz też także już jeszcze tylko bardzo
      więcej mniej wiele dużo każdy każda inny inna wszystko wszyscy wszystkie my wy ja ty on ona oni nas nam wam was mnie mi cię ci jego jej
      ich nasz nasza nasze nasi wasz wasza wasze mój moja moje twój twoja twoje swój swoje nowy nowa nowe nowość stary stara stare dobry dobra
      dobre pierwszy pierwsza ostatni duży mały mała małe jeden dwa trzy cztery pięć dziesięć dziś dzisiaj jutro wczoraj rano wieczór noc dzień
      dni rok lat lata tydzień miesiąc wiosna lato jesień zima ulica miasto wieś tu tutaj tam dzięki dziękujemy cześć witajcie czytajcie`,
    not: `nie bez ani nigdy nikt nikogo żadn* nic`,
    harmless: `nie_później nie_tylko nie_wahaj* nie_bój* nie_krępuj* nie_trzeba_doświadczenia bez_doświadczenia nie_więcej nie_zapomnij* nieważne czemu_nie nie_przegap* jeszcze_nie
      nie_trzeba nie_musisz nie_musicie nigdy_nie_drukowa* nikt_nie nie_wstydź* nie_czekaj* nie_trzymaj*
      nie_płacimy nie_był* nigdzie_nie wcześniej_nie
      nie_tak nie_po_myśli`,
    we: `my ja`,
    our: `nasz* mój moja moje mojego`,
    us: `nam nas redakcj* mi mnie skrzynk* mail mejl wiadomości wiadomość
      admina adminowi administratora na_priv priv prywatnej pw dm formularz_kontaktowy moderator* moderacj*
      redaktork*`,
    you: `wy was wam wasz* ty ci ciebie tobie twój twoja twoje twoj* twe swój swoje swoją swoich
      tobą wami jesteś jesteście`,
    what: `co kto wszystko cokolwiek to
      ktokolwiek coś`,
    want: `chcesz chcecie chętn* marzy* gotow* interesuj* lubisz lubicie macie masz chciał*
      ochot*`,
    every: `każd* co_tydzień co_miesiąc cotygodniow* nowy nowa tygodniow*`,
    other: `inny inna kto_inny ktoś_inny kolejn* następn* zmienia* różn* na_zmianę nowy nowa
      nowe nowych przechodzi`,
    period: `tydzień tygodni* tygodnia miesiąc* dzień dni`,
    with: `z ze`,
    by: `od przez pióra autorstwa`,
    about: `o na_temat dlaczego jak wokół`,
    weekday: `poniedział* wtorek wtorku środ* czwart* piąt* sobot* niedziel* weekend*`,
    month: `stycz* luty lutego marz* marca kwiet* maj maja czerw* lip* sierp* wrześ* październ* listopad* grud*`,
    here: `tu ja jestem cześć witajcie`,
    piece: `artykuł* esej* historię historia historii historie opowiadani* opowieś* felieton* kolumn* wiersz* poezj* list listy listów listu wspomnieni* reportaż* recenzj* opini* dziennik* pamiętnik* szkic* proz* relacj* wpis gościnn* wpis* anegdot* rozpraw*
      tekst_* histori* opowiad* recenz* poemat* opinie opinia
      wspomnień kronik*`,
    text: `tekst* post posty postów wieści wiadomości wiadomością treść treści wkład materiał* rękopis* pomysł* temat* propozycj* przepis* prac* doświadczeni* znalezisk* notatk* akapit* zgłoszeni* nadesłan* publikacj* news* informacj* ciekawostk* szkic* antologi* zbiór
      wpis* notat* wkład* kilka_słów wiedz*
      wątk* notes notatnik* tem* czym_ms
      opis opisy opisu opisów
      streszczen* konspekt*
      przemyśleni* spostrzeżeni*
      nowinami fotki`,
    author: `autor* autork* współpracowni* felietonist* bloger* korespondent* pisarz* pisarek poet* pióra piór głos głosy głosów dziennikarz* eseist* redaktorów współautor* debiutant* początkując*
      pisark* blog*er* reporter* dziennikark* współpracownik* pióro ekspert* specjalist*
      nowe_nazwisk* nowych_nazwisk nowe_głosy nowych_głosów
      piszących piszący osoby_piszące osób_piszących osób_które_chcą_pisać osób_które_chcą_publikować
      osób_które_piszą
      recenzentek recenzentów recenzenci recenzentki kogoś_kto_napisze ktoś_kto_pisze ludzi_którzy_piszą`,
    writer: `autor autorka pisarz pisarka felietonista felietonistka dziennikarz dziennikarka poeta poetka eseista eseistka historyk historyczka`,
    guest: `gość gościa gościem gościni goście gości gościnn* gościnnie zaproszon*`,
    reader: `czytelni* subskryben* obserwując* słuchacz* widz widzów członk* mieszka* sąsiad* społecznoś* użytkowni* praktyk* piekarz*
      widz* społeczno* obserwuj* subskrybent* bywalc* miejscow*
      kolegami_po_fachu koleżank*`,
    outside: `zewnątrz zewnętrzn* obc* cudz* gości* zaproszon* osób_trzecich innych niezamówion*
      cudze
      współprac* kolaboracj*`,
    anyone: `każdy każda każdego ktokolwiek wszyscy_mogą kto_chce może_każdy dla_wszystkich każdemu członkowie_mogą kto_chce jednemu_z_was
      wszyscy_możecie każdy_z_was wszystkich_którzy kto_tylko
      wszyscy_chętni chętni`,
    person: `osob* ktoś człowiek ludzi* bibliotekar* gospodarz* kurator* głos* autor* naukow* nauczyciel* gość lekarz*
      ręce rąk
      kogoś_z kogoś_kto`,
    send: `przyśl* przysył* wyśl* wysył* ślij* prześl* nadsył* nadeśl* podeśl* podsył* napisz_do napiszcie_do pisz_do piszcie_do dostarcz* wrzuc* przynie* dawaj*
      przyszł* przyszed* dotar* nades* przysłał* nadesłał*
      przychodz* wpada* trafia*
      odezwij_się odezwijcie_się zgłoś_się_do_redakcji zgłaszajcie podrzuć podrzućcie przekaż przekażcie
      zostaw_nam powierz
      wal walcie sypcie rzućcie rzuć zarzuć dorzuć dorzućcie podaj podajcie`,
    tag: `oznacz* wspomn* otaguj*`,
    write: `pisz* napisz* napisa* pisać pisał*
      stuka
      pisa* tworz* spisz* spisa* redag*
      układają`,
    tell: `opowiedz* opowiadaj* podziel* dziel* daj_znać powiedz* opowiedzie*
      wyżal* wygada* wyznaj* wyrzuć* mów mówcie opisz* zwierz* przyznaj*
      opisać opowiadan* wytłumaczy*
      opowie opowiecie opowiesz opowiem napisze_nam
      zrelacjonuj relacjonujcie
      udokumentuj spisz spiszcie pokaż_nam pokażcie_nam wytłumacz_nam objaśnij`,
    pitch: `zaproponuj* propon* zgłoś* zgłasza* zgłaszaj* podrzuć* podrzuca*
      zgłasz* proponuj* zaproście podsuń*
      dołącz_do_autorów dołączcie_do_autorów współtwórz współtwórzcie weź_udział_w_tworzeniu zostań_współautor*`,
    publish: `opublikuj* publikuj* wydruk* druk* zamieść* zamieszcz* pokaż* pokazu* wydaj* ukaż* ukaz* puścimy opublikujemy zobaczyć wychodz* jednemu_z_was
      publik* opublik* zamieś* puszcz* wrzucimy pokazuj* oddajemy_głos oddamy udostępni* ukaże łamy
      wstawimy pojawi_się_na trafi_na trafią_na wydamy użyczamy_łamów łamach
      na_stronę_główną strona_główna ogłosić ogłosimy upublicznimy wyjdzie_pod zobaczą_wszyscy zrobimy_z_tego
      zamienimy_twoj* przerobimy`,
    accept: `przyjm* bierzemy bierze weźm* rozpatr* czyta* czekamy witamy zaprasz* chętnie`,
    receive: `przyjmujemy przyjmuję bierzemy czekamy witamy mile_widzian* przeczytamy poczytamy
      czytamy zapraszamy
      ucieszy* chętnie_przyjm* cieszy* z_radością
      chętnie_opublikujemy z_przyjemnością
      wdzięczni_za`,
    need: `szuka* poszuk* potrzeb* brakuje czeka* zaprasz* zbiera* nabór mile_widzian* kompletuj* ogłasza* gromadz* zostały
      brak* chcemy przyda* zbieram*`,
    become: `zosta* dołącz* stań* przyjdź wpadnij`,
    call: `nabór apel zbiórka open_call zaproszenie_do`,
    rules: `zasady wytyczne regulamin wymagania termin jak_przysłać jak_zgłosić
      niepublikowan* niedrukowan*`,
    open: `otwart* otwier* otworz*
      zakładać zakładaj* bez_szlabanu swobodn*`,
    closed: `zamknięt* zamyka* zawieszon* wstrzyman* zakończon*`,
    only: `tylko wyłącznie wszystko wszystkie każdą_linijkę jedynie`,
    ourselves: `sami same sam sama własn* redakcj* nasz_zespół nasza_redakcja zespół etatow*
      jest_moje są_moje mojego_autorstwa`,
    host: `prowadz* kurat* gospodarz* przejmuj* przejął przejęła oddaj* pałeczk* za_sterami ster konto klucze
      kierownic* ster* mikrofon* klawiatur* kont* profil* klucz*
      rotacyjn* przejęci* oddaj*_konto`,
    sign: `podpis* twoje_nazwisko twoje_imię nazwisko_pod
      twoja twój twoje wasza wasz wasze nazwisko_tutaj imię_tutaj
      swoim_nazwiskiem twoim_nazwiskiem waszym_nazwiskiem`,
    byline: `autor autorka autorzy tekst pisze piszą napisał napisała słowa esej felieton pióra pióro autorstwa specjalnie_dla dla_nas opowiada opowiadanie opowiedziała opracował opracowała artykuł wpis opinia
      relacja opisał* napisał* opracował* spod_pióra wiersz opowieść`,
    speak: `pisze opowiada wspomina wyjaśnia tłumaczy dzieli odpowiada mówi przyznaje opisuje radzi pokazuje uważa rozważa zdradza
      pisał pisała opowiedział opowiedziała wspominał wspominała wyjaśnił wyjaśniła tłumaczył pamięta zdradził zdradziła przyznał przyznała opisał opisała odpowiedział odpowiedziała dzieli_się podzielił podzieliła mówił mówiła ostrzega zastanawia zdaje_relację relacjonuje broni przekonuje pyta dowodzi`,
    ask: `pyta* zapyta* spyta* odpowiad* odpowiedz*`,
    interview: `wywiad* rozmow* rozmawia* pytań_do pytania_do pyta* spytal* zapytal* odpowiada odpowiedział* spotkal* porozmawial* gawęd* dialog_z przy_mikrofonie bohater_numeru
      rozmawiamy_z rozmawialiśmy_z odwiedzi* gościmy pytamy spytaliśmy zapytaliśmy przepytuj* na_kanapie z_wizytą portret* sylwetk* naszym_gościem u_nas_w_studiu trzy_pytania pięć_pytań
      gość_odcinka nasz_gość gościliśmy opowiada_nam opowiedział_nam opowiedziała_nam u_nas_dziś
      u_nas_w_tym_tygodniu pogadaliśmy gadamy_z`,
    talk: `rozmow* spotkani* minut_z godzina_z poranek_z dzień_z wieczór_z kawa_z spacer_z herbata_z wizyt* pogawędk*
      rozmawia* gada* pogad* porozmawia* dyskut* gawędz* omawia*`,
    studio: `studi* mikrofon* kanap* fotel* przy_naszym_stole
      kuchennym_stole kuchni przy_stole przy_kuchennym`,
    episode: `odcinek odcink* epizod* podcast* sezon* wydanie
      odc`,
    venue: `stron* numer* wydani* pism* czasopism* felieton* rubryk* kolumn* newsletter* antologi* kanał* blog* podcast* audycj*
      program* okładk* skrzynk* gazet* dodat* almanach* zeszyt* łam* tutaj tu szpalt* dział* biuletyn* zin ziny
      stronach numerze dzienniku piśmie
      główną   `,
    room: `miejsce miejsca przestrzeń dziur* pust* woln* kąt kącik zostało zostały został* dom czeka czekają znajdzie luk*
      okienko zarezerwowan*`,
    hear: `słysz* usłysz* słuch* posłucha* ciekaw* przeczyta* czytamy dowiedzieć uszy uwaga interesuj* wolimy chętnie
      wysłucha* chcemy_wiedzieć radzi
      słuch zamienia_się`,
    length: `słów znaków znaki wierszy linijek akapit* stron`,
    count: `dwie dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć dziesięciu dwanaście sto tysiąc* tysięcy kilka parę
      dziewięćset tuzin dwóch trzech`,
    lived: `stało stał* zdarzył* było byłeś byłaś byliście widział* przeżył* przetrwał* uciekł* spóźnił* stracił* nauczył*
      zbudował* wyrosł* pamięta* wersj* świad* pierwszej_ręki próbował* odkrył* znalazł* wracał* zszed* wiesz wiecie znasz
      znacie słyszał* spotkał* zrobił* naprawił* wspią* wspięł* porażk* udało plon*`,
    due: `termin* do_końca do_pierwszego do_piątku do_poniedziałku najpóźniej nadsyłani* oddajemy ostateczny ostatni_dzień`,
    goods: `wysyłk* dostaw* cen* rabat* zniżk* kupon* koszyk* rachun* wyprzedaż* gwarancj* części_zamienn* kubk* prezent* magazyn*
      zamówien* kurs kursie kursy ubezpiecz* prawnik* adwokat* elektryk* hydraulik* dentyst* bilet* parking* katalog* lamp*
      napraw* ręcznie_robion* hurt* wynaj* aut sklep* sprzedaż* autokar* partiach
      auto auta używane mieszkanie mieszkania opony kanapa meble menu danie dania bukiet kredyt strzyżenie
      tapicer* okazj* olej_na powieść_za
      leki lekarstw* receptę recepta recepty dowóz dowozimy`,
    consume: `czytajcie przeczytaj* poczytaj* słuchajcie posłuchaj* obejrzyj* zobacz* sprawdź* wyjaśnia* obserwuj* przewiń* spodobał*
      podoba ściągnij* pobierz* kliknij*`,
    react: `komentarz* niżej ulubion* zgadnij* głosuj* przyjaci* znajom* reakcj* ankiet* okładk* oznacz* wrażeni* dziękujemy dzięki
      jak_wam`,
    released: `wyszedł wyszła wyszło wyszły nowy_numer nowy_odcinek nowy_felieton ostatni_odcinek już_w w_kioskach wczoraj wiedzieliście
      więcej_historii na_naszej_stronie opublikowan* ukazał*`,
    credit: `fot foto* zdjęci* obraz* ilustr* rysunek rysunk* grafik* kamera wideo muzyk* piosenk* przekład* tłumaczeni* przełoży* montaż dźwięk projekt* skład źródło agencj* pap reuters okładk* plakat* rzeźb* malował* reżys* czyta_* lektor* © animacj*
      olej_na płótnie akwaforta akwarela portret_kapitan portret dar_rodziny libretto aranżacj* wykonaw*
      drzeworyt solista
      scenariusz* w_rolach obsada ścieżka_dźwiękowa`,
    contact: `kontakt* pytać pytaj telefon* tel zgłoszenia_do zapisy rezerwac* informacje_u dzwoń* whatsapp informacje informacji`,
    hire: `praca pracy wakat* zatrudn* etat* wynagrodz* cv stanowisk* staż* zmian* rekrut* karier* kwalifikacyjn* pracodawc* szukamy_marynarzy
      jobs careers karriere
      etat etatu pół_etatu umow* pensj* wynagrodzeni* rekrutacj* zatrudni* ofert*_pracy praca_w list_motywacyjny`,
    event: `koncert* spektakl* bilet* wstęp scen* występ* warsztat* wykład* pokaz* projekcj* festiwal* wystaw* wernisaż* premier* tras* gra śpiewa kwartet* trio zespół_gra chór msza kazani* mecz* trening* zajęcia oprowadzan* recital* spotkanie_autorskie
      dzień_otwarty parada targ próba solista solistka dyryguje dyrygent* filharmoni* duet zespół prelegent*
      debata retrospektyw* orkiestr*`,
    win: `zwycięz* wygra* nagrod* konkurs* losowani* gratul* laureat* loteri* finalist* medal*
      drugie_miejsce trzecie_miejsce   wygrywa sprzedawca_roku roku_według`,
    staff: `zespół zespołu założyciel* dyrektor* szef* szefow* pracowni* kolega koleżank* kierowni* właściciel* naczeln* prezes* stażyst* menedżer* ekipa redaktor_naczeln* redaktork*
      instruktor* nasz_kucharz nasza_lekarka nasz_lekarz sprzedawca sprzedawczyni brygadzist* recepcjonist*
      sekretar* skarbnik* cukierni*`,
    press: `kurier* gazet* dziennik radio radiu radia tv telewiz* prasa prasie czasopism* antenie pierwszej_stronie napisali_o_nas wspomni* głos_regionu`,
    life: `urodzi* zmarł* urodzin* rocznic* pamięci pogrzeb* ślub* gol gole strzelił*
      aspirant komisarz sierżant inspektor premier poseł posłanka radny radna burmistrz* strzelec pomocnik
      obrońca zawodnik nowy_zawodnik zawodnik_meczu wdowa`,
    customer: `klient* kupi* zamówi* paczk* dostaw* opinia_klienta zachwyc* dzięki_@ pudełko świetne bajka
      pacjent* nasi_goście_mówią gwiazdek opinia_pani opinia_pana podziękowani*`,
    company: `sp spółka zoo firma klub* muzeum szkoła szkoły uniwersytet* instytut* kościół parafia hotel* restauracja kawiarnia sklep* księgarnia galeria teatr* orkiestra radio agencja bank* biblioteka fundacja związek partia ministerstwo urząd szpital* kurier gazeta
      rada policja straż przychodnia klinika  salon_samochodowy warsztat_samochodowy piekarnia browar
       filharmonia
      apteka meczet synagoga przedszkole   kwiaciarnia    
      nieruchomości  kancelaria biuro_rachunkowe siłownia kemping schronisko kino_miejskie opera
      pływalnia  stolarnia taksówki wodociągi`,
    errand: `wniosek wniosk* formularz* podan* deklaracj* podatk* podatek vat faktur* licznik* stan_licznika cv zamówieni* reklamacj* wadliw* zepsut* zwrot* gwarancj* zadani* egzamin* dokument* paragon* paszport* umow* zaświadczeni* płatnoś* adres hasło pomiar* ankiet* zapisz* newsletter* komentarz* części część wycen*
      pisemnie na_piśmie petycj* skarga skargi kosztorys usterka usterki awaria awarie zguba rzeczy_znalezione
      pytania_o pytania_dotyczące porządek_obrad świadków świadkowie okienko kasie`,
    meme: `mem memy memów humor* żart* śmieszn* dowcip* beka`,
    marked: `#reklama reklama_: sponsorowan* materiał_sponsorowany #ad #współpraca współpraca_reklamowa artykuł_sponsorowany płatna_współpraca kod_rabatowy reklama`,
    sell: `reklam* cennik* sponsor* współprac*_reklamow* płatn* ogłoszeni*_płatn* media_kit stawki oferta_reklamowa`,
  },
};
