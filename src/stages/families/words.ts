/** What a word says of the address beside it. */
export type LeadWord = 'also' | 'plain' | 'our' | 'other' | 'unofficial' | 'fan';

/**
 * By language, in the form of `compileWords`: `word`, `stem*`, `two_words`, without accents or with them.
 * - `also`: the place is one more of the page itself, whatever else is said of it
 * - `plain`: says nothing of whose the place is: particles, kinds of places, what is done there
 * - `our`: plain, and whoever follows it may belong to the page or be one of its friends
 * - `other`: the place is somebody else's, or is not meant at all
 * - `unofficial`: the page says that it is not the one it is about
 * - `fan`: the same, where it stands in the page's title
 */
export const leadWords: Record<string, Partial<Record<LeadWord, string>>> = {
  // Names of networks in forms that languages give them.
  names: {
    plain: `telegram* mastodon* bluesk* youtub* facebook* instagram* insta twitter* tiktok* linkedin* pinterest* reddit* tumblr*
      twitch* github* soundcloud* fediver* peertube* lemm* pixelfed* flickr* vk* tg fb ig yt`,
  },
  en: {
    also: `us ourselves_on same_here other_home second_home new_home also_here also_on also_at also_in also_find here_too on_here_too find_us find_me follow_us follow_me join_us join_me
      meet_us catch_us catch_me read_us watch_us hear_us listen_to_us see_us visit_us subscribe we_are_on we're_on we_are_also
      we're_also i'm_on i_am_on us_on me_on us_also us_too elsewhere_on other_accounts other_channels other_pages
      other_places our_other my_other mirrored_on mirrored_at same_posts same_texts cross_posted cross_posting
      crossposted official_page official_channel official_account`,
    plain: `say hello talk as well over around out up right there also too here elsewhere and or & on at in to the a an is are am you can it's its this that all of for with via more
      find follow along join meet catch read watch hear listen see visit subscribe reach look us me we we're we've i i'm
      mirror* same official main other another second new now home places place accounts account channel* page* group
      group* profile* site website web homepage homepages blog blogs newsletter* podcast* magazine journal paper
      feed feeds video videos photo photos picture pictures pics post posts news updates text texts stories story shop
      store community chat link links address addresses social socials media network networks online live platform
      platforms fediverse messenger app letter letters archive episode episodes daily weekly fanpage http https www`,
    our: `our my`,
    other: `friend* befriended partner* recommend* sponsor* support* ally allies neighbour* neighbor* sister* brother* sibling*
      colleague* buddy buddies pal pals mate mates fellow* collab* co_op thanks thank thx grateful credit* editor* editing
      author* writer* columnist* admin* moderator* founder* founded owner* owns owned host* curator* curated organiser*
      organizer* director* photographer* illustrator* designer* written_by made_by run_by edited_by led_by built_by
      hosted_by published_by work works worked employ* job jobs day_job branch* chapter* franchise* affiliat* subsidiar*
      local_group regional headquarter* head_office parent publisher* fan fans fan_page idol* inspir* parody parodies
      spoof* tribute homage unofficial we_follow we_read we_like we_love we_listen we_watch we_support i_follow i_read
      i_like i_love check_out see_also read_also also_read also_see worth favourite* favorite* featur* interview* guest*
      member_of part_of belongs courtesy source* competitor* rival* not never no fake fakes impostor* imposter* scam*
      beware isn't aren't don't doesn't neither formerly ex previously husband wife spouse daughter son mother father
      advertis* ads ad contact* enquir* inquir* booking* press_office namesake* similar like_minded kindred alternative
      instead unlike versus vs cheers hat_tip kudos shout_out shoutout greetings loves love likes listening_to reading_list
      blogroll webring ring team staff people alumni twin twinned`,
    unofficial: `unofficial* inofficial parody parodies spoof not_affiliated not_the_real fan_page fan_account fan_club fanclub
      fan_channel fan_site fan_run fan_made fan_run fan_made run_by_fans tribute_page`,
    fan: `fan fans fandom fanclub fanpage parody unofficial`,
  },
  ru: {
    also: `нами нам нас второй_дом живём_и живем_и переехали_в есть_и_в есть_в есть_на мы_также также_тут также_здесь также_в также_на мы_тут мы_здесь мы_ещё мы_и_в мы_в мы_во мы_на ещё_мы еще_мы
      тоже_мы тоже_тут ищите_нас читайте_нас смотрите_нас слушайте_нас найти_нас найдете_нас найдёте_нас подписывайтесь
      подпишись подпишитесь присоединяйтесь дублируем дублируется зеркало наш_канал наша_группа наш_паблик
      наше_сообщество наша_страница наш_сайт официальный_канал официальная_страница официальная_группа вторая_площадка
      другие_площадки другие_наши`,
    plain: `живём живем ждём ждем дом и в во на по из с со а также тоже тут здесь там ещё еще же вот это мы я нас меня есть можно где искать найти ищите читать
      читайте смотреть смотрите слушать слушайте подписывайтесь подписка подпишись подпишитесь присоединяйтесь
      дублируем зеркало официальн* основн* главн* друг* втор* нов* канал* групп* паблик* сообществ* страниц* странич*
      сайт* блог* рассылк* подкаст* журнал* газет* лент* видео фото новост* пост* текст* публикац* чат* ссылк* адрес*
      соцсет* сет* сетях площадк* телеграм* телеграмм* телега тг вк вконтакте контакте ютуб* ютюб* ютьюб* инстаграм*
      фейсбук* твиттер* мастодон* блюскай дзен* рутуб* одноклассник* фанпейдж сегодня теперь онлайн`,
    our: `наш наша наше наши нашу нашем нашей наших мой моя моё мое мои`,
    other: `нравится друг друга другу другом друзья друзей друзьям друзьями подруг* приятел* дружеств* дружб* дружим дружн* партн*
      рекоменд* советуем советую спонсор* поддерж* сосед* коллег* братск* братья сестр* сестрин* редактор* редактир*
      редакц* автор* админ* модератор* основател* владел* ведущ* ведёт ведет куратор* организатор* директор* фотограф*
      художни* работа работаю работает филиал* отделени* франшиз* представительств* региональн* фан фаны фанат* фэн*
      фанов поклонни* пароди* посвящ* неофициальн* мы_читаем мы_любим мы_слушаем мы_смотрим я_читаю читаем_сами
      любим* благодар* спасибо смотрите_также читайте_также источник* реклам* связь связи вопрос* сотруднич* не нет ни
      никогда фейк* подделк* мошенник* бывш* раньше прежде муж жена дочь сын член_ участник* гост* интервью похож*
      тёзк* тезк* конкурент* команд* издател*`,
    unofficial: `неофициальн* пароди* фан_клуб фанклуб фан_группа фан_паблик фан_страница фан_канал фанатск* фанатов поклонников не_связан* не_имеет_отношения`,
    fan: `фан фаны фанаты фанклуб поклонники пародия неофициальный неофициальная неофициальное`,
  },
  uk: {
    also: `нами нам нас ми_є також_тут ми_також ми_тут ми_в ми_у ми_на ще_ми шукайте_нас читайте_нас дивіться_нас підписуйтесь підписуйтеся
      приєднуйтесь наш_канал наша_група наша_сторінка наш_сайт`,
    plain: `і й та в у на з із також теж тут ще ось ми нас мене де шукайте читайте дивіться слухайте підписуйтесь офіційн* головн*
      інш* нов* канал* груп* спільнот* сторінк* сайт* блог* розсилк* подкаст* журнал* новин* відео фото чат* посилан*
      соцмереж* телеграм* ютуб* твіттер* мастодон* фейсбук* інстаграм*`,
    our: `наш наша наше наші мій моя моє мої`,
    other: `подобається друг друзі друзів друзям подруг* товариш* партнер* рекоменд* радимо спонсор* підтрим* сусід* колег* братн*
      сестринськ* редактор* редакц* автор* адмін* засновни* власни* ведуч* філі* відділен* франшиз* фан фани фанат*
      шанувальни* пароді* неофіційн* ми_читаємо ми_любимо дяку* джерел* реклам* зв'язок співпрац* не ні робота працю*
      гост* гіст* схож* команд*`,
    unofficial: `неофіційн* пароді* фан_клуб фанклуб фан_сторінка`,
    fan: `фан фани пародія неофіційна неофіційний`,
  },
  de: {
    also: `uns zweites_zuhause auch_hier auch_auf auch_bei auch_in auch_im auch_unter hier_auch findet_uns findest_uns finden_sie_uns folgt_uns folge_uns
      folgen_sie_uns folgt_mir folge_mir abonniert abonnieren besucht_uns besuche_uns lest_uns hört_uns seht_uns
      wir_sind_auf wir_sind_auch wir_auf uns_auf uns_auch uns_bei mich_auf außerdem_auf sonst_auf gespiegelt
      unser_kanal unsere_seite unsere_gruppe offizieller_kanal offizielle_seite weitere_kanäle weitere_profile`,
    plain: `mit ebenfalls ebenso zuhause daheim ihr könnt lieber gern gerne auch hier und oder auf bei im in am an unter zu zur zum der die das den dem ein eine es wir uns ich mich mir ist sind
      man kann sie ihr du gibt gibt's findet findest finden folgt folge folgen abonniert abonnieren besucht lest lesen
      hört hören seht sehen außerdem sonst noch weiter* mehr gespiegelt spiegel offiziell* haupt* ander* zweit* neu*
      kanal kanäle kanälen seite seiten gruppe gruppen profil* konto konten webseite website homepage blog newsletter
      rundbrief podcast magazin zeitschrift heft zeitung feed video videos foto fotos bilder beiträge neues
      neuigkeiten texte nachrichten laden shop chat link links adresse netz netzwerk* soziale* medien online`,
    our: `unser unsere unseren unserem unserer mein meine meinen meinem`,
    other: `freund* befreundet* partner* empfehl* empfohlen* sponsor* förder* unterstütz* nachbar* kolleg* geschwister* schwester*
      bruder brüder kumpel* verbündet* dank danke bedanken redakteur* redaktion* redaktör* herausgeb* autor* admin*
      moderator* gründer* gegründet inhaber* besitzer* betreib* leiter* chef* kurator* organisat* fotograf* arbeit*
      beruf* job filiale* zweigstelle* niederlassung* ortsgruppe* ableger* franchise* regional* zentrale hauptsitz
      verlag fan fans fanseite vorbild idol* parodie* hommage inoffiziell* wir_lesen wir_mögen wir_hören wir_folgen
      wir_lieben ich_lese lieblings* siehe_auch lest_auch schaut gast gäste interview* mitglied_ teil_von quelle*
      werbung anzeige* kontakt* anfrag* nicht kein keine keinen nie niemals fake fälschung* betrug ehemal* früher
      zusammenarbeit kooperation* mann frau tochter sohn ähnlich* namensvetter* team gruß grüße`,
    unofficial: `inoffiziell* parodie* fanseite fanpage fanclub fan_account nicht_verbunden satire_account`,
    fan: `fan fans fanclub fanseite parodie inoffiziell`,
  },
  fr: {
    also: `nous_lire nous_suivre nous_retrouver nous_trouver nous_voir nous_écouter nous_rejoindre nous_regarder nous_vivons nous_publions_aussi aussi_ici ici_aussi aussi_sur aussi_chez aussi_là également_ici également_sur également_là retrouvez_nous retrouve_nous
      suivez_nous suis_nous suis_moi suivez_moi rejoignez_nous abonnez_vous lisez_nous regardez_nous écoutez_nous voyez_nous nous_sommes_sur nous_sommes_aussi on_est_sur
      on_est_aussi nous_sur moi_sur notre_chaîne notre_page notre_groupe notre_compte notre_site page_officielle
      compte_officiel chaîne_officielle autres_comptes autres_réseaux`,
    plain: `sommes pouvez peut pour être lire suivre retrouver trouver maison chez aussi ici là également et ou sur chez à au aux en dans le la les l de du des d un une c'est est sont c s nous on vous je moi
      retrouvez retrouve suivez suis rejoignez abonnez lisez regardez écoutez voir trouver
      miroir officiel* principal* autre autres deuxième nouveau nouvelle nouveaux chaîne* page* groupe* compte* profil*
      site* blog* infolettre newsletter podcast* magazine revue journal fil vidéo vidéos photo photos images articles
      textes nouvelles actualités actus boutique communauté chat lien liens adresse* réseau* sociaux médias ligne
      ailleurs plus toujours`,
    our: `notre nos mon ma mes`,
    other: `nous_adorons on_adore nous_soutenons ami amis amie amies amitié* copain* copine* partenair* recommand* conseill* sponsor* soutien* soutenir soutenu* mécène*
      voisin* collègue* confrère* consœur* consoeur* frère* sœur* soeur* allié* merci remerci* rédact* auteur* autrice*
      admin* modérat* fondat* fondé* propriétaire* animé_par animée_par dirige dirigé_par dirigée_par éditeur* éditrice* photograph* illustrat*
      travail* emploi* employeur* filiale* succursale* antenne* franchise* agence siège fan fans idole* inspir* parodie*
      hommage officieu* non_officiel* nous_lisons nous_aimons on_aime on_lit j'aime je_lis nous_suivons voir_aussi
      lire_aussi à_lire coup_de_cœur favori* préféré* invité* entretien* interview* membre_de fait_partie source* pub
      publicité contact* pas ne n'est jamais faux arnaque* ancien ancienne anciennement collabor* coopérat* mari femme
      fille fils semblable* homonyme* équipe`,
    unofficial: `non_officiel* non_officiel* inofficiel* officieux parodie* fan_club fanclub compte_de_fan compte_de_fans page_de_fans page_fan non_affilié*`,
    fan: `fan fans parodie`,
  },
  es: {
    also: `encontrarnos seguirnos leernos vernos escucharnos nos_encontrarás nos_encontraréis nos_lees nos_ves puedes_leernos nos_puedes también_en también_aquí también_aqui también_estamos también_por aquí_también encuéntranos encuentranos encuéntrenos
      búscanos buscanos síguenos siguenos sígueme siguenos_en síganos únete suscríbete suscribete léenos míranos escúchanos
      estamos_en estamos_también nos_encuentras nos_puedes_encontrar nuestro_canal nuestra_página nuestro_grupo
      nuestra_cuenta nuestro_sitio página_oficial canal_oficial cuenta_oficial otras_cuentas otras_redes`,
    plain: `puede pueden podéis leernos casa también aquí acá allí y e o en por a al el la los las lo de del un una es son está están nos nosotros yo me más puedes
      encontrar encuéntranos búscanos síguenos sígueme únete suscríbete léenos míranos escúchanos estamos leer ver espejo
      oficial* principal* otro otra otros otras segundo nuevo nueva canal canales página* grupo* cuenta* perfil* sitio*
      web blog* boletín podcast* revista diario periódico vídeo* video* foto fotos imágenes artículos textos noticias
      novedades tienda comunidad chat enlace* dirección red redes social sociales medios línea`,
    our: `nuestro nuestra nuestros nuestras mi mis`,
    other: `nos_encanta nos_inspira amigo amiga amigos amigas amistad* socio socia socios socias aliad* compañer* colega* recomend* aconsej* patrocin* apoy* vecin* hermana hermanas hermano hermanos gracias
      agradec* redact* editor* autor* escritor* admin* moderador* fundador* fundad* dueñ* propietari* dirig* director*
      conduc* presentad* fotógraf* trabaj* emple* sucursal* filial* franquicia* delegación* sede regional* fan fans
      ídolo* inspir* parodia* homenaje no_oficial* extraoficial* leemos seguimos_a nos_gusta nos_gustan me_gusta amamos
      favorit* ver_también lee_también invitad* entrevist* miembro_de parte_de fuente* publicidad contact* no nunca falso
      falsa estafa* antiguo antigua colabora* cooperación marido esposa hija hijo parecid* tocay* homónim* equipo`,
    unofficial: `no_oficial* extraoficial* parodia* club_de_fans cuenta_de_fans página_de_fans fanclub sin_relación sin_afiliación`,
    fan: `fan fans parodia`,
  },
  el: {
    also: `μας_διαβάζετε μας_βλέπετε μας_ακούτε να_μας_βρείτε μας_βρεις να_μας_διαβάσετε και_εδώ κι_εδώ επίσης_εδώ επίσης_στο επίσης_στη επίσης_στην και_στο και_στη και_στην είμαστε_στο είμαστε_και
      είμαστε_επίσης βρείτε_μας βρες_μας ακολουθήστε_μας ακολούθησέ_μας εγγραφείτε διαβάστε_μας δείτε_μας ακούστε_μας
      θα_μας_βρείτε μας_βρίσκετε το_κανάλι_μας η_σελίδα_μας η_ομάδα_μας ο_ιστότοπός_μας επίσημη_σελίδα
      επίσημο_κανάλι`,
    plain: `μπορείτε να μπορείς σπίτι και κι εδώ επίσης εκεί στο στη στην στον στα στις σε από ο η το οι τα τις των του της τον την ένα μία μια είναι είμαστε
      εμείς εμάς θα βρείτε βρες βρίσκετε ακολουθήστε εγγραφείτε διαβάστε δείτε ακούστε επίσημ* κύρι* άλλ* δεύτερ* νέ*
      κανάλι* σελίδα σελίδες ομάδα ομάδες λογαριασμ* προφίλ ιστότοπ* ιστοσελίδα ιστολόγι* μπλογκ ενημερωτικ* περιοδικό
      εφημερίδα βίντεο φωτογραφίες εικόνες άρθρα κείμενα νέα ειδήσεις κατάστημα κοινότητα σύνδεσμ* διεύθυνση δίκτυ*
      κοινωνικ* μέσα αλλού`,
    our: `μας μου δικό δική`,
    other: `φίλ* φιλικ* συνεργ* προτείν* προτειν* συνιστ* χορηγ* υποστηρ* γείτον* γειτον* συνάδελφ* συναδέλφ* αδελφ* αδερφ*
      σύμμαχ* ευχαριστ* συντάκτ* συντακτ* συντάκτρια αρχισυντ* εκδότ* εκδοτ* συγγραφ* διαχειρ* ιδρυτ* ιδρύτρια
      ιδιοκτήτ* διευθυντ* φωτογράφος δουλειά δουλεύ* εργάζ* εργοδότ* υποκατάστημ* παράρτημ* παραρτήμ* φραντσάιζ έδρα φαν
      θαυμαστ* παρωδί* ανεπίσημ* αφιέρωμ* διαβάζουμε αγαπάμε αγαπημέν* ακολουθούμε δείτε_επίσης διαβάστε_επίσης
      καλεσμέν* συνέντευξ* μέλος πηγή διαφημ* επικοινων* δεν όχι μην ποτέ πλαστ* πρώην σύζυγος παρόμοι* συνονόματ* ομάδα_σύνταξης`,
    unofficial: `ανεπίσημ* παρωδί* φαν_κλαμπ σελίδα_θαυμαστών μη_επίσημ*`,
    fan: `φαν θαυμαστές παρωδία ανεπίσημη`,
  },
  pl: {
    also: `nami nas drugi_dom także_tu także_tutaj także_na także_w tu_także też_tu też_tutaj też_na też_w również_tu również_tutaj również_na również_w
      jesteśmy_na jesteśmy_też jesteśmy_także jesteśmy_również znajdziesz_nas znajdziecie_nas szukaj_nas szukajcie_nas
      obserwuj_nas obserwujcie_nas śledź_nas śledźcie_nas dołącz dołącz_do_nas subskrybuj zasubskrybuj czytaj_nas
      oglądaj_nas słuchaj_nas nasz_kanał nasza_strona nasza_grupa nasz_profil nasz_fanpage oficjalny_kanał
      oficjalna_strona inne_profile`,
    plain: `można możesz możecie dom także też również tu tutaj tam i oraz lub na w we do z o nas nam my ja mnie jest są to jesteśmy znajdziesz znajdziecie
      szukaj szukajcie obserwuj obserwujcie śledź śledźcie dołącz subskrybuj czytaj oglądaj słuchaj zobacz lustro
      oficjaln* główn* inn* drug* now* kanał* stron* grup* profil* kont* witryn* blog* newsletter* podcast* magazyn*
      czasopism* gazet* film* wideo zdjęci* artykuł* teksty wpisy wiadomości aktualności nowości sklep społecznoś* czat
      link* adres* sieć sieci społecznościowe media fanpage internecie`,
    our: `nasz nasza nasze naszym naszą naszej mój moja moje`,
    other: `przyjaci* przyjaź* zaprzyjaź* znajom* kumpel* kumpl* partner* polec* sponsor* wspier* wspar* patron* sąsiad* sąsiedz*
      koleg* koleż* siostr* siostrzan* brat bracia bratni* sojuszni* dzięk* dziękuj* podzięk* redakt* redakcj* autor*
      pisarz* admin* moderator* założyciel* właściciel* prowadz* dyrektor* kurator* fotograf* praca pracuj* pracown* pracodawc* zawod*
      filia filie filii filią oddział* placówk* franczyz* regionaln* centrala siedzib* fan fani fanów fanowsk* idol*
      inspir* parodi* hołd nieoficjaln* czytamy lubimy kochamy obserwujemy słuchamy ulubion* zobacz_też czytaj_też
      gość goście gości wywiad* członek część źródło reklam* kontakt* współprac* nie nigdy fałsz* oszust* były dawn* mąż
      żona córka syn podobn* imienni* zespół`,
    unofficial: `nieoficjaln* parodi* fanklub fanowsk* profil_fanów strona_fanów niepowiązan*`,
    fan: `fan fani fanklub parodia nieoficjalny nieoficjalna`,
  },
  tr: {
    also: `bizi bizimle ikinci_evimiz burada_da burada_de ayrıca_burada ayrıca_burda şurada_da bizi_takip bizi_bul bizi_bulun bizi_izleyin bizi_okuyun bize_katıl
      bize_katılın bizi_burada abone_ol abone_olun buradayız da_varız de_varız ta_varız te_varız da_buradayız
      resmi_hesap resmi_sayfa resmi_kanal diğer_hesap* kanalımız sayfamız hesabımız grubumuz sitemiz bloğumuz`,
    plain: `bulabilirsiniz bulabilirsin izleyebilirsiniz okuyabilirsiniz ev evimiz hesabımız da de ta te ayrıca burada burda şurada orada buradayız varız ve veya ile bir bu için biz bizi bize ben beni takip et edin
      bul bulun izle izleyin oku okuyun dinle dinleyin katıl katılın abone ol olun ayna resmi* ana diğer başka ikinci
      yeni kanal* sayfa* sayfamız hesap* hesab* grup* grub* profil* site* sitemiz blog* bülten* podcast* dergi* gazete*
      video* foto* fotoğraf* resim* yazı* haber* mağaza topluluk sohbet bağlantı* link* adres* ağ ağlar* sosyal medya
      internet kanalımız üzerinden`,
    our: `bizim benim`,
    other: `dost dostlar* dostum* dostumuz* arkadaş* ortak* partner* öner* tavsiye* sponsor* destek* komşu* meslektaş* kardeş* abla ağabey müttefik* teşekkür*
      sağ_olun editör* yazar* yönetici* moderatör* kurucu* sahib* sahip* sunucu* müdür* fotoğrafçı* işim çalış* şube*
      bayi* temsilci* franchise fan fanlar* hayran* idol* ilham* parodi* gayriresmi resmi_olmayan okuyoruz seviyoruz
      beğen* favori* sevdiğimiz konuk* röportaj* üye* parçası kaynak* reklam* iletişim değil değiliz hayır asla sahte
      dolandır* eski eskiden işbirli* iş_birli* eşi kızı oğlu benzer* adaş* ekip ekibi`,
    unofficial: `gayriresmi resmi_olmayan resmi_değil parodi* hayran_sayfası fan_sayfası fan_hesabı hayran_hesabı`,
    fan: `fan hayran parodi`,
  },
  it: {
    also: `puoi_trovarci trovarci leggerci anche_qui anche_su anche_in siamo_su siamo_anche trovaci seguici seguiteci ci_trovi ci_trovate iscriviti unisciti
      nostro_canale nostra_pagina nostro_gruppo nostro_sito pagina_ufficiale canale_ufficiale`,
    plain: `anche qui qua lì e ed o su in a al il la i le lo gli di del della un una è sono siamo noi ci io trovaci seguici seguiteci
      iscriviti ufficial* principal* altr* secondo nuovo nuova canale* canali pagina pagine gruppo profilo profili account
      sito blog newsletter podcast rivista giornale video foto articoli testi notizie negozio comunità link indirizzo
      rete social`,
    our: `nostro nostra nostri nostre mio mia miei mie`,
    other: `amico amica amici amiche partner consigli* raccomand* sponsor* sosten* vicini vicino vicina collegh* colleg* fratell* sorell* grazie ringrazi*
      redattor* redattric* editor* autor* autric* fondator* proprietari* direttor* filial* sede franchising fan fans
      parodi* omaggio non_ufficial* leggiamo seguiamo ci_piac* amiamo preferit* ospit* intervist* fonte pubblicità
      contatt* non mai falso collabora* lavor* omonim*`,
    unofficial: `non_ufficial* parodi* fan_club fanclub pagina_dei_fan`,
    fan: `fan parodia`,
  },
  pt: {
    also: `encontrar_nos seguir_nos nos_encontra também_aqui também_em também_no também_na também_estamos aqui_também estamos_no estamos_na estamos_em encontre_nos
      siga_nos sigam_nos inscreva_se nosso_canal nossa_página nosso_grupo página_oficial canal_oficial`,
    plain: `também aqui aí e ou em no na nos nas o a os as de do da um uma é são estamos nós me encontre siga sigam inscreva oficial*
      principal* outro outra outros outras segundo novo nova canal canais página* grupo* conta* perfil* site sítio blog*
      boletim podcast* revista jornal vídeo* foto* textos artigos notícias loja comunidade link links endereço rede redes
      sociais`,
    our: `nosso nossa nossos nossas meu minha meus minhas`,
    other: `amigo amiga amigos amigas parceir* recomend* patroc* apoi* vizinh* coleg* irmã* irmão* obrigad* agradec* redat* editor* autor*
      fundador* dono dona propriet* diret* filial* sucursal* franquia* sede fã_de fã_do fã_da fã_dos fã_das fã_clube fãs fan paródia* homenagem não_oficial não_oficiais
      lemos seguimos gostamos amamos favorit* convidad* entrevist* fonte* publicidade contato* contacto* não nunca falso
      colabora* trabalh* parecid* homónim*`,
    unofficial: `não_oficial* paródia* fã_clube conta_de_fãs`,
    // Without its accent a fan alone would be the English FA.
    fan: `fã_clube fã_de fã_do fã_da fã_dos fã_das fãs_de fãs_do fãs_da fãs_dos fãs_das clube_de_fãs paródia`,
  },
  nl: {
    also: `ons ook_hier ook_op ook_bij hier_ook vind_ons volg_ons volg_mij we_zijn_op wij_zijn_op we_zijn_ook abonneer ons_kanaal onze_pagina
      onze_groep officiële_pagina officieel_kanaal`,
    plain: `ook hier daar en of op bij in de het een van is zijn we wij ons mij ik vind volg abonneer lees kijk luister officieel officiële
      ander* tweede nieuw* kanaal kanalen pagina* groep* profiel* account* site website blog* nieuwsbrief podcast*
      tijdschrift blad krant video* foto* artikelen teksten nieuws winkel link* adres netwerk* sociale media`,
    our: `onze mijn`,
    other: `vriend* bevriend* partner* aanbevol* aanbevel* aanrad* sponsor* steun* buren buur* collega* zuster* broer* dank* bedankt
      redact* auteur* schrijver* beheerder* oprichter* eigenaar* filiaal filialen vestiging* afdeling* franchise* fan fans
      parodie* eerbetoon onofficieel onofficiële wij_lezen we_lezen favoriet* gast gasten interview* bron reclame contact*
      niet geen nooit nep samenwerk* werk* soortgelijk* naamgenoot*`,
    unofficial: `onofficieel onofficiële inofficieel parodie* fanclub fanpagina`,
    fan: `fan fans parodie`,
  },
};
