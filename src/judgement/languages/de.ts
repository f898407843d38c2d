import type { Language } from './language.ts';

export const german: Language = {
  code: 'de',
  own: /ß/,
  capitalNouns: true,
  verbPrefixes: 'ab an auf aus bei ein her hin mit nach vor zu weiter zurück hoch rüber',
  words: {
    common: `der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom vor zu zum zur
      für über unter durch ohne um ist sind war waren wird werden hat haben hatte sein seine ihr ihre unser unsere unserer unserem euer eure
      mein meine dein deine er sie es wir ihr ich du nicht kein keine auch noch nur schon so wie was wer wo wann warum wenn als dass weil
      alle alles mehr viel viele neu neue neuer neues neuen alt alte alter altes alten gut gute guter gutes beste besten erste erster erstes
      letzte groß große kleiner kleine kleines großes lang lange kurz jeder jede jedes ein zwei drei vier fünf zehn heute morgen gestern
      abend nacht tag tage jahr jahre woche frühling sommer herbst winter straße stadt dorf fluss hier da dort man sich uns euch ihnen ihm
      diese dieser dieses nun jetzt wieder immer sehr bitte danke hallo liebe lieber seht lest schaut`,
    not: `nicht kein keine keinen keiner keines keinem nie niemals ohne nichts weder nein niemand
      ablehn* lehnen_wir
      unbeantwortet
      anderswo woanders anderem_blog anderen_blog falsche_adresse falsch_hier`,
    harmless: `nicht_später nicht_nur nicht_zögern nicht_vergessen keine_scheu keine_angst nicht_mehr_als nicht_verpassen keine_vorkenntnisse keine_erfahrung nicht_schüchtern warum_nicht noch_nicht noch_nie keine_sorge
      kein_profi keine_profis keine_grenzen nicht_lange nicht_schaden keine_ahnung nicht_perfekt nicht_trauen
      keine_ausreden nicht_bloß nicht_einfach keine_mindestlänge keine_kosten
      erfahrung_nicht vorkenntnisse_nicht erfahrung_unnötig talent_nicht nicht_nötig nicht_erforderlich
      behalt_diese behaltet_diese nicht_für_dich nicht_für_euch
      noch_nie_gedruckt noch_keiner du_musst_kein ihr_müsst_kein*
      keine_schranke
      nicht_bezahl* nicht_honorier* kein_honorar keine_honorare nicht_bereits noch_nicht_veröffentlicht muss_nichts
      nie_gedruckt noch_nie_etwas noch_nie_veröffentlicht nie_geschrieben`,
    we: `wir ich`,
    our: `unser* mein meine meiner`,
    us: `uns redaktion an_die_redaktion mir postfach briefkasten
      postfach_steht direktnachricht* redaktionspost
      admins moderation redaktionsteam formular pn dm nachricht_an redaktions-mail redaktionsadresse
      kontaktformular`,
    you: `du dein* deine* sie ihr euer eure euren eurer euch dir dich ihre* ihnen`,
    what: `was wer alles
      etwas irgendwas`,
    want: `willst wollt möcht* lust träum* bereit interess* magst hast habt
      trau möchtest möchten möchtet wolltest wollten habt_ihr hast_du haben_sie traust willst_du wollen_sie
      gefällig sehnst wünschst`,
    every: `jede jeden jeder wöchentlich* monatlich* täglich*  neue neuer`,
    other: `ander* nächst* wechsel* jemand abwechselnd* reihum neue neuer neuen neues dann
      wechselt
      nächster nächste nächsten neue_hände andere_hände weiter`,
    period: `woche* wochen monat* tag tage tagen
      zwei_wochen vierzehn_tage`,
    with: `mit bei`,
    by: `von vom aus_der_feder`,
    about: `über zu zum zur um wie warum darüber`,
    weekday: `montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonnabend* sonntag* mo di mi do fr sa so wochenende`,
    month: `januar februar märz april mai juni juli august september oktober november dezember`,
    here: `hier ich_bin hallo moin servus
      hier_tippt hier_spricht am_steuer an_der_tastatur an_bord`,
    piece: `artikel* beitrag* beiträge* essay* geschichte* kolumne* gastbeitr* gastartikel* gasttext* erzählung* gedicht* aufsatz* aufsätze* bericht* erfahrungsbericht* leserbrief* brief* briefe kommentar* rezension* reportage*
 glosse* feuilleton* tagebuch* meinung* anekdote* erinnerung* standpunkt* prosa lyrik story stories longread* stück freitagsessay*
      blick_von blick_auf notizen ansichten dieser_text
      leserbeitr* fachbeitr* blogbeitr* debattenbeitr* buchbesprechung* kritik kritiken besprechung*
      kurzgeschicht* ratgebertext* fallstudie* zwischenruf* wortmeldung_aus
      schwank erlebnisbericht* bekenntnis* zeugnis_von gedanken_von nachgedacht überlegungen betrachtung* monolog*
      ich-erzählung übersetzung_von`,
    text: `text texte texten textes news meldung* nachricht* material* manuskript* idee* thema themen vorschlag* vorschläge* skizze* exposé* einsendung* zusendung* werk* rezept* inhalt* notiz* absatz fundstück* post posts wissen erfahrung* forschung*
      gasttext* kurztext* fotogeschicht* hinweis* zeilen beobachtung* themenvorschl* textvorschl* sammelband* anthologie* herbstband* zusendungen entwürfe entwurf reportagen skizzen
      papers
      eure_worte deine_worte ihre_worte wollen_wir_es_lesen wollen_wir_lesen möchten_wir_lesen
      paar_worte ein_paar_zeilen kenntnisse fachwissen
      beschreibung* wegbeschreibung* schilderung*
      schriftstück* zuschrift zuschriften themenidee* geschriebenes selbstgeschriebenes textidee* gedanken_zu
      anekdoten_aus
      infos tipps neuigkeiten
      verse schnipsel`,
    author: `autor autoren autorin autorinnen autor:innen gastautor* schreibend* schreiber* kolumnist* blogger* korrespondent* freie_mitarbeiter* mitschreib* mitautor* feder federn stimme stimmen erzähler* mitwirkend* dichter* essayist* schriftsteller*
      beitragend* gastschreib* anfänger* neuling* debüt*
      schreibende verfasser* gastautoren rezensent* kritiker* publizist* experten expertinnen fachautor*
      schreibtalent* texter* lyriker* erzählerin* reporter* berichterstatter* stadtschreiber*
      autorinnen_und_autoren
      neue_namen frische_namen neue_gesichter
      freie_autor* freie_mitarbeit*
      schreibfreudig* schreibwütig* schreiblustig* hobbyautor* laienautor* nachwuchsautor* freie_journalist*
      gastblogger*
      bespricht besprechen_für jemanden_der_schreibt jemand_der_schreibt leute_die_schreiben
      menschen_die_schreiben wer_schreiben
      profischreiber* schreibprofis nichtschreiber*`,
    writer: `autor autorin gastautor* schriftsteller* kolumnist* blogger* journalist* essayist* dichter* historiker*`,
    guest: `gast gäste gastautor* gastbeitr* gasttext* gastartikel* gastkolumn* gastkommentar* gastessay* gastschreib* eingeladen* zu_gast gastspiel_von besuch gastweise
      gastplatz gastspot`,
    reader: `leser* abonnent* follower* mitglied* hörer* zuschauer* nachbar* einwohner* nutzer* zuschrift* community bürger* praktiker* kolleg*
      leserpost leserbrief* leserin leserinnen leserschaft post_von aus_der_post ortsansässig* dorfbewohner*
      fahrgäst* besucher* ehemalig* absolvent* vereinsmitglied* leute_von_hier menschen_von_hier anwohner*
      mitlesende zuhörer* gleichgesinnt* mitstreiter*`,
    outside: `extern* fremd* gast* dritter dritte unverlangt* auswärtig* von_außen außenstehend* anderer
      andere_autoren andere_leute anderen andere
      kooperation* zusammenarbeit`,
    anyone: `jeder jede jedermann alle jede_und_jeder wer_mag wer_will wer_möchte jede:r dürfen_alle können_alle wer_mag wer_will mitglieder_können mitglieder_dürfen einer_von_euch einem_von_euch einer_oder_einem
      jeder_kann jede_kann kann_jeder kann_jede darf_jeder darf_jede alle_können alle_dürfen jeder_darf
      wer_immer offen_für_alle für_alle_offen egal_wer
      wer_lust wer_etwas`,
    person: `mensch* person* jemand gastgeber* bibliothekar* kurator* stimme* autor* wissenschaftler* lehrer* gast leute
      jemanden jemand_anderes jemand_anderem andere_person nachfolger* menschen
      neues_paar hände jemand_neues
      leuten_mit jemandem_mit jemandem`,
    send: `schick* send* einsend* zusend* mail* maile mailt übersend* einreich* reich reicht reichen zukommen her_damit immer_her meld* bring* bringt
      schickt schicke schicken senden reich_ein reicht_ein mailen her_mit nur_her werft wirf leg legt steck
      steckt an_die_redaktion übermittel* lasst_uns lass_uns gebt gib liefer_uns zukommen_lassen eingesandt*
      einzusenden einzureichen
      leiht leih
      per_post kam_per_post
      erreichte* kam_von kam_rein eingetroffen trudelte*
      ankommt eintrifft kommt_mit_der_post hereinkommt
      zuschicken einschicken lass_es_uns lasst_es_uns überlass* überlasst schreibt_an schreib_an schreib_uns
      schreibt_uns rüberschick* anvertrau* weiterleit* leitet_uns
      raus_mit_eur* lasst_rüberwachsen rückt_raus schmeißt knallt tippt_uns funkt_uns jagt_uns zuspiel*
      spielt_uns liefert liefern_sie
      und_her_damit ins_postfach in_den_briefkasten ins_fach in_unser_fach drück_uns drückt_uns reicht_rüber
      rüberreich* aushändig* übergib übergebt lasst_hören lass_hören`,
    tag: `markier* erwähn* taggt tagge verlinkt_uns verlinke`,
    write: `schreib* geschrieben schrieb* verfass* mitzuschreib* mitgeschrieb* aufgeschrieb* gemacht_aus füllen
      machen_leser machen_die_leser leser_machen gemacht_von machen_unsere_leser
      beitragen beizutragen
      tippt tippen tippst notier* aufschreib* schreibt_es
      dicht*
      kritzel* niederschreib* bringt_zu_papier bring_zu_papier zu_papier_bring* abtipp* tipp_ihn tipp_es tippt_es
      tipp_sie skizzier* formulier* festhalt* halte_fest haltet_fest runterschreib*`,
    tell: `erzähl* teil teilt teile mitteil* bericht* verrat*
      sagen sag sagt loswerden mitzuteilen zu_sagen zu_erzählen berichten schilder* beschreib* zu_wort
      packt_aus raus_damit beichtet kotzt lasst_dampf auspacken plaudert legt_los
      gib_weiter weitergeb* plaudere
      dokumentier* aufschreib* zeigt_uns zeig_uns erklär_uns erklärt_uns lasst_andere lass_andere teilhaben
      gebt_weiter bringt_zu_papier festhalten`,
    pitch: `einreich* reichst reicht_ein reicht_eure vorschlag* schlag schlagt vorschlägt pitch* bewerb* bewirb mitmach* macht_mit mach_mit anbiet* biete bietet mitschreib* meldet_euch schlägst
      einreichung* vorzuschlagen anmeld*_als melde_dich nominier* empfehl* empfiehl vorschlagen schlag_vor
      schlagt_vor bewerbt mitzumachen mitmachen
      greif_zur_feder greift_zur_feder zur_feder nehmt_die_feder nimm_die_feder in_die_tasten
      beisteuer* steuert_bei steuer_bei beitragen einbring* bring_dich bringt_euch mitwirk* themenidee*
      anregung* unterbreit*`,
    publish: `veröffentlich* druck* publizier* bring*_wir bringen_wir erschein* abdruck* zeig* stell*_wir verbreit* herausgeb* einer_von_euch einem_von_euch von_euch
      teilen_wir wir_teilen retweet* reposten repost* weiterverbreit* weitersag* kommt_ins_blatt kommt_ins_heft
      ins_blatt geben_wir_raum raum_für bekommt_eine_seite eine_seite platz_für_deine platz_für_eure abgedruckt
      gedruckt posten hier_stehen hier_lesen zu_lesen_sein vorstell* rein_damit online_stellen
      seiten_gehören bühne_gehört das_wort_gehört mikro_gehört
      mitglieder_posten alle_posten veröffentlicht_werden
      postet poste gepostet
      vorgestellt vorstellen wir_stellen_es wir_stellen_ihn postet_frei schreibt_frei
      abzudrucken stellen_ihn_online stellen_sie_online stellen_es_online bringen_sie_ins bieten_wir_platz
      bieten_wir_raum eine_plattform plattform_für ein_forum unterkommen
      startseite_kommt auf_die_startseite geht_raus geht_an_alle raushauen hauen_raus bringen_es bringen_es_auf
      kommt_auf_die bekommt_einen_platz findet_platz lesen_dann_alle machen_daraus machen_wir_einen wird_daraus
      in_die_welt an_die_öffentlichkeit
      publikum verdient_publikum hat_das_wort das_wort_haben haben_das_wort stehen_sie_hier steht_es_hier landet_hier
      steht_dann_hier räumen_das_feld geben_die_seite seite_gehört gehört_die_seite kommt_zu_wort kommen_zu_wort
      zu_wort_kommen`,
    accept: `nehm* nimm* annehm* akzeptier* freu* les* lies lesen willkommen entgegen* berücksichtig* prüf*`,
    receive: `nehmen_wir nehmen nehme willkommen freuen freuen_uns entgegen akzeptieren gern lesen_wir wir_lesen lesen
      erwünscht gern_gesehen nehmen_gern sind_offen_für immer_willkommen gern_angenommen lesen_gern wir_prüfen
      freut_uns freuen_wir uns_über
      jederzeit_recht uns_recht gerne_gesehen hochwillkommen dankbar_für`,
    need: `such* gesucht brauch* fehlt fehlen wart* sammel* freu* willkommen gefragt benötig* wünsch* lad* nehm*_wir frei plätze platz
      suchen sucht_noch gesucht_werden gerne_mehr her_mit erwünscht gern_gesehen dringend_gesucht laden_ein
      haltet_ihr auf_der_suche hätten_gern würden_gern_lesen warten_auf gespannt_auf freuen_uns_auf
      wollen_wir_es_lesen wollen_wir_lesen möchten_wir_lesen
      vorschläge_bitte themenvorschläge_bitte texte_bitte beiträge_bitte manuskripte_bitte
      ersehnen hätten_gerne
      noch_jemand
      leere_seiten leere_seite weiße_seiten noch_frei noch_leer zu_füllen`,
    become: `werd* werde werdet mitmach* schließ* beitret* einsteig* komm kommt`,
    call: `aufruf* call ausschreib* schreibaufruf*
      call_for_papers open_call aufruf_an`,
    rules: `richtlinie* hinweise_für regeln einsendeschluss so_reichst wie_ihr teilnahmebedingung* anleitung_für
      autorenhinweis* einreichrichtlinien schreibregeln hinweise_für_autor* so_funktioniert honorar*
      zeichen_maximal
      so_arbeiten_wir wie_wir_arbeiten
      leitfaden_für_autor* leitfaden_für_beitr*
      unveröffentlicht* docx`,
    open: `offen* geöffnet öffn* steh*_offen
      frei_für bühne_ist_frei ist_noch_frei sind_noch_frei`,
    closed: `geschlossen schließ* beendet pausiert ausgesetzt vorbei abgeschlossen
      dicht eingestellt annahmestopp einstellen geschlossene
      genug_autor* genügend_autor* autoren_genug`,
    only: `nur ausschließlich alles alle sämtliche allein einzig jede_zeile jedes_wort
      rein sämtliches`,
    ourselves: `selbst selber redaktion* team teams hauseigen* eigen* eigenen_reihen hausintern intern* feder_der
      ist_meins sind_meine stammt_von_mir
      pressestelle presseabteilung pressereferat öffentlichkeitsarbeit`,
    host: `übernehm* übernimmt übernahm* kurat* gastgeb* am_steuer staffelstab* übergab* übergeb* twittert_hier rotier* accountüber* führt_diese* betreu* schlüssel* hütet account
      wechselt_die_hände wechselt_sonntags wechselt_den_besitzer ab_morgen_gehört gehört_der_account gehört_dir
      am_ruder am_mikro hat_das_wort das_wort_an übergibt an_den_tasten tastatur* hält_die_stellung vertretung
      vertritt führt_den_account bespielt bespiel* schmeißt den_account dieser_account
      die_schlüssel schlüsselübergabe überlassen_die_seite überlassen_wir überlassen diesen_kanal den_kanal
      führt_den führt_diesen an_der_tastatur
      lenker steuer ruder mikro mikrofon zügel staffelstab tastatur konto schlüssel
      bis_sonntag gehört_das_konto gehört_der_kanal übernimmt_das wandert_das_konto`,
    sign: `name name_stehen dein_name ihr_name euer_name namen_gedruckt namen_lesen unterschrift signatur deinen_namen ihren_namen
      seiten_gehören bühne_gehört das_wort_gehört feder_gehört
      gehört_dir gehört_euch gehört_ihnen
      deinem_namen eurem_namen euren_namen namensnennung namentlich
      namen_drunter namen_darunter
      kommas komma rechtschreibung grammatik wir_lektorieren lektorier* redigier* rohfassung tippfehler`,
    byline: `text texte worte autor autorin geschrieben schreibt verfasst feder essay kolumne gastbeitrag kommentar bericht für_uns exklusiv_für protokoll aufgezeichnet beitrag_von
      gastartikel gasttext gastkolumne gastkommentar aufgeschrieben verfasst_von eine_kolumne_von
      ein_beitrag_von ein_text_von notiert rezension reportage leserbrief brief protokoll_von zu_papier
      kolumnist gastautor gastautorin
      für_diesen_text für_diesen_beitrag für_diesen_gasttext für_den_text für_den_beitrag für_diese_geschichte
      diesmal_geführt geführt_von für_uns_übertragen übertragen_von übersetzt_für anvertraut überlegt_von gedanken_von
      aus_dem_tagebuch nachgedacht_hat`,
    speak: `schreibt erzählt berichtet erinnert erklärt teilt antwortet verrät meint sagt denkt beschreibt plädiert fragt blickt zeigt gesteht schildert erläutert
      überlegt sinniert argumentiert warnt rät findet empfiehlt beobachtet analysiert kommentiert bekennt staunt
      behauptet fordert stellt_vor sieht entdeckt sucht denkt_nach räumt_auf nimmt_uns_mit blickt_zurück
      betrachtet rechnet_mit rechnet kehrt_zurück grübelt streitet lobt schimpft ruft_auf wundert untersucht
      erzählte erklärte erinnerte beschrieb verriet berichtete gestand zeigte fragte_sich antwortete schilderte meinte plauderte verraten erzählt_uns schilderte gab_zu gibt_zu kennt_sich`,
    ask: `frag* befrag* antwort* beantwort* stell*_sich fragen`,
    interview: `interview* im_gespräch gespräch_mit fragen_an nachgefragt gesprochen befragt unterhielten unterhalten antwortet antworten_von getroffen trafen porträt besuch_bei plauder* ausgefragt wortwechsel dialog_mit besucht besuchten gefragt das_wort_hat am_mikrofon im_porträt fragen_für antworten
      sprachen_mit sprach_mit sprechen_mit reden_mit redeten_mit redet_mit geredet wir_sprachen wir_sprechen
      wir_reden reden_wir zu_gast_bei steht_rede rede_und_antwort schaut_vorbei schaute_vorbei kam_vorbei
      vorbeigekommen stattet uns_besucht besucht_uns begrüßen_wir wir_begrüßen begrüßt wer_ist auf_ein_wort
      vorgestellt stellt_sich stellte_sich gesprächspartner* studiogast talkgast interviewgast drei_fragen
      fünf_fragen zehn_fragen sieben_fragen nachgehakt porträt_von im_interview
      war_bei_uns bei_uns_zu_besuch kam_zu_uns zu_uns_gekommen schaute_bei
      zu_gast_war zu_gast_ist gast_ist unser_gast talken talkt gesprächsgast erzählt_von erzählt_uns gab_uns
      haben_wir_mit
      mir_gegenüber uns_gegenüber ohne_umschweife ungeschminkt auf_unserem_stuhl macht_uns_auf lässt_uns_rein zeigt_uns
      gewährt_uns öffnet_uns begleitet_uns`,
    talk: `gespräch* minuten_mit stunde_mit morgen_mit tag_mit abend_mit nachmittag_mit kaffee_mit spaziergang_mit begegnung* treffen* besuch_bei zu_besuch unterhaltung* tee_mit vormittag_mit
      reden plausch talk abendessen_mit mittagessen_mit frühstück_mit bier_mit fahrt_mit runde_mit woche_mit
      auf_einen_kaffee auf_ein_bier nachmittag_bei vormittag_bei stunde_bei
      redeten sprachen plauderten unterhielten geredet gesprochen ging_es_um
      auf_ein_wort kaffeepause_mit tasse_tee_mit mittagspause_mit`,
    studio: `studio* mikrofon* mikro sofa couch sessel küchentisch stammtisch an_unserem_tisch
      an_den_tisch tisch_bei`,
    episode: `folge* episode* podcast* ausgabe* staffel* nr
      ep`,
    venue: `seite* heft* ausgabe* nummer* magazin* kolumne* rubrik* zeitschrift* newsletter* anthologie* sammelband kanal blog*
      podcast* sendung* programm* titelseite briefkasten postfach postkasten blatt beilage* almanach* spalte* spalten hier
      diese_seite bühne schwarzes_brett seiten
      startseite        hauptseite`,
    room: `platz plätze raum lücke* leer* frei freie freien freier weiß ecke ecken slot slots sendeplatz zuhause heimat
      unterkommen unterbringen offen wartet warten reserviert gehört gehören übrig unterschlupf`,
    hear: `hören hört zuhören neugierig lesen liest erfahren ohren gespannt lieber wissen_wollen freuen_uns freut interessiert
      interessieren wollen_wissen freude gern gerne`,
    length: `wörter worte zeichen anschläge zeilen seiten absätze absatz wörtern zeichenzahl`,
    count: `zwei drei vier fünf sechs sieben acht neun zehn zwölf hundert *hundert achthundert fünfhundert sechshundert
      neunhundert tausend zehntausend sechstausend fünftausend dutzend ein_paar einige wenige`,
    lived: `passiert geschehen erlebt gesehen überlebt verpasst verloren gescheitert gelernt gebaut gewachsen gelaufen erinner*
      fassung dabei dabei_war dabei_warst schiefging schiefgegangen versucht entdeckt gefunden erfahren_hast augenzeuge*
      zeitzeug* aus_erster_hand erlebnis* weißt wisst kennst kennt gehört_hast getroffen gemacht repariert bestiegen
      herunterkommt wächst gewesen`,
    due: `redaktionsschluss einsendeschluss abgabeschluss abgabe frist bis_zum bis_ende bis_anfang spätestens einzureichen
      bei_uns_sein stichtag annahmeschluss abgabetermin bis_freitag bis_montag`,
    goods: `versandfrei versandkosten versand preis* rabatt* gutschein* warenkorb rechnung* verkauf garantie ersatzteil* tasse
      geschenk* lager bestellung* kurs abendkurs kursplatz termin* versicherung* anwalt anwälte anwälten elektriker*
      klempner* zahnarzt karten parkplatz katalog lampe reparier* richten handgemacht grosshandel mietwagen autos
      lieferung ausverkauft
      neuwagen gebrauchtwagen wohnung wohnungen reifen sofa möbel speisekarte mittagstisch gericht gerichte
      blumenstrauß hypothek kredit küche_nach haarschnitt polster* second-hand schnäppchen ausverkauf
      wunschwagen abholung einbauküche
      arznei* medikament* lieferdienst auftragsarbeit* rezepte_können rezept_einlösen e-rezept`,
    consume: `lest lesen_sie anhören nachhören hört_rein hört_euch seht schaut nachlesen weiterlesen erklärt folgt klickt blättert
      gefallen gefällt ladet herunterladen gefragt streamen genießt`,
    react: `kommentar* unten lieblings* ratet erratet rät abstimm* stimmt freund* freundin reaktion* umfrage titelbild markiert wie_findet
      findet gedanken meint danke dank`,
    released: `ist_da erschienen ist_erschienen neue_ausgabe neue_folge ab_jetzt jetzt_online online neueste aktuelle gestern wusstet
      wussten mehr_geschichten ist_online`,
    credit: `foto* fotograf* bild* bilder aufnahme* aufgenommen illustr* zeichn* gezeichnet grafik* kamera video* musik* lied* übersetz* schnitt ton gestaltung design* layout* quelle* agentur* dpa reuters titelbild* karte plakat* skulptur* gemälde* malerei cover regie gesprochen gelesen_von
      film* sprecher* © gebacken lektorat* lektoriert
      fotostrecke bildnachweis bildrechte archiv* skizze_von satz lettering korrektorat animation* tonmischung
      kameramann kamerafrau infografik* zeichnet symbolbild
      aufgenommen_von
      öl_auf leinwand radierung aquarell porträt_der porträt_des schenkung leihgabe libretto arrangement
      bearbeitung interpret* kupferstich holzschnitt
      drehbuch besetzung soundtrack inszenierung
      lichtbild* linse geknipst abgelichtet objektiv blende visualisierung skizze`,
    contact: `kontakt* meld* telefon* tel ansprechpartner* auskunft* anfrag* anmeld* buch* reservier* whatsapp info infos fragen_bitte
      empfang sekretariat anmeldung anmeldungen telefonisch buchungen rückfragen ansprechpartnerin
      fragen_sie fragt_nach frag_nach
      an_der_kasse an_der_theke am_empfang`,
    hire: `stelle stellen job* bewerb* personal* gehalt lohn ausbildung* azubi* karriere* einstell* aushilf* lebenslauf vollzeit teilzeit praktik* arbeitgeber* vorstellungsgespräch* 
      texter_gesucht vollzeit* teilzeit* festanstellung unbefristet befristet werkstudent* praktikum
      wir_stellen_ein stellen_ein stellenanzeige* stellenangebot* verstärkung bewerbungsunterlagen
      gehaltsvorstellung m/w/d volontariat* volontär* im_büro
      jobs careers karriere
      minijob arbeitsproben
      arbeitsstelle* lehrstelle* planstelle* stellenausschreibung* auskunft_gibt`,
    event: `konzert* auftritt* vorstellung* vorführung* ticket* karten eintritt einlass bühne lesung* workshop* kurs kurse vortrag* vorträge festival* ausstellung* premiere* theater* tournee* spielt singt quartett* trio band chor gottesdienst* predigt* spiel spiele training
      matinee* kino* filmabend* führung* messe messen tanz* vernissage*
      solo cello schlagzeug gitarre geige bass klavier auf_der_bühne dirigent* solist* zugabe abendkasse
      vorverkauf tritt_auf auftreten liest_aus buchvorstellung poetry_slam beginn_um tanzt
      tag_der_offenen umzug markttag probe dirigiert philharmon* orchester duett ensemble chorleiter* referent*
      podiumsdiskussion keynote retrospektive signierstunde rundgang
      tenor sopran bariton alt_saison`,
    win: `gewinn* gewonnen sieger* preis preise verlos* gewinnspiel* glückwunsch* gratul* auslosung* wettbewerb* preisträger* tombola pokal* gratulier*
      gewinner* glückspilz losglück preisgeld ausgelost verlosen gekürt finalist*
      erster_platz der_erste_platz erste_platz
      zweiter_platz zweiten_platz dritter_platz goldmedaille silbermedaille  verkäufer_des_jahres
      des_jahres bester_werfer
      silber bronze podest  achter vierer azubi_des glückwunsch_an`,
    staff: `team teams mitarbeit* geschäftsführ* gründer* chef* chefin redakteur* kolleg* inhaber* leiter* leitung leiterin direktor* vorstand* azubi* praktikant* präsident* belegschaft ehrenamt* unser_bäcker hausmeister* moderator* verkaufsteam*
      unsere_kapitänin unser_kapitän unser_bäckermeister geschäftsführerin sprecher_der pressesprecher*
      prokurist* neuzugang verstärkt_unser unser_neuer unsere_neue
      fahrlehrer* küchenchef* koch köchin unsere_ärztin unser_arzt verkäufer* vorarbeiter* schulleiter*
      empfangsdame sekretär* kassenwart* konditor* meister_unseres schriftführer*
      drechsler unsere_tierärzte`,
    press: `zeitung* radio fernsehen tv magazin* bote boten kurier* anzeiger* tageblatt* presse* sender* rundfunk* sendung* titelseite* blatt journal* berichtet_über_uns regionalradio* lokalradio* post
      zu_gast_im_radio im_morgenradio morgenradio im_fernsehen in_der_zeitung spricht_mit_der sprach_mit_der
      gastierte im_interview_mit_der in_der_presse war_zu_gast_im war_zu_gast_bei war_im`,
    life: `geboren gestorben verstorben geburtstag* jubiläum* nachruf* gedenken beerdigung* hochzeit* tor tore traf
      trauer* trauern beileid abschied_von verabschied* ruhestand alles_gute herzlichen_glückwunsch_zum
      zum_geburtstag
      bürgermeister* minister* stürmer* torwart* trainer* polizeichef* feuerwehrchef* senator* stadtrat*
      landrat*
      hauptkommissar* kommissar* wachtmeister* inspektor* generalsekretär* bundeskanzler* abgeordnete*
      spielführer* aufstellung mittelfeld verteidiger* torschütz* neuzugang spieler_des unvergessen witwe`,
    customer: `kund* bestell* gekauft kauf* lieferung* paket* bewertung* rezensiert zufrieden danke_@ geliefert toll_verpackt kiste ein_traum geschmack*
      kundenstimme* kundenmeinung* sagen_unsere_kunden erfahrungsbericht_eines_kunden im_laden in_unserem_laden
      auf_lager im_sortiment jetzt_erhältlich erhältlich kaufen fünf_sterne ausgepackt ★ jetzt_bei_uns
      euro €
      patient* unsere_gäste_sagen sterne google-bewertung dankesschreiben
      nie_bereut im_haus`,
    company: `gmbh ag kg ev verein* klub* club* museum* schule* universität* institut* kirche* hotel* restaurant* café* laden* verlag* galerie* theater* orchester* radio* zeitung* agentur* dienst* bank* versicherung* bibliothek* stiftung* partei* ministerium* werke amt
      bote kurier anzeiger nachrichten
      stadtrat gemeinde gemeinderat polizei feuerwehr praxis klinik  fahrschule autohaus werkstatt*
      bäckerei brauerei metzgerei buchhandlung rathaus stadtwerke sparkasse
      apotheke pfarrei kindergarten kita  salon blumenladen    klempnerei
      schlüsseldienst  immobilien kanzlei   fitnessstudio yogastudio campingplatz
      jugendherberge kino opernhaus zoo schwimmbad schneiderei tischlerei taxi fähre busbetrieb stadtwerk*
      wasserwerk versandhandel großhandel`,
    errand: `formular* antrag* anträge steuer* rechnung* zählerstand* zähler* bewerbung* bestellnummer* bestellung* reklamation* beschwerde* defekt* kaputt* rückgab* garantie* hausaufgab* prüfung* klausur* stimmzettel* unterlagen* dokument* beleg* belege quittung* ausweis*
 kündigung* schadensmeldung* abrechnung* stundenzettel* lebenslauf umsatzsteuer* bescheid* adresse passwort maße messwert* meldebogen fragebogen seriennummer* auftragsnummer seriennummer* abonniert abonnieren kommentar* ersatzteil* ersatz rücksend* lager
      paket* standort schaden* schadens* lieferung* größe konfektionsgröße abmessung* auftrag* lieferadresse
      steuererklärung mitgliedsbeitrag beitragsordnung zahlung*
      wortmeldungen wortmeldung anfrage anfragen anliegen eingabe* schriftlich bürgerbüro bürgeranfrage*
      kostenvoranschlag angebotsanfrage bestellschein störung störungen störungsmeldung fundsache fundsachen
      fragen_zu fragen_zum bürgersprechstunde tagesordnung protokoll_der eintragung vorsprache widerspruch
      überweisung* röntgenbild* krankengeschichte befund* fundsache* fundstück* fundbüro symptom* tierheim adoptier*
      vermittelt_an`,
    meme: `meme* witz* humor* spaß* lustig* gag* scherz* satirebild*`,
    marked: `anzeige #werbung werbung: #anzeige gesponsert bezahlt* advertorial #ad werbepartner* unbezahlte_werbung kooperation_mit promo rabattcode* sponsored`,
    sell: `werbung werbe* werbung_buchen anzeigenpreis* anzeigen mediadaten sponsor* preisliste* bezahlte* kooperation* schaltung* buchung* werbeplatz* tarif* preise_auf_anfrage`,
  },
};
