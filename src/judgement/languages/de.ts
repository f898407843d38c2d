import type { Language } from './language.ts';

export const german: Language = {
  code: 'de',
  capitalNouns: true,
  words: {
    common: `der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom vor zu zum zur
      für über unter durch ohne um ist sind war waren wird werden hat haben hatte sein seine ihr ihre unser unsere unserer unserem euer eure
      mein meine dein deine er sie es wir ihr ich du nicht kein keine auch noch nur schon so wie was wer wo wann warum wenn als dass weil
      alle alles mehr viel viele neu neue neuer neues neuen alt alte alter altes alten gut gute guter gutes beste besten erste erster erstes
      letzte groß große kleiner kleine kleines großes lang lange kurz jeder jede jedes ein zwei drei vier fünf zehn heute morgen gestern
      abend nacht tag tage jahr jahre woche frühling sommer herbst winter straße stadt dorf fluss hier da dort man sich uns euch ihnen ihm
      diese dieser dieses nun jetzt wieder immer sehr bitte danke hallo liebe lieber seht lest schaut`,
    not: `nicht kein keine keinen keiner keines keinem nie niemals ohne nichts weder nein niemand`,
    harmless: `nicht_später nicht_nur nicht_zögern nicht_vergessen keine_scheu keine_angst nicht_mehr_als nicht_verpassen keine_vorkenntnisse keine_erfahrung nicht_schüchtern warum_nicht noch_nicht noch_nie keine_sorge`,
    we: `wir ich`,
    our: `unser* mein meine meiner`,
    us: `uns redaktion an_die_redaktion mir postfach briefkasten`,
    you: `du dein* deine* sie ihr euer eure euren eurer euch dir dich ihre* ihnen`,
    what: `was wer alles`,
    want: `willst wollt möcht* lust träum* bereit interess* magst hast habt`,
    every: `jede jeden jeder wöchentlich* monatlich* täglich*  neue neuer`,
    other: `ander* nächst* wechsel* jemand abwechselnd* reihum neue neuer neuen neues dann`,
    period: `woche* wochen monat* tag tage tagen`,
    with: `mit bei`,
    by: `von vom aus_der_feder`,
    about: `über zu zum zur um wie warum darüber`,
    weekday: `montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonnabend* sonntag* mo di mi do fr sa so wochenende`,
    month: `januar februar märz april mai juni juli august september oktober november dezember`,
    here: `hier ich_bin hallo moin servus`,
    piece: `artikel* beitrag* beiträge* essay* geschichte* kolumne* gastbeitr* gastartikel* gasttext* erzählung* gedicht* aufsatz* aufsätze* bericht* erfahrungsbericht* leserbrief* brief* briefe kommentar* rezension* reportage*
 glosse* feuilleton* tagebuch* meinung* anekdote* erinnerung* standpunkt* prosa lyrik story stories longread* stück freitagsessay*`,
    text: `text texte texten textes news meldung* nachricht* material* manuskript* idee* thema themen vorschlag* vorschläge* skizze* exposé* einsendung* zusendung* werk* rezept* inhalt* notiz* absatz fundstück* post posts wissen erfahrung* forschung*
      gasttext* kurztext* fotogeschicht* hinweis* zeilen beobachtung* themenvorschl* textvorschl* sammelband* anthologie* herbstband* zusendungen entwürfe entwurf reportagen skizzen`,
    author: `autor autoren autorin autorinnen autor:innen gastautor* schreibend* schreiber* kolumnist* blogger* korrespondent* freie_mitarbeiter* mitschreib* mitautor* feder federn stimme stimmen erzähler* mitwirkend* dichter* essayist* schriftsteller*
      beitragend* gastschreib* anfänger* neuling* debüt*`,
    writer: `autor autorin gastautor* schriftsteller* kolumnist* blogger* journalist* essayist* dichter* historiker*`,
    guest: `gast gäste gastautor* gastbeitr* gasttext* gastartikel* gastkolumn* gastkommentar* gastessay* gastschreib* eingeladen* zu_gast gastspiel_von besuch gastweise`,
    reader: `leser* abonnent* follower* mitglied* hörer* zuschauer* nachbar* einwohner* nutzer* zuschrift* community bürger* praktiker* kolleg*`,
    outside: `extern* fremd* gast* dritter dritte unverlangt* auswärtig* von_außen außenstehend* anderer`,
    anyone: `jeder jede jedermann alle jede_und_jeder wer_mag wer_will wer_möchte jede:r dürfen_alle können_alle wer_mag wer_will mitglieder_können mitglieder_dürfen einer_von_euch einem_von_euch einer_oder_einem`,
    person: `mensch* person* jemand gastgeber* bibliothekar* kurator* stimme* autor* wissenschaftler* lehrer* gast leute`,
    send: `schick* send* einsend* zusend* mail* maile mailt übersend* einreich* reich reicht reichen zukommen her_damit immer_her meld* bring* bringt`,
    write: `schreib* geschrieben schrieb* verfass* mitzuschreib* mitgeschrieb* aufgeschrieb* gemacht_aus füllen`,
    tell: `erzähl* teil teilt teile mitteil* bericht* verrat*`,
    pitch: `einreich* reichst reicht_ein reicht_eure vorschlag* schlag schlagt vorschlägt pitch* bewerb* bewirb mitmach* macht_mit mach_mit anbiet* biete bietet mitschreib* meldet_euch schlägst`,
    publish: `veröffentlich* druck* publizier* bring*_wir bringen_wir post* erschein* abdruck* zeig* stell*_wir verbreit* herausgeb* einer_von_euch einem_von_euch von_euch`,
    accept: `nehm* nimm* annehm* akzeptier* freu* les* lies lesen willkommen entgegen* berücksichtig* prüf*`,
    receive: `nehmen_wir nehmen nehme willkommen freuen freuen_uns entgegen akzeptieren gern lesen_wir wir_lesen lesen`,
    need: `such* gesucht brauch* fehlt fehlen wart* sammel* freu* willkommen gefragt benötig* wünsch* lad* nehm*_wir frei plätze platz`,
    become: `werd* werde werdet mitmach* schließ* beitret* einsteig* komm kommt`,
    call: `aufruf* call ausschreib* schreibaufruf*`,
    rules: `richtlinie* hinweise_für regeln einsendeschluss leitfaden so_reichst wie_ihr teilnahmebedingung* anleitung_für`,
    open: `offen* geöffnet öffn* steh*_offen`,
    closed: `geschlossen schließ* beendet pausiert ausgesetzt vorbei abgeschlossen`,
    only: `nur ausschließlich alles alle sämtliche allein einzig jede_zeile jedes_wort`,
    ourselves: `selbst selber redaktion* team teams hauseigen* eigen* eigenen_reihen hausintern intern* feder_der`,
    host: `übernehm* übernimmt übernahm* kurat* gastgeb* am_steuer staffelstab* übergab* übergeb* twittert_hier rotier* accountüber* führt_diese* betreu* schlüssel* hütet account`,
    byline: `text texte worte autor autorin geschrieben schreibt verfasst feder essay kolumne gastbeitrag kommentar bericht für_uns exklusiv_für protokoll aufgezeichnet beitrag_von`,
    speak: `schreibt erzählt berichtet erinnert erklärt teilt antwortet verrät meint sagt denkt beschreibt plädiert fragt blickt zeigt gesteht schildert erläutert`,
    ask: `frag* befrag* antwort* beantwort* stell*_sich fragen`,
    interview: `interview* im_gespräch gespräch_mit fragen_an nachgefragt gesprochen befragt unterhielten unterhalten antwortet antworten_von getroffen trafen porträt besuch_bei plauder* ausgefragt wortwechsel dialog_mit besucht besuchten gefragt das_wort_hat am_mikrofon im_porträt fragen_für antworten`,
    talk: `gespräch* minuten_mit stunde_mit morgen_mit tag_mit abend_mit nachmittag_mit kaffee_mit spaziergang_mit begegnung* treffen* besuch_bei zu_besuch unterhaltung* tee_mit vormittag_mit`,
    episode: `folge* episode* podcast* ausgabe* staffel* nr`,
    credit: `foto* fotograf* bild* bilder aufnahme* aufgenommen illustr* zeichn* gezeichnet grafik* kamera video* musik* lied* übersetz* schnitt ton gestaltung design* layout* quelle* agentur* dpa reuters titelbild* karte plakat* skulptur* gemälde* malerei cover regie gesprochen gelesen_von
      film* sprecher* © gebacken lektorat* lektoriert`,
    contact: `kontakt* meld* telefon* tel ansprechpartner* auskunft* anfrag* anmeld* buch* reservier* whatsapp info infos fragen_bitte`,
    hire: `stelle stellen job* bewerb* personal* gehalt lohn ausbildung* azubi* karriere* einstell* aushilf* lebenslauf vollzeit teilzeit praktik* arbeitgeber* vorstellungsgespräch* bank`,
    event: `konzert* auftritt* vorstellung* vorführung* ticket* karten eintritt einlass bühne lesung* workshop* kurs kurse vortrag* vorträge festival* ausstellung* premiere* theater* tournee* spielt singt quartett* trio band chor gottesdienst* predigt* spiel spiele training
      matinee* kino* filmabend* führung* messe* tanz* vernissage*`,
    win: `gewinn* gewonnen sieger* preis preise verlos* gewinnspiel* glückwunsch* gratul* auslosung* wettbewerb* preisträger* tombola pokal* gratulier*`,
    staff: `team teams mitarbeit* geschäftsführ* gründer* chef* chefin redakteur* kolleg* inhaber* leiter* leitung leiterin direktor* vorstand* azubi* praktikant* präsident* belegschaft ehrenamt* unser_bäcker hausmeister* moderator* verkaufsteam*`,
    press: `zeitung* radio fernsehen tv magazin* bote boten kurier* anzeiger* tageblatt* presse* sender* rundfunk* sendung* titelseite* blatt journal* berichtet_über_uns regionalradio* lokalradio* post`,
    life: `geboren gestorben verstorben geburtstag* jubiläum* nachruf* gedenken beerdigung* hochzeit* tor tore traf`,
    customer: `kund* bestell* gekauft kauf* lieferung* paket* bewertung* rezensiert zufrieden danke_@ geliefert toll_verpackt kiste ein_traum geschmack*`,
    company: `gmbh ag kg ev verein* klub* club* museum* schule* universität* institut* kirche* hotel* restaurant* café* laden* verlag* galerie* theater* orchester* radio* zeitung* agentur* dienst* bank* versicherung* bibliothek* stiftung* partei* ministerium* werke amt
      bote kurier anzeiger nachrichten`,
    errand: `formular* antrag* anträge steuer* rechnung* zählerstand* zähler* bewerbung* bestellnummer* bestellung* reklamation* beschwerde* defekt* kaputt* rückgab* garantie* hausaufgab* prüfung* klausur* stimmzettel* unterlagen* dokument* beleg* belege quittung* ausweis*
 kündigung* schadensmeldung* abrechnung* stundenzettel* lebenslauf umsatzsteuer* bescheid* adresse passwort maße messwert* meldebogen fragebogen seriennummer* auftragsnummer seriennummer* abonniert abonnieren kommentar* ersatzteil* ersatz rücksend* lager`,
    meme: `meme* witz* humor* spaß* lustig* gag* scherz* satirebild*`,
    marked: `anzeige #werbung werbung: #anzeige gesponsert bezahlt* advertorial #ad werbepartner* unbezahlte_werbung kooperation_mit promo rabattcode* sponsored`,
    sell: `werbung werbe* werbung_buchen anzeigenpreis* anzeigen mediadaten sponsor* preisliste* bezahlte* kooperation* schaltung* buchung* werbeplatz* tarif* preise_auf_anfrage`,
  },
};
